// The rules about what older versions of Asterisk understood in a dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { macro } from "./macro.ts";
import { pipeAsSeparator } from "./pipe-as-separator.ts";
import { priorityJumping } from "./priority-jumping.ts";
import { sipApplication } from "./sip-application.ts";
import { variableOfMacro } from "./variable-of-macro.ts";

export const leftoverRules: readonly Rule[] = [
  macro,
  variableOfMacro,
  sipApplication,
  pipeAsSeparator,
  priorityJumping,
];
