// Substitutions whose value certainly does not begin with a quote.

import { variable } from "../../catalog/variables.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { constantText, type Part, type Text } from "../../dialplan/substitution/text.ts";
import type { Installation } from "../../workspace/installation.ts";
import { knownVariables } from "../variable/known-variables.ts";

/** Whether the `hole`th character of an expression with holes stands for such a substitution. */
export type Unquoted = (source: string, body: Text, hole: number) => boolean;

/** Functions that answer with numbers or fixed words. */
const plain: ReadonlySet<string> = new Set(
  ["ABS", "DB_EXISTS", "DEVICE_STATE", "DIALPLAN_EXISTS", "EXISTS", "EXTENSION_STATE", "FIELDQTY"].concat([
    "GROUP_COUNT",
    "GROUP_MATCH_COUNT",
    "ISNULL",
    "LEN",
    "MATH",
    "QUEUE_WAITING_COUNT",
    "RAND",
    "REGEX",
    "STAT",
    "VALID_EXTEN",
    "VMCOUNT",
  ]),
);

/** Whether a function answers with nothing but a number or a fixed word. */
export function answersPlainly(name: string | undefined): boolean {
  return name !== undefined && plain.has(name);
}

export function neverQuoted(dialplan: Dialplan, installation: Installation): Unquoted {
  const { written } = installation.steps(dialplan);
  let constants: ReadonlySet<string> | undefined;
  const isPlain = (part: Part, source: string): boolean => {
    if (part.kind === "expression" || part.kind === "literal") return false;
    const name = constantText(source, part.name);
    if (name === undefined) return false;
    if (part.kind === "function") return plain.has(name);
    const spec = variable(name);
    if (spec?.kind === "builtin") return true;
    const settled = spec?.kind.startsWith("set") === true && (spec.values?.length ?? 0) > 0;
    if (settled && !written.has(name) && !dialplan.globals.has(name)) return true;
    constants ??= unquotedConstants(dialplan, installation);
    return spec === undefined && constants.has(name);
  };
  return (source, body, hole) => {
    const part = partAt(body, hole);
    return part !== undefined && isPlain(part, source);
  };
}

/** Variables that only get values without substitutions and quotes, where nothing else can set them. */
function unquotedConstants(dialplan: Dialplan, installation: Installation): ReadonlySet<string> {
  const found = new Set<string>();
  if (knownVariables(dialplan, installation) === undefined) return found;
  const others = new Set<string>();
  for (const { step, writes } of installation.steps(dialplan).writing) {
    for (const { variable: name, function: use, value } of writes) {
      // LOCAL(x), GLOBAL(x) and the like name a variable too.
      const named = use?.arguments[0]?.value;
      if (named !== undefined) others.add(named);
      if (name === undefined) continue;
      const text = constantText(step.option.value, value) ?? "";
      (text === "" || /["']/.test(text) ? others : found).add(name);
    }
  }
  for (const name of dialplan.globals.keys()) others.add(name);
  for (const name of others) found.delete(name);
  return found;
}

/** The substitution that a character of the text with holes stands for. */
export function partAt({ parts }: Text, at: number): Part | undefined {
  let length = 0;
  for (const part of parts) {
    if (length === at && part.kind !== "literal") return part;
    length += part.kind === "literal" ? part.end - part.start : 1;
    if (length > at) return undefined;
  }
  return undefined;
}
