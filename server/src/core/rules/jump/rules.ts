// The rules about jumps and subroutines of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { blankInTarget } from "./blank-in-target.ts";
import { contextAsExtension } from "./context-as-extension.ts";
import { extensionAsPriority } from "./extension-as-priority.ts";
import { gosubArguments } from "./gosub-arguments.ts";
import { unknownJumpContext } from "./unknown-context.ts";
import { unknownExtension } from "./unknown-extension.ts";
import { unknownLabel } from "./unknown-label.ts";
import { unknownPriority } from "./unknown-priority.ts";

export const jumpRules: readonly Rule[] = [
  unknownJumpContext,
  unknownExtension,
  unknownLabel,
  unknownPriority,
  blankInTarget,
  contextAsExtension,
  extensionAsPriority,
  gosubArguments,
];
