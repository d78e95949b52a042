// The rules about lines of extensions.conf that Asterisk refuses, drops or takes otherwise, in the order of the index page.

import type { Rule } from "../rule.ts";
import { continuedNumbering } from "./continued-numbering.ts";
import { discouragedPattern } from "./discouraged-pattern.ts";
import { duplicateLabel } from "./duplicate-label.ts";
import { duplicatePriority } from "./duplicate-priority.ts";
import { emptyExtension } from "./empty-extension.ts";
import { emptyGlobal } from "./empty-global.ts";
import { emptyInSwitch } from "./empty-in-switch.ts";
import { globalFunction } from "./global-function.ts";
import { invalidPriority } from "./invalid-priority.ts";
import { loopbackContext } from "./loopback-context.ts";
import { lostAfterHint } from "./lost-after-hint.ts";
import { lostOffset } from "./lost-offset.ts";
import { missingInclude } from "./missing-include.ts";
import { noClosingParenthesis } from "./no-closing-parenthesis.ts";
import { noPreviousExtension } from "./no-previous-extension.ts";
import { notABoolean } from "./not-a-boolean.ts";
import { outsideContext } from "./outside-context.ts";
import { relativeWithoutStart } from "./relative-without-start.ts";
import { repeatedInclude } from "./repeated-include.ts";
import { repeatedStatement } from "./repeated-statement.ts";
import { secondGeneral } from "./second-general.ts";
import { similarContextNames } from "./similar-context-names.ts";
import { unclosedLabel } from "./unclosed-label.ts";
import { unknownDirective } from "./unknown-directive.ts";
import { unknownGeneralOption } from "./unknown-general-option.ts";
import { unknownSwitch } from "./unknown-switch.ts";

export const dialplanRules: readonly Rule[] = [
  unknownDirective,
  outsideContext,
  secondGeneral,
  unknownGeneralOption,
  notABoolean,
  globalFunction,
  emptyGlobal,
  noPreviousExtension,
  invalidPriority,
  unclosedLabel,
  relativeWithoutStart,
  emptyExtension,
  duplicatePriority,
  lostAfterHint,
  continuedNumbering,
  missingInclude,
  similarContextNames,
  unknownSwitch,
  emptyInSwitch,
  loopbackContext,
  duplicateLabel,
  lostOffset,
  noClosingParenthesis,
  discouragedPattern,
  repeatedInclude,
  repeatedStatement,
];
