// Every rule, in the order of the index page.

import { noEquals } from "./config/no-equals.ts";
import type { Rule } from "./rule.ts";

export const rules: readonly Rule[] = [noEquals];

/** The rule of that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
