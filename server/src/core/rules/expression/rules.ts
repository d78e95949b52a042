// The rules about expressions and conditions of the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { conditionWithoutExpression } from "./condition-without-expression.ts";
import { constantOperand } from "./constant-operand.ts";
import { divisionByZero } from "./division-by-zero.ts";
import { droppedCharacter } from "./dropped-character.ts";
import { emptyOperand } from "./empty-operand.ts";
import { halfQuoted } from "./half-quoted.ts";
import { invalidExpressionRegex } from "./invalid-regex.ts";
import { missingQuestionMark } from "./missing-question-mark.ts";
import { negatedText } from "./negated-text.ts";
import { notANumber } from "./not-a-number.ts";
import { syntaxError } from "./syntax-error.ts";
import { ternaryColon } from "./ternary-colon.ts";
import { textOrder } from "./text-order.ts";
import { unknownExpressionFunction } from "./unknown-function.ts";

export const expressionRules: readonly Rule[] = [
  syntaxError,
  ternaryColon,
  halfQuoted,
  emptyOperand,
  textOrder,
  notANumber,
  negatedText,
  divisionByZero,
  invalidExpressionRegex,
  droppedCharacter,
  unknownExpressionFunction,
  conditionWithoutExpression,
  missingQuestionMark,
  constantOperand,
];
