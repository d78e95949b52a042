// The rules about the way of a call through the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { blockWithoutStart } from "./block-without-start.ts";
import { endlessLoop } from "./endless-loop.ts";
import { gap } from "./gap.ts";
import { headerNeverSent } from "./header-never-sent.ts";
import { includeCycle } from "./include-cycle.ts";
import { invalidTime } from "./invalid-time.ts";
import { missingHandler } from "./missing-handler.ts";
import { missingReturn } from "./missing-return.ts";
import { neverTrueTime } from "./never-true-time.ts";
import { noFirstPriority } from "./no-first-priority.ts";
import { returnWithoutGosub } from "./return-without-gosub.ts";
import { unclosedBlock } from "./unclosed-block.ts";
import { unenteredContext } from "./unentered-context.ts";
import { unreachableStep } from "./unreachable-step.ts";

export const flowRules: readonly Rule[] = [
  noFirstPriority,
  endlessLoop,
  gap,
  missingReturn,
  returnWithoutGosub,
  missingHandler,
  unclosedBlock,
  blockWithoutStart,
  invalidTime,
  neverTrueTime,
  unreachableStep,
  headerNeverSent,
  includeCycle,
  unenteredContext,
];
