// How the value of a dialplan text is shown, as text and as JSON.

import type { Substituted } from "../dialplan/substitution/substitute.ts";
import type { Span } from "../text/span.ts";
import { cells, printable } from "./printable.ts";
import type { Style } from "./style.ts";

/** `--format text`. */
export function evalText(text: string, found: Substituted, style: Style): string {
  const lines =
    found.value === undefined
      ? [style.error("The value is not known:"), ...unknownLines(text, found)]
      : [`Value: ${found.value === "" ? "(empty)" : style.bold(printable(found.value))}`];
  if (found.messages.length > 0) lines.push("Asterisk logs:");
  for (const message of found.messages) {
    const said = message.text.split("\n").map((line) => `  ${printable(line)}`);
    lines.push(`  ${message.level}: ${said.join("\n").trimStart()}`, ...frame(text, message));
  }
  const unset = [...new Set(found.unset.map(({ name }) => name))];
  if (unset.length > 0) lines.push(`Taken as not set: ${unset.map(printable).join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function unknownLines(text: string, { unknown }: Substituted): string[] {
  return unknown.flatMap((piece) => [
    `  ${printable(piece.what)}: ${printable(piece.reason)}`,
    ...frame(text, piece),
  ]);
}

/** The text with carets below a piece of it. */
function frame(text: string, { start, end }: Span): string[] {
  const before = widthOf(text.slice(0, start));
  const carets = Math.max(1, widthOf(text.slice(0, end)) - before);
  return [`    ${printable(text)}`, `    ${" ".repeat(before)}${"^".repeat(carets)}`];
}

function widthOf(text: string): number {
  return cells(text).reduce((sum, { width }) => sum + width, 0);
}

/** `--format json`. */
export function evalJson(text: string, { value, unknown, unset, messages }: Substituted): string {
  return `${JSON.stringify({ version: 1, text, value: value ?? null, unknown, unset, messages })}\n`;
}
