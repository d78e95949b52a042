// The rules about devices that the dialplan dials or watches, in the order of the index page.

import type { Rule } from "../rule.ts";

export const deviceRules: readonly Rule[] = [];
