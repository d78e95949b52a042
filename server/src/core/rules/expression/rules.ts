// The rules about expressions, in the order of the index page.

import type { Rule } from "../rule.ts";

export const expressionRules: readonly Rule[] = [];
