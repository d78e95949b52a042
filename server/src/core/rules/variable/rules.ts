// The rules about variables of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { blankInVariableName } from "./blank-in-name.ts";
import { inheritancePrefix } from "./inheritance-prefix.ts";
import { misspelled } from "./misspelled.ts";
import { readOnlyVariable } from "./read-only.ts";
import { substringNumbers } from "./substring-numbers.ts";
import { unreadGlobal } from "./unread-global.ts";
import { withoutBraces } from "./without-braces.ts";

export const variableRules: readonly Rule[] = [
  blankInVariableName,
  inheritancePrefix,
  withoutBraces,
  readOnlyVariable,
  substringNumbers,
  misspelled,
  unreadGlobal,
];
