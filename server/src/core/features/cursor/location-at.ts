// Which part of a location is at a cursor: context, extension or priority.

import type { ArgumentSpec } from "../../catalog/dialplan-spec.ts";
import { sliceText, splitText } from "../../dialplan/step/arguments.ts";
import { readLocation } from "../../dialplan/step/location.ts";
import type { Text } from "../../dialplan/substitution/text.ts";
import type { CallAt, LetterAt, LocationAt, StepAt, Token } from "./model.ts";
import type { Value } from "./value-at.ts";

const locationParts: ReadonlySet<string | undefined> = new Set([
  "dialplan-context",
  "dialplan-extension",
  "dialplan-priority",
]);

/** The last three arguments of Goto and its like. Where the priority may be left out, the context comes first. */
function locationOf(value: Value, call: CallAt): LocationAt | undefined {
  const all = call.spec?.arguments ?? [];
  const first = all.length - 3;
  const index = call.index - first;
  if (all[first]?.kind !== "dialplan-context" || all[first + 2]?.kind !== "dialplan-priority")
    return undefined;
  if (index < 0) return undefined;
  const parts = call.arguments.slice(first).map(withoutArguments);
  while (all[first + 2]?.required !== true && parts.length < 3) parts.push(value.token(value.at, value.at));
  return { parts, index, separator: "," };
}

/** "1(a,b)" is the priority 1. */
function withoutArguments({ text, span }: Token): Token {
  const open = text.indexOf("(");
  if (open < 0 || text.slice(0, open).includes("$")) return { text, span };
  return { text: text.slice(0, open), span: { start: span.start, end: span.start + open } };
}

export function locationAt(
  value: Value,
  text: Text,
  spec: ArgumentSpec | undefined,
  letter: LetterAt | undefined,
  { calls: [call] }: StepAt,
): LocationAt | undefined {
  const { source, at } = value;
  const kind = letter === undefined ? spec?.kind : letter.spec?.argumentKind;
  if (letter === undefined && call !== undefined && locationParts.has(kind)) return locationOf(value, call);
  if (kind !== "dialplan-location" && kind !== "gosub-location") return undefined;
  let place = text;
  if (letter !== undefined) {
    const start = source.lastIndexOf("(", at - 1) + 1;
    const close = source.indexOf(")", at);
    place = sliceText(text, Math.max(text.start, start), close < 0 ? text.end : Math.min(text.end, close));
  } else place = branchAt(value, text, spec);
  const separator = letter === undefined ? "," : "^";
  const read = readLocation(source, place, { separator, withArguments: kind === "gosub-location" });
  if (read?.hasArguments === true && at > read.priority.end) return undefined;
  const parts =
    read === undefined
      ? []
      : [read.context, read.extension, read.priority].filter((part) => part !== undefined);
  const tokens = parts.map((part) => value.token(part.start, part.end));
  const index = parts.findIndex((part) => at <= part.end);
  return { parts: tokens, index: index < 0 ? Math.max(0, parts.length - 1) : index, separator };
}

/** The part of "a:b" around the cursor. */
export function branchAt(value: Value, text: Text, spec: ArgumentSpec | undefined): Text {
  if (spec?.partSeparator === undefined) return text;
  const splitting = { separator: spec.partSeparator, protects: true, unquotes: false, most: 2 };
  const branches = splitText(value.source, text, splitting).slices.map((slice) => slice.text);
  return branches.find(({ end }) => value.at <= end) ?? text;
}
