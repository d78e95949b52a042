// The conditions of a dialplan: of GotoIf, GosubIf, ExecIf, While and the like, and of IF().

import type { ConfigOption } from "../../config/section.ts";
import type { Text } from "../../dialplan/substitution/text.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { sitesThat } from "../application/calls.ts";
import { functionSites } from "../function/sites.ts";

export interface Condition {
  readonly option: ConfigOption;
  readonly source: string;
  readonly text: Text;
  /** The application or function, as it is written. */
  readonly of: string;
}

const applications: ReadonlySet<string> = new Set([
  "elseif",
  "execif",
  "gosubif",
  "gotoif",
  "if",
  "macroif",
  "while",
]);

const branching = sitesThat(({ name }) => applications.has(name));

export const conditionsOf: PerDialplan<readonly Condition[]> = perDialplan((dialplan, installation) => {
  const found: Condition[] = [];
  for (const { line, call } of branching(dialplan, installation)) {
    const { option } = line.step;
    const { application, source } = call;
    const first = call.arguments[0];
    if (first !== undefined) found.push({ option, source, text: first.text, of: application.text });
  }
  for (const { option, use, name } of functionSites(dialplan, installation)) {
    const first = name === "IF" ? use.arguments[0] : undefined;
    if (first !== undefined) found.push({ option, source: option.value, text: first.text, of: name });
  }
  return found;
});
