// The rules about names that one file gives and another defines, in the order of the index page.

import type { Rule } from "../rule.ts";
import { unknownContextElsewhere } from "./unknown-context.ts";
import { unknownMember } from "./unknown-member.ts";

export const elsewhereRules: readonly Rule[] = [unknownContextElsewhere, unknownMember];
