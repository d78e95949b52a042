// Hover on variables, functions and expressions of the dialplan: what they are, and their value where it is constant.

import { variable } from "../../catalog/variables.ts";
import { counted } from "../../text/counted.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { maskLine, maskValue } from "../../text/secrets.ts";
import type { Cursor } from "../cursor.ts";
import { functionDocumentation } from "../documentation/call-documentation.ts";
import { listed } from "../documentation/since-words.ts";
import { variableDocumentation } from "../documentation.ts";
import { code, paragraphs } from "../markdown.ts";
import { placeText } from "../places.ts";
import { dialplanOf, stepsOf } from "../step-places.ts";
import type { Subject } from "../subject.ts";
import { constantValue, type SubstitutionAt, substitutionAt } from "./constant-value.ts";

type At<Kind> = Extract<Cursor, { kind: Kind }>;

export function variableHover(subject: Subject, { token }: At<"variable">, offset: number): string {
  const name = token.text;
  const spec = variable(name);
  const { version } = subject.installation.settings;
  return paragraphs([
    spec === undefined ? `**\${${name}}** · variable` : variableDocumentation(spec, version),
    valueText(subject, offset),
    settersText(subject, name),
  ]);
}

/** A line of [globals]: what the variable holds once it is read. */
export function globalHover(subject: Subject, name: string): string {
  const { globals } = dialplanOf(subject);
  const { written } = stepsOf(subject);
  const value = globals.get(name);
  return paragraphs([
    `**\${${name}}** · global variable`,
    isSecretName(name)
      ? "Its value is a secret."
      : value === undefined
        ? "Its value is only known to a running Asterisk."
        : `Begins as ${value === "" ? "an empty text" : code(maskValue(name, value))}.`,
    written.has(name) ? settersText(subject, name) : "No step seen here sets it.",
  ]);
}

/** The lines that set a variable. */
export function settersText(
  subject: Pick<Subject, "installation" | "roots">,
  name: string,
): string | undefined {
  const dialplan = dialplanOf(subject);
  const places: string[] = [];
  for (const section of dialplan.load.sections) {
    if (section.name.toLowerCase() !== "globals") continue;
    for (const option of section.options)
      if (option.name === name) places.push(`[globals] at ${placeText(option)}`);
  }
  let more = 0;
  for (const text of stepsOf(subject).texts) {
    const sets = text.first.writes.some(
      ({ variable: written, function: use }) =>
        written === name || (use?.name === "GLOBAL" && use.arguments[0]?.value === name),
    );
    if (!sets) continue;
    for (const { step } of text.lines) {
      if (places.length < 5) places.push(placeText(step.option));
      else more++;
    }
  }
  if (places.length === 0) return undefined;
  return `Set in ${listed(more > 0 ? [...places, `${more} more lines`] : places)}.`;
}

export function functionHover(subject: Subject, { token }: At<"function-name">, offset: number): string {
  const { functions } = subject.installation.dialplanCatalog;
  const { version } = subject.installation.settings;
  const spec = functions.function(token.text) ?? functions.ofAnyVersion(token.text);
  const other = spec === undefined ? functions.ignoringCase(token.text) : undefined;
  return paragraphs([
    spec === undefined
      ? `**${token.text}()** · function${other === undefined ? "" : `: Asterisk knows ${code(other.name)}, and case matters`}`
      : functionDocumentation(spec, version),
    valueText(subject, offset),
  ]);
}

export function expressionHover(subject: Subject, offset: number): string | undefined {
  const found = substitutionAt(subject, offset);
  if (found === undefined) return undefined;
  const text = found.source.slice(found.part.start, found.part.end);
  return paragraphs([
    `${code(maskValue("text", text))} · ${found.part.kind === "expression" ? "expression" : "substitution"}`,
    substringWords(found),
    knownValueText(subject, found),
  ]);
}

/** What `:offset:length` cuts out: "without its first 2 characters". */
function substringWords({ part, source }: SubstitutionAt): string | undefined {
  if (part.kind === "expression" || part.substring === undefined) return undefined;
  const name = source.slice(part.start + 2, part.substring.start - 1);
  const found = /^(-?\d{1,9})(?::(-?\d{1,9})?)?$/.exec(
    source.slice(part.substring.start, part.substring.end),
  );
  if (found === null) return undefined;
  const offset = Number(found[1]);
  const length = found[2] === undefined ? undefined : Number(found[2]);
  const characters = (count: number): string => (count === 1 ? "character" : `${count} characters`);
  const what = code(name);
  if (length === undefined) {
    if (offset === 0) return `All of ${what}.`;
    return offset > 0
      ? `${what} without its first ${characters(offset)}.`
      : `The last ${characters(-offset)} of ${what}.`;
  }
  const from =
    offset > 0
      ? ` behind the first${offset === 1 ? "" : ` ${offset}`}`
      : offset < 0
        ? ` from the last ${-offset} on`
        : "";
  if (length < 0) return `${what}${from}, without its last ${characters(-length)}.`;
  return offset === 0
    ? `The first ${characters(length)} of ${what}.`
    : `${counted(length, "character")} of ${what}${from}.`;
}

/** The value of the substitution around an offset. */
export function valueText(subject: Subject, offset: number): string | undefined {
  const found = substitutionAt(subject, offset);
  return found === undefined ? undefined : knownValueText(subject, found);
}

function knownValueText(subject: Subject, found: SubstitutionAt): string | undefined {
  const { value, unknown, messages } = constantValue(subject, found);
  const said = messages
    .filter(({ syntax }) => syntax)
    .slice(0, 3)
    .map(({ level, text }) => `Asterisk logs: ${level}: ${text.split("\n")[0] ?? ""}`);
  if (value !== undefined)
    return paragraphs([`Value: ${value === "" ? "empty" : code(maskLine(value))}`, ...said]);
  const reads = [...new Set(unknown.map(({ what }) => what))].filter((what) => what !== "$[]");
  const isOnlyItself =
    found.part.kind !== "expression" && reads.length === 1 && unknown[0]?.start === found.part.start;
  if (isOnlyItself) {
    const reason = unknown[0]?.reason;
    return reason === "it is a secret" ? "Its value is a secret." : paragraphs(said);
  }
  return paragraphs([
    reads.length === 0 ? undefined : `Reads ${listed(reads.slice(0, 10).map(code))}, known during a call.`,
    ...said,
  ]);
}
