// The rules about names and patterns of extensions, and times, in the order of the index page.

import type { Rule } from "../rule.ts";

export const patternRules: readonly Rule[] = [];
