// The rules about variables of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";

export const variableRules: readonly Rule[] = [];
