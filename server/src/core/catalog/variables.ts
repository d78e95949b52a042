// Channel variables that Asterisk itself sets, reads or answers.

import type { VariableSpec } from "./dialplan-spec.ts";
import table from "./tables/dialplan/variables.json" with { type: "json" };

// The table is JSON: its shape is promised by dialplan-spec.ts and held by a test.
const variables = table as unknown as readonly VariableSpec[];

const byName = new Map(variables.map((spec) => [spec.name, spec]));

/** Variables whose names end in a number, by what stands before it. */
const byFamily = new Map(
  variables.flatMap((spec) => (spec.family === undefined ? [] : [[spec.family, spec] as const])),
);

/** What is known of a variable; ARG12 is found as ARGn. Names are case-sensitive, as in Asterisk. */
export function variable(name: string): VariableSpec | undefined {
  const found = byName.get(name);
  if (found !== undefined) return found.family === undefined ? found : undefined;
  return endsInDigit(name) ? byFamily.get(beforeNumber(name)) : undefined;
}

/** Whether Asterisk answers the name before it looks for a variable, so that setting one has no effect. */
export function isBuiltin(name: string): boolean {
  return byName.get(name)?.kind === "builtin";
}

/** All names; those that end in a number appear as "ARGn". */
export function variableNames(): readonly string[] {
  return [...byName.keys()];
}

function beforeNumber(name: string): string {
  let end = name.length;
  while (end > 0 && isDigit(name, end - 1)) end--;
  return name.slice(0, end);
}

function endsInDigit(name: string): boolean {
  return isDigit(name, name.length - 1);
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57;
}
