// The rules about functions of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { functionNotInVersion } from "./function-not-in-version.ts";
import { invalidFunctionArgument } from "./invalid-argument.ts";
import { missingFunctionArgument } from "./missing-argument.ts";
import { functionModuleNotLoaded } from "./module-not-loaded.ts";
import { notReadable } from "./not-readable.ts";
import { notWritable } from "./not-writable.ts";
import { removedFunction } from "./removed-function.ts";
import { unclosedParenthesis } from "./unclosed-parenthesis.ts";
import { unknownFunction } from "./unknown-function.ts";
import { withoutParentheses } from "./without-parentheses.ts";

export const functionRules: readonly Rule[] = [
  unknownFunction,
  removedFunction,
  functionNotInVersion,
  functionModuleNotLoaded,
  notReadable,
  notWritable,
  missingFunctionArgument,
  invalidFunctionArgument,
  withoutParentheses,
  unclosedParenthesis,
];
