// Every rule, in the order of the index page.

import { appendWithoutMatch } from "./config/append-without-match.ts";
import { blankInSectionName } from "./config/blank-in-section-name.ts";
import { commentNesting } from "./config/comment-nesting.ts";
import { directiveWithoutArgument } from "./config/directive-without-argument.ts";
import { emptyBase } from "./config/empty-base.ts";
import { endlessAppend } from "./config/endless-append.ts";
import { execDisabled } from "./config/exec-disabled.ts";
import { headerLeftover } from "./config/header-leftover.ts";
import { includeTooDeep } from "./config/include-too-deep.ts";
import { invalidEscape } from "./config/invalid-escape.ts";
import { invalidFilter } from "./config/invalid-filter.ts";
import { lineTooLong } from "./config/line-too-long.ts";
import { longSectionName } from "./config/long-section-name.ts";
import { missingInclude } from "./config/missing-include.ts";
import { noEquals } from "./config/no-equals.ts";
import { noOptionName } from "./config/no-option-name.ts";
import { optionOutsideSection } from "./config/option-outside-section.ts";
import { repeatedInclude } from "./config/repeated-include.ts";
import { strayCommentEnd } from "./config/stray-comment-end.ts";
import { tooMuchCopying } from "./config/too-much-copying.ts";
import { unclosedHeader } from "./config/unclosed-header.ts";
import { unknownDirective } from "./config/unknown-directive.ts";
import { unknownSectionToAppend } from "./config/unknown-section-to-append.ts";
import { unknownTemplate } from "./config/unknown-template.ts";
import { unreadExec } from "./config/unread-exec.ts";
import { unreadInclude } from "./config/unread-include.ts";
import { unterminatedComment } from "./config/unterminated-comment.ts";
import type { Rule } from "./rule.ts";

export const rules: readonly Rule[] = [
  unclosedHeader,
  optionOutsideSection,
  invalidEscape,
  noEquals,
  noOptionName,
  lineTooLong,
  appendWithoutMatch,
  headerLeftover,
  blankInSectionName,
  longSectionName,
  unknownTemplate,
  emptyBase,
  unknownSectionToAppend,
  invalidFilter,
  endlessAppend,
  tooMuchCopying,
  missingInclude,
  includeTooDeep,
  repeatedInclude,
  unreadInclude,
  execDisabled,
  unreadExec,
  unknownDirective,
  directiveWithoutArgument,
  unterminatedComment,
  strayCommentEnd,
  commentNesting,
];

/** The rule of that id, or undefined. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id);
}
