// The rules about jumps and subroutines of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";

export const jumpRules: readonly Rule[] = [];
