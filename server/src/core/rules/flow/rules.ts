// The rules about the way of a call through the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { blockWithoutStart } from "./block-without-start.ts";
import { gap } from "./gap.ts";
import { includeCycle } from "./include-cycle.ts";
import { invalidTime } from "./invalid-time.ts";
import { neverTrueTime } from "./never-true-time.ts";
import { noFirstPriority } from "./no-first-priority.ts";
import { unclosedBlock } from "./unclosed-block.ts";
import { unreachableStep } from "./unreachable-step.ts";

export const flowRules: readonly Rule[] = [
  noFirstPriority,
  gap,
  unclosedBlock,
  blockWithoutStart,
  invalidTime,
  neverTrueTime,
  unreachableStep,
  includeCycle,
];
