// The application or function whose arguments are being written, and which of them is next.

import type { ArgumentSpec, DialplanEntry, OptionLetter } from "../catalog/dialplan-spec.ts";
import type { AsteriskVersion } from "../catalog/version.ts";
import type { CallAt, Cursor } from "./cursor/model.ts";
import { cursorAt } from "./cursor.ts";
import { argumentDocumentation, letterDocumentation } from "./documentation/call-documentation.ts";
import { paragraphs } from "./markdown.ts";
import type { Subject } from "./subject.ts";

export interface Signature {
  /** "Dial([Technology/Resource&...],[timeout],[options],[URL])" */
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Index of the parameter around the cursor; undefined where there are none, or the cursor is behind all. */
  readonly active: number | undefined;
}

export interface SignatureParameter {
  /** Its place in the label. */
  readonly start: number;
  readonly end: number;
  readonly documentation: string;
}

/** The innermost call around a cursor that the catalogue knows. */
export function signatureAt(subject: Subject, offset: number): Signature | undefined {
  const cursor = cursorAt(subject, offset);
  if (!("calls" in cursor)) return undefined;
  const call = cursor.calls.find(({ spec }) => spec !== undefined);
  if (call?.spec === undefined) return undefined;
  return signatureOf(call, call.spec, cursor, subject, offset);
}

function signatureOf(
  call: CallAt,
  spec: DialplanEntry,
  cursor: Cursor,
  subject: Subject,
  offset: number,
): Signature {
  const { separator = "," } = spec;
  let label = `${spec.name}(`;
  const parameters = spec.arguments.map((argument, index) => {
    const start = label.length;
    label += parameterText(argument);
    const end = label.length;
    if (index < spec.arguments.length - 1) label += separator;
    return { start, end, documentation: argumentText(argument, spec, subject, cursor, offset) };
  });
  const active = activeIndex(call, spec);
  return { label: `${label})`, documentation: paragraphs([spec.summary, spec.note]), parameters, active };
}

function parameterText({ name, required, separator }: ArgumentSpec): string {
  const several = separator === undefined ? name : `${name}${separator}...`;
  return required ? several : `[${several}]`;
}

/** Arguments may be left out in front of others, and the last may be repeated: the specification tells. */
function activeIndex({ argument, index }: CallAt, { arguments: all }: DialplanEntry): number | undefined {
  if (all.length === 0) return undefined;
  const found = argument === undefined ? -1 : all.indexOf(argument);
  if (found >= 0) return found;
  return index < all.length ? index : undefined;
}

function argumentText(
  argument: ArgumentSpec,
  spec: DialplanEntry,
  subject: Subject,
  cursor: Cursor,
  offset: number,
): string {
  const own = argumentDocumentation(argument);
  if (argument.kind !== "options" && argument.kind !== "word-options") return own;
  const { version } = subject.installation.settings;
  const letters = spec.options.filter((option) => isThere(option, version));
  const current = letterAtCursor(cursor, letters, subject, offset);
  const others = letters.filter((letter) => letter !== current);
  const lines = [...(current === undefined ? [] : [current]), ...others].map(
    (option) => `- ${option === current ? "→ " : ""}${letterDocumentation(option)}`,
  );
  return paragraphs([own, lines.join("\n")]);
}

function isThere({ presentIn }: OptionLetter, { major }: AsteriskVersion): boolean {
  return presentIn?.includes(major) !== false;
}

/** The letter whose argument the cursor is in, or that stands right in front of it. */
function letterAtCursor(
  cursor: Cursor,
  letters: readonly OptionLetter[],
  { text }: Subject,
  offset: number,
): OptionLetter | undefined {
  if (cursor.kind !== "argument" || cursor.calls[0]?.argument?.kind !== "options") return undefined;
  const { span } = cursor.token;
  const written = cursor.letter?.letter ?? (offset > span.start ? text[offset - 1] : undefined);
  return letters.find(({ letter }) => letter === written);
}
