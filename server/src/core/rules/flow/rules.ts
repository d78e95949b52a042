// The rules about the way of a call through the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";

export const flowRules: readonly Rule[] = [];
