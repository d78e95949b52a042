// What an upgrade changes.

import type { Rule } from "../rule.ts";
import { invertedKeepalive } from "./inverted-keepalive.ts";
import { moduleNotBuilt } from "./module-not-built.ts";
import { movedArgument } from "./moved-argument.ts";
import { otherDefault } from "./other-default.ts";
import { otherFormat } from "./other-format.ts";
import { otherValueCounts } from "./other-value-counts.ts";
import { removedModule } from "./removed-module.ts";
import { removedSetting } from "./removed-setting.ts";
import { unreadFile } from "./unread-file.ts";

export const upgradeRules: readonly Rule[] = [
  unreadFile,
  removedModule,
  moduleNotBuilt,
  removedSetting,
  movedArgument,
  otherFormat,
  otherDefault,
  otherValueCounts,
  invertedKeepalive,
];
