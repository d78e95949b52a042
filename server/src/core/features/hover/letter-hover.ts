// Hover on the option letters of an application or function: all of them, or the one under the pointer.

import type { ArgumentSpec, OptionLetter } from "../../catalog/dialplan-spec.ts";
import type { Cursor, Token } from "../cursor.ts";
import { argumentDocumentation, letterDocumentation } from "../documentation/call-documentation.ts";
import { code, paragraphs } from "../markdown.ts";

type ArgumentCursor = Extract<Cursor, { kind: "argument" }>;

/** The letter under the pointer, which stands left of what it points at; undefined where it points at none. */
export function letterUnder(cursor: ArgumentCursor, offset: number): Token | undefined {
  const { token, calls, letter } = cursor;
  const { text, span } = token;
  // Where backslashes are taken away, places in the text are not those in the file.
  if (calls[0]?.argument?.kind !== "options" || letter !== undefined) return undefined;
  if (span.end - span.start !== text.length) return undefined;
  const under = Math.min(offset - span.start, text.length - 1);
  for (const [found, at] of lettersOf(text))
    if (at === under) return { text: found, span: { start: span.start + at, end: span.start + at + 1 } };
  return undefined;
}

export function lettersHover(cursor: ArgumentCursor, spec: ArgumentSpec, offset: number): string | undefined {
  const [call] = cursor.calls;
  if (call === undefined) return undefined;
  const owner = code(`${call.name.text}()`);
  const known = call.spec?.options ?? [];
  const one = letterUnder(cursor, offset);
  const own = known.find(({ letter }) => letter === one?.text);
  if (own !== undefined) return letterHover(owner, own);
  const written = new Set(
    spec.kind === "options" ? lettersOf(cursor.token.text).map(([letter]) => letter) : [cursor.item.text],
  );
  const letters = known.filter(({ letter }) => written.has(letter));
  return paragraphs([
    `**${spec.name}** · argument of ${owner}`,
    letters.length === 0
      ? argumentDocumentation(spec)
      : letters.map((letter) => `- ${letterDocumentation(letter)}`).join("\n"),
  ]);
}

/** `owner`: as code, such as "`Dial()`". */
export function letterHover(owner: string, option: OptionLetter): string {
  return paragraphs([`**${option.letter}** · option of ${owner}`, letterDocumentation(option)]);
}

/** The letters of "tTg(x)U(sub^1)${MORE}" with their places; what a variable holds is not known. */
function lettersOf(text: string): [letter: string, at: number][] {
  const found: [string, number][] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === "(" || unit === "{") depth++;
    else if (unit === ")" || unit === "}") depth = Math.max(0, depth - 1);
    else if (depth === 0 && unit !== "$") found.push([unit, at]);
  }
  return found;
}
