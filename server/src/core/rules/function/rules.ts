// The rules about functions of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";

export const functionRules: readonly Rule[] = [];
