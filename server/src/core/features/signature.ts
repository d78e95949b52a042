// The application or function whose arguments are being written, and which of them is next.

import type { ArgumentSpec, DialplanEntry, OptionLetter } from "../catalog/dialplan-spec.ts";
import type { AsteriskVersion } from "../catalog/version.ts";
import { partDocumentation, partIndex, partsOf } from "./argument-parts.ts";
import type { CallAt, Cursor, StepAt } from "./cursor/model.ts";
import { cursorAt } from "./cursor.ts";
import { argumentDocumentation, letterDocumentation } from "./documentation/call-documentation.ts";
import { paragraphs } from "./markdown.ts";
import { argumentsRead, routineArgument } from "./routine-arguments.ts";
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
  return call.what === "subroutine"
    ? routineSignature(call, subject, cursor)
    : signatureOf(call, call.spec, cursor, subject, offset);
}

function signatureOf(
  call: CallAt,
  spec: DialplanEntry,
  cursor: Cursor,
  subject: Subject,
  offset: number,
): Signature {
  const { separator = "," } = spec;
  const parameters: Parameter[] = spec.arguments.flatMap((argument) => {
    const parts = partsOf(argument);
    if (parts.length === 0)
      return [
        {
          name: parameterText(argument),
          documentation: argumentText(argument, spec, subject, cursor, offset),
        },
      ];
    return parts.map((part, index) => ({
      name: part.required ? part.name : `[${part.name}]`,
      documentation: partDocumentation(spec, argument, part),
      separator: index < parts.length - 1 ? argument.partSeparator : undefined,
    }));
  });
  const active = parameterIndex(call, spec, subject, offset);
  return laidOut(spec.name, separator, parameters, paragraphs([spec.summary, spec.note]), active);
}

/** A subroutine: as many arguments as are given or read. */
function routineSignature(call: CallAt, subject: Subject, step: StepAt): Signature {
  const reads = argumentsRead(subject, step, call.name.text);
  const count = Math.max(2, call.arguments.length, ...reads.keys());
  const parameters = Array.from({ length: count }, (_, index) => ({
    name: `[ARG${index + 1}]`,
    documentation: routineArgument(reads, index + 1),
  }));
  const { summary } = call.spec ?? { summary: "" };
  return laidOut(call.name.text, ",", parameters, summary, Math.min(call.index, count - 1));
}

interface Parameter {
  readonly name: string;
  readonly documentation: string;
  /** Behind it, where it is not that of the call. */
  readonly separator?: string | undefined;
}

function laidOut(
  name: string,
  separator: string,
  all: readonly Parameter[],
  documentation: string,
  active: number | undefined,
): Signature {
  let label = `${name}(`;
  const parameters = all.map((parameter, index) => {
    const start = label.length;
    label += parameter.name;
    const end = label.length;
    if (index < all.length - 1) label += parameter.separator ?? separator;
    return { start, end, documentation: parameter.documentation };
  });
  return { label: `${label})`, documentation, parameters, active };
}

/** Counts the parts of arguments: where the cursor is. */
function parameterIndex(
  call: CallAt,
  spec: DialplanEntry,
  { text }: Subject,
  offset: number,
): number | undefined {
  const active = activeIndex(call, spec);
  const argument = active === undefined ? undefined : spec.arguments[active];
  if (active === undefined || argument === undefined) return active;
  const before = spec.arguments
    .slice(0, active)
    .reduce((sum, one) => sum + Math.max(1, partsOf(one).length), 0);
  if (partsOf(argument).length === 0) return before;
  const { start = offset } = call.arguments[call.index]?.span ?? {};
  return before + partIndex(argument, text.slice(start, offset));
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
