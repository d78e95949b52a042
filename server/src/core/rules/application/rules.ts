// The rules about applications and their arguments, in the order of the index page.

import type { Rule } from "../rule.ts";
import { applicationNotInVersion } from "./application-not-in-version.ts";
import { argumentsWithoutParentheses } from "./arguments-without-parentheses.ts";
import { blankInName } from "./blank-in-name.ts";
import { cutBySemicolon } from "./cut-by-semicolon.ts";
import { deprecatedApplication } from "./deprecated-application.ts";
import { execIfComma } from "./execif-comma.ts";
import { invalidArgument } from "./invalid-argument.ts";
import { misplacedOptions } from "./misplaced-options.ts";
import { missingApplication } from "./missing-application.ts";
import { missingArgument } from "./missing-argument.ts";
import { missingOptionArgument } from "./missing-option-argument.ts";
import { moduleNotLoaded } from "./module-not-loaded.ts";
import { optionNotInVersion } from "./option-not-in-version.ts";
import { removedApplication } from "./removed-application.ts";
import { setBlankInName } from "./set-blank-in-name.ts";
import { setSeveral } from "./set-several.ts";
import { setWithoutEquals } from "./set-without-equals.ts";
import { strayParenthesis } from "./stray-parenthesis.ts";
import { textAfterParenthesis } from "./text-after-parenthesis.ts";
import { unbalanced } from "./unbalanced.ts";
import { unclosedOption } from "./unclosed-option.ts";
import { unclosedSubstitution } from "./unclosed-substitution.ts";
import { unknownApplication } from "./unknown-application.ts";
import { unknownOption } from "./unknown-option.ts";
import { variableAsApplication } from "./variable-as-application.ts";

export const applicationRules: readonly Rule[] = [
  unknownApplication,
  removedApplication,
  applicationNotInVersion,
  deprecatedApplication,
  moduleNotLoaded,
  missingApplication,
  blankInName,
  strayParenthesis,
  argumentsWithoutParentheses,
  variableAsApplication,
  textAfterParenthesis,
  cutBySemicolon,
  unclosedSubstitution,
  unbalanced,
  missingArgument,
  invalidArgument,
  misplacedOptions,
  unknownOption,
  optionNotInVersion,
  missingOptionArgument,
  unclosedOption,
  setSeveral,
  setBlankInName,
  setWithoutEquals,
  execIfComma,
];
