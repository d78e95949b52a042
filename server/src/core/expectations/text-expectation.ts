// The test `{text, variables?, expect: VALUE}`: a dialplan text, and what it should become. Needs no
// configuration.

import { substitute } from "../dialplan/substitution/substitute.ts";
import { givenVariables } from "../dialplan/substitution/variables.ts";
import type { Detail, ExpectationFacts, ExpectationKind, Outcome } from "./expectation.ts";

export interface TextExpectation extends ExpectationFacts {
  readonly kind: "text";
  readonly text: string;
  /** All others are unset. */
  readonly variables: ReadonlyMap<string, string>;
  readonly value: string;
}

export const textKind: ExpectationKind<TextExpectation> = {
  mark: "text",
  keys: ["name", "text", "variables", "expect"],
  required: ["text", "expect"],
  read(fields, facts, reader) {
    if (!fields.has("expect")) return undefined;
    const text = reader.text(fields.get("text"), `"text"`);
    const value = reader.text(fields.get("expect"), `"expect"`);
    const variables = new Map<string, string>();
    const given = fields.has("variables") ? reader.entries(fields.get("variables"), `"variables"`) : [];
    for (const { key, value: node } of given ?? []) {
      const read = reader.text(node, `the variable "${key}"`);
      if (read !== undefined) variables.set(key, read);
    }
    if (text === undefined || value === undefined) return undefined;
    return { kind: "text", ...facts, text, variables, value };
  },
};

export function runText({ name, line, text, variables, value }: TextExpectation): Outcome {
  const found = substitute(text, givenVariables(variables));
  return {
    line,
    passed: found.value === value,
    name: name ?? `${text} becomes ${JSON.stringify(value)}`,
    details: () => {
      const missing = [...new Set(found.unset.map((each) => each.name))];
      return [
        { key: "message", value: messageOf(found.value) },
        { key: "text", value: text },
        { key: "expected", value },
        { key: "actual", value: found.value ?? null },
        { key: "unknown", value: found.unknown.map(({ what, reason }) => `${what}: ${reason}`) },
        { key: "unset", value: missing },
        { key: "log", value: found.messages.map((each) => `${each.level}: ${each.text}`) },
      ] satisfies Detail[];
    },
  };
}

function messageOf(value: string | undefined): string {
  return value === undefined
    ? "what the text becomes is only known during a call"
    : `the text becomes ${JSON.stringify(value)}`;
}
