// Works out an expression as Asterisk does (main/ast_expr2.y): its value, and what is logged on the way. Texts are
// bytes here, one unit each, since Asterisk's regular expressions and comparisons count bytes.

import { searchRegex } from "../../config/posix-search.ts";
import {
  add,
  compare,
  divide,
  type Extended,
  fromInteger,
  isNegative,
  isZero,
  multiply,
  negated,
  rounded,
  subtract,
  truncatedRemainder,
  zero,
} from "./extended.ts";
import { functionsOfOne, functionsOfTwo } from "./math-functions.ts";
import { printNumber, readNumber } from "./number-text.ts";
import {
  type BinaryNode,
  type CallNode,
  type ExpressionNode,
  parseExpression,
  type SyntaxFault,
} from "./parse.ts";
import {
  asNumber,
  asText,
  chooses,
  counted,
  type ExpressionValue,
  isTruthyForNot,
  isZeroOrEmpty,
  madeText,
  numberValue,
  order,
  withoutQuotes,
} from "./value.ts";

/** Something that Asterisk logs about an expression; offsets count in the expression's bytes. */
export interface ExpressionMessage {
  readonly level: "NOTICE" | "WARNING" | "ERROR";
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Set for a syntax error: where its caret stands. */
  readonly column?: number;
}

export interface ExpressionResult {
  /** Undefined where it cannot be told; `reason` says why. */
  readonly value: string | undefined;
  readonly reason: string | undefined;
  readonly messages: readonly ExpressionMessage[];
  readonly fault: SyntaxFault | undefined;
}

/** What a dialplan function answers: its value, "missing" where there is no such function, or why it is unknown. */
export type FunctionAnswer =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "unknown"; readonly reason: string };

export type FunctionReader = (name: string, data: string) => FunctionAnswer;

export function evaluateExpression(text: string, read: FunctionReader): ExpressionResult {
  const { nodes, result, fault } = parseExpression(text);
  const evaluation = new Evaluation(read);
  for (const node of nodes) evaluation.work(node);
  const messages = evaluation.messages;
  if (fault !== undefined) messages.push(...syntaxMessages(text, fault));
  if (result === "empty") return { value: "", reason: undefined, messages, fault };
  if (result === "none") return { value: "0", reason: undefined, messages, fault };
  const value = evaluation.valueOf(result);
  if (value.kind === "unknown") return { value: undefined, reason: value.reason, messages, fault };
  return { value: asText(value), reason: undefined, messages, fault };
}

/** What is logged of a syntax error: the text with a caret below it, and a word of advice. */
function syntaxMessages(text: string, { message, start, end }: SyntaxFault): ExpressionMessage[] {
  return [
    {
      level: "WARNING",
      text: `ast_yyerror():  syntax error: ${message}; Input:\n${text}\n${" ".repeat(start)}^`,
      start,
      end,
      column: start,
    },
    { level: "WARNING", text: syntaxAdvice, start, end },
  ];
}

const syntaxAdvice =
  "If you have questions, please refer to https://docs.asterisk.org/Configuration/Dialplan/Variables/Channel-Variables/";

/** What a division by zero gives. */
const largestInteger = 2147483647;

class Evaluation {
  readonly messages: ExpressionMessage[] = [];
  readonly #read: FunctionReader;
  readonly #values = new Map<ExpressionNode, ExpressionValue>();

  constructor(read: FunctionReader) {
    this.#read = read;
  }

  valueOf(node: ExpressionNode): ExpressionValue {
    return this.#values.get(node) ?? madeText("");
  }

  /** The parts of a node have been worked out before. */
  work(node: ExpressionNode): void {
    this.#values.set(node, this.#made(node));
  }

  #made(node: ExpressionNode): ExpressionValue {
    switch (node.kind) {
      case "value":
        if (node.token.numeric) return { kind: "numeric", text: node.token.text };
        return { kind: "text", text: node.token.text, written: true };
      case "unary":
        return this.#unary(node.operator, this.valueOf(node.operand), node);
      case "conditional": {
        const condition = this.valueOf(node.condition);
        if (condition.kind === "unknown") return condition;
        return this.valueOf(chooses(condition) ? node.yes : node.no);
      }
      case "call":
        return this.#call(node);
      case "binary":
        return this.#binary(node);
    }
  }

  #unary(operator: "-" | "!", value: ExpressionValue, node: ExpressionNode): ExpressionValue {
    if (value.kind === "unknown") return value;
    if (operator === "!") return numberValue(isTruthyForNot(value) ? 0 : 1);
    const number = asNumber(value);
    if (number === undefined) return this.#notNumeric(node, 0);
    if (overflowsMinus(zero, number, negated(number))) this.#warn("overflow", node);
    return numberValue(negated(number));
  }

  #binary(node: BinaryNode): ExpressionValue {
    const [left, right] = [this.valueOf(node.left), this.valueOf(node.right)];
    if (left.kind === "unknown") return left;
    if (right.kind === "unknown") return right;
    switch (node.operator) {
      case "|":
        return isZeroOrEmpty(left) ? right : counted(left);
      case "&":
        return isZeroOrEmpty(left) || isZeroOrEmpty(right) ? numberValue(0) : counted(left);
      case "~~":
        return madeText(withoutQuotes(asText(left)) + withoutQuotes(asText(right)));
      case ":":
      case "=~":
        return this.#search(node, left, right);
      case "=":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        return numberValue(holds(node.operator, order(left, right)) ? 1 : 0);
      default:
        return this.#arithmetic(node, left, right);
    }
  }

  #arithmetic(node: BinaryNode, left: ExpressionValue, right: ExpressionValue): ExpressionValue {
    const [a, b] = [asNumber(left), asNumber(right)];
    if (node.operator === "+" || node.operator === "-") return this.#sum(node, a, b);
    if (a === undefined) return this.#notNumeric(node, 0);
    if (b === undefined) return this.#notNumeric(node, node.operator === "/" ? largestInteger : 0);
    if (node.operator === "*") {
      const product = multiply(a, b);
      if (!isZero(a) && compare(divide(product, a), b) !== 0) this.#warn("overflow", node);
      return numberValue(product);
    }
    if (isZero(b)) {
      this.#warn(node.operator === "/" ? "division by zero" : "div by zero", node);
      return numberValue(node.operator === "/" ? largestInteger : b);
    }
    if (node.operator === "%") return numberValue(truncatedRemainder(a, b));
    if (compare(a, smallestLong) === 0 && compare(b, fromInteger(-1)) === 0) this.#warn("overflow", node);
    return numberValue(divide(a, b));
  }

  /** A text in a sum counts as nothing; only some of them are told. */
  #sum(node: BinaryNode, left: Extended | undefined, right: Extended | undefined): ExpressionValue {
    const plus = node.operator === "+";
    if (left === undefined) {
      this.#warn("non-numeric argument", node);
      if (right === undefined) return numberValue(0);
      return numberValue(plus ? right : subtract(zero, right));
    }
    if (right === undefined) {
      if (!plus) this.#warn("non-numeric argument", node);
      return numberValue(left);
    }
    const sum = plus ? add(left, right) : subtract(left, right);
    if (plus ? overflowsPlus(left, right, sum) : overflowsMinus(left, right, sum))
      this.#warn("overflow", node);
    return numberValue(sum);
  }

  #search(node: BinaryNode, left: ExpressionValue, right: ExpressionValue): ExpressionValue {
    const found = searchRegex(withoutQuotes(asText(right)), withoutQuotes(asText(left)));
    if (found.kind === "refused") {
      this.#warn(`regcomp() error : ${found.error}`, node);
      return madeText("");
    }
    if (found.kind === "unknown") return { kind: "unknown", reason: found.reason };
    if (found.match === undefined || (node.operator === ":" && found.match.start !== 0))
      return found.groups === 0 ? numberValue(0) : madeText("");
    const { start, end, group } = found.match;
    return group === undefined ? numberValue(end - start) : madeText(group);
  }

  #call(node: CallNode): ExpressionValue {
    const name = node.name.text;
    const values = node.arguments.map((each) => (each === undefined ? madeText("") : this.valueOf(each)));
    const unknown = values.find(({ kind }) => kind === "unknown");
    if (unknown !== undefined) return unknown;
    if (!/^[A-Z_0-9]*$/.test(name)) {
      this.#say("ERROR", `Error! '${name}' is not possibly a function name!`, node);
      return numberValue(0);
    }
    const [byOne, byTwo] = [ownEntry(functionsOfOne, name), ownEntry(functionsOfTwo, name)];
    if (byOne === undefined && byTwo === undefined) return this.#dialplanFunction(node, values);
    const numbers = values.map(asNumber);
    if (numbers.length !== (byOne === undefined ? 2 : 1)) {
      this.#warn(`Wrong args to ${name}() function`, node);
      return numberValue(0);
    }
    const work = (given: readonly Extended[]): Extended =>
      byOne?.(given[0] ?? zero) ?? byTwo?.(given[0] ?? zero, given[1] ?? zero) ?? zero;
    // The function then takes the text's address in memory for a number next to nothing.
    const [least, most] = addresses.map((address) => work(numbers.map((each) => each ?? address)));
    if (least === undefined || most === undefined) return numberValue(0);
    const made = values.some((value) => value.kind === "text" && !value.written);
    if (numbers.includes(undefined) && (made || printNumber(least) !== printNumber(most)))
      return { kind: "unknown", reason: `${name}() of a text gives what happens to be in memory` };
    return numberValue(least);
  }

  #dialplanFunction(node: CallNode, values: readonly ExpressionValue[]): ExpressionValue {
    const name = node.name.text;
    const data = values.map(asText).join(",");
    const answer = this.#read(name, data);
    if (answer.kind === "unknown") return answer;
    if (answer.kind === "value") {
      const sizes = values.map((value) => (value.kind === "number" ? 25 : asText(value).length));
      const size = sizes.reduce((sum, each) => sum + each, sizes.length);
      this.#say("NOTICE", `argbuf allocated ${size} bytes;`, node);
      this.#say("NOTICE", `argbuf uses ${data.length} bytes;`, node);
      return /^[-0-9. \t]*$/.test(answer.value)
        ? numberValue(readNumber(answer.value))
        : madeText(answer.value.slice(0, longestAnswer));
    }
    if (answer.kind === "missing") {
      this.#warn(`Hey! could not find func ${name}.`, node);
      this.#say("ERROR", `Error! '${name}' doesn't appear to be an available function!`, node);
    } else this.#say("ERROR", `Error! Function '${name}' cannot be read!`, node);
    return numberValue(0);
  }

  #notNumeric(node: ExpressionNode, result: number): ExpressionValue {
    this.#warn("non-numeric argument", node);
    return numberValue(result);
  }

  #warn(text: string, node: ExpressionNode): void {
    this.#say("WARNING", text, node);
  }

  #say(level: ExpressionMessage["level"], text: string, { start, end }: ExpressionNode): void {
    this.messages.push({ level, text, start, end });
  }
}

/** What a dialplan function within an expression answers is cut here. */
const longestAnswer = 511;

/** The number for which a function takes the address of a text: the least and the largest that there is. */
const addresses = [1n << 30n, 1n << 47n].map((address) => rounded(false, address, -16445));

const smallestLong = fromInteger(-(1n << 63n));

function ownEntry<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function holds(operator: "=" | "!=" | "<" | "<=" | ">" | ">=", difference: number | undefined): boolean {
  if (difference === undefined) return operator === "!=";
  switch (operator) {
    case "=":
      return difference === 0;
    case "!=":
      return difference !== 0;
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}

function isPositive(value: Extended): boolean {
  return value.kind !== "nan" && !isNegative(value) && !isZero(value);
}

function isBelowZero(value: Extended): boolean {
  return isNegative(value) && !isZero(value);
}

function overflowsPlus(left: Extended, right: Extended, sum: Extended): boolean {
  if (sum.kind === "nan") return false;
  return (
    (isPositive(left) && isPositive(right) && !isPositive(sum)) ||
    (isBelowZero(left) && isBelowZero(right) && !isBelowZero(sum))
  );
}

function overflowsMinus(left: Extended, right: Extended, difference: Extended): boolean {
  if (compare(right, smallestLong) === 0) return !isBelowZero(left) && left.kind !== "nan";
  return overflowsPlus(left, negated(right), difference);
}
