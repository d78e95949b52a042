// The rules about what older versions of Asterisk understood in a dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";

export const leftoverRules: readonly Rule[] = [];
