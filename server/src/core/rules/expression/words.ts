// Words that the messages about expressions share.

import { quoted } from "../words.ts";

/** A piece of an expression as typed, in quotes unless it has its own. */
export function shown(text: string): string {
  return text.length > 2 && text.length < 60 && text.startsWith('"') && text.endsWith('"')
    ? text
    : quoted(text);
}

/** What Asterisk logs of a syntax error, before the text itself. */
export function syntaxLog(message: string): string {
  return `ast_yyerror():  syntax error: ${message}; Input:`;
}
