// The rules about applications and their arguments, in the order of the index page.

import type { Rule } from "../rule.ts";
import { applicationNotInVersion } from "./application-not-in-version.ts";
import { argumentsWithoutParentheses } from "./arguments-without-parentheses.ts";
import { blankInName } from "./blank-in-name.ts";
import { cutBySemicolon } from "./cut-by-semicolon.ts";
import { deprecatedApplication } from "./deprecated-application.ts";
import { missingApplication } from "./missing-application.ts";
import { moduleNotLoaded } from "./module-not-loaded.ts";
import { removedApplication } from "./removed-application.ts";
import { textAfterParenthesis } from "./text-after-parenthesis.ts";
import { unbalanced } from "./unbalanced.ts";
import { unclosedSubstitution } from "./unclosed-substitution.ts";
import { unknownApplication } from "./unknown-application.ts";
import { variableAsApplication } from "./variable-as-application.ts";

export const applicationRules: readonly Rule[] = [
  unknownApplication,
  removedApplication,
  applicationNotInVersion,
  deprecatedApplication,
  moduleNotLoaded,
  missingApplication,
  blankInName,
  argumentsWithoutParentheses,
  variableAsApplication,
  textAfterParenthesis,
  cutBySemicolon,
  unclosedSubstitution,
  unbalanced,
];
