// The rules about lines of extensions.conf that Asterisk refuses or drops, in the order of the index page.

import type { Rule } from "../rule.ts";
import { continuedNumbering } from "./continued-numbering.ts";
import { discouragedPattern } from "./discouraged-pattern.ts";
import { duplicateLabel } from "./duplicate-label.ts";
import { duplicatePriority } from "./duplicate-priority.ts";
import { emptyExtension } from "./empty-extension.ts";
import { invalidPriority } from "./invalid-priority.ts";
import { lostAfterHint } from "./lost-after-hint.ts";
import { lostOffset } from "./lost-offset.ts";
import { missingInclude } from "./missing-include.ts";
import { noClosingParenthesis } from "./no-closing-parenthesis.ts";
import { noPreviousExtension } from "./no-previous-extension.ts";
import { relativeWithoutStart } from "./relative-without-start.ts";
import { repeatedInclude } from "./repeated-include.ts";
import { repeatedStatement } from "./repeated-statement.ts";
import { unclosedLabel } from "./unclosed-label.ts";
import { unknownDirective } from "./unknown-directive.ts";

export const dialplanRules: readonly Rule[] = [
  unknownDirective,
  noPreviousExtension,
  invalidPriority,
  unclosedLabel,
  relativeWithoutStart,
  emptyExtension,
  duplicatePriority,
  lostAfterHint,
  continuedNumbering,
  missingInclude,
  duplicateLabel,
  lostOffset,
  noClosingParenthesis,
  discouragedPattern,
  repeatedInclude,
  repeatedStatement,
];
