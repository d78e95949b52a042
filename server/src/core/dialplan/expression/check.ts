// Mistakes of an expression that can be told although the values in it are not known.
//
// A substitution is taken for a hole. Within quotes it cannot matter, as long as its value holds no quote. Elsewhere
// it may stand for nothing, for one operand, for an operator, or for any sequence of them, but it is taken to be
// whole: no quote in it, every parenthesis in it closed, and a "?" with its "::" on one side of it or the other. So
// behind a hole both an operand and an operator may follow, and any number of "?" may be answered or open. What
// fits in none of these ways is certain: an operator with nothing before it or behind it where no hole is, a
// parenthesis that is not closed, a "?" behind the last hole without its "::".

import type { Text } from "../substitution/text.ts";
import { hole, withHoles } from "./holes.ts";
import { type ParsedExpression, parseExpression } from "./parse.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A syntax error that is met whatever the variables hold; offsets count in the source. */
export interface CertainFault {
  /** What the parser says; undefined where that depends on values before it. */
  readonly message: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** An operand that is nothing but substitutions without quotes: where they are all empty, the expression fails. */
export interface EmptyOperand {
  readonly start: number;
  readonly end: number;
}

export interface ExpressionCheck {
  readonly faults: readonly CertainFault[];
  readonly emptyOperands: readonly EmptyOperand[];
}

export function checkExpression(source: string, body: Text): ExpressionCheck {
  const { text, offsets } = withHoles(source, body);
  const tokens = tokensOf(text);
  const fault = faultWithHoles(text, tokens);
  if (fault !== undefined) {
    const { message, start, end } = fault;
    return { faults: [{ message, start: offsets(start), end: offsets(end) }], emptyOperands: [] };
  }
  const empty = text.includes(hole) ? emptyOperands(stepsOf(text, tokens)) : [];
  return {
    faults: [],
    emptyOperands: empty.map(({ start, end }) => ({ start: offsets(start), end: offsets(end) })),
  };
}

/** The fault of a text with holes, by offsets in it. */
export function faultWithHoles(
  text: string,
  tokens: readonly Token[],
  parsed: ParsedExpression = parseExpression(text, tokens),
): CertainFault | undefined {
  const firstHole = text.indexOf(hole);
  if (firstHole < 0) return parsed.fault;
  const fault = certainFault(stepsOf(text, tokens), text.length);
  if (fault === undefined) return undefined;
  const { start, end } = fault;
  return { message: end <= firstHole ? parsed.fault?.message : undefined, start, end };
}

/** A token, or a hole with the words that are glued to it. */
interface Step {
  readonly token: Token | undefined;
  /** Whether the value of a hole may change what this is: it is glued to one. */
  readonly glued: boolean;
  /** Whether it is made of holes alone. */
  readonly bare: boolean;
  readonly start: number;
  readonly end: number;
}

const notHole = /[^\uffff]/;

function stepsOf(text: string, tokens: readonly Token[]): readonly Step[] {
  return tokens.map((token): Step => {
    const { start, end } = token;
    const glued = text[end] === hole || text[start - 1] === hole;
    const isHole = !token.text.startsWith('"') && token.text.includes(hole);
    const bare = isHole && !notHole.test(token.text);
    return { token: isHole ? undefined : token, glued, bare, start, end };
  });
}

/** What may be open at a place of the expression. */
interface Frame {
  /** "either": what stands before the parenthesis may be a function's name or nothing. */
  readonly kind: "top" | "group" | "call" | "either";
  /** How many "?" wait for their "::" at least. */
  waiting: number;
  /** Whether there may be more of them, because a hole may have brought some. */
  more: boolean;
}

/** The first place where no way of reading the text goes on. */
function certainFault(steps: readonly Step[], length: number): { start: number; end: number } | undefined {
  const frames: Frame[] = [{ kind: "top", waiting: 0, more: false }];
  // Whether an operand may follow here, and whether an operator may.
  let operand = true;
  let operator = false;
  let previous: Step | undefined;
  let empty = true;
  for (const step of steps) {
    const frame = frames.at(-1);
    if (frame === undefined) return undefined;
    const { token } = step;
    if (token === undefined) {
      frame.waiting = 0;
      frame.more = true;
      [operand, operator] = [true, true];
    } else if (token.kind === "<token>") {
      if (!operand && !step.glued) return step;
      [operand, operator] = [false, true];
    } else if (token.kind === "(") {
      const name = previous?.token?.kind === "<token>";
      const called = name && operator;
      if (!operand && !called) return step;
      const kind =
        previous?.token === undefined && previous !== undefined ? "either" : name ? "call" : "group";
      frames.push({ kind, waiting: 0, more: false });
      [operand, operator] = [true, false];
    } else if (token.kind === ")") {
      const emptyCall = frame.kind !== "group" && frame.kind !== "top" && previous?.token?.kind === ",";
      if (frames.length === 1 || frame.waiting > 0 || (!operator && !emptyCall)) return step;
      frames.pop();
      [operand, operator] = [false, true];
    } else if (token.kind === ",") {
      const afterComma = previous?.token?.kind === ",";
      if (frame.kind === "top" || frame.kind === "group" || (!operator && !afterComma)) return step;
      if (frame.waiting > 0) return step;
      frame.more = false;
      [operand, operator] = [true, false];
    } else if (token.kind === "::") {
      if (!operator || (frame.waiting === 0 && !frame.more)) return step;
      frame.waiting = Math.max(0, frame.waiting - 1);
      [operand, operator] = [true, false];
    } else if (token.kind === "!" && !step.glued) {
      if (!operand) return step;
      operator = false;
    } else if (token.kind === "-" || token.kind === "!") {
      [operand, operator] = [true, false];
    } else {
      if (!operator && !step.glued) return step;
      if (token.kind === "?") frame.waiting++;
      [operand, operator] = [true, false];
    }
    previous = step;
    empty = false;
  }
  const open = frames.at(-1);
  const complete = empty || operator;
  if (complete && frames.length === 1 && open?.waiting === 0) return undefined;
  return { start: length, end: length };
}

/** Holes where an operand has to be, and what follows would not fit if there were none. */
function emptyOperands(steps: readonly Step[]): readonly EmptyOperand[] {
  return steps.filter((step, index) => {
    if (!step.bare || step.glued) return false;
    const before = steps[index - 1]?.token?.kind;
    const after = steps[index + 1];
    // Two operands side by side: one of them brings its own operator.
    if (index > 0 && (before === undefined || before === "<token>" || before === ")")) return false;
    if (after === undefined) return before !== undefined && before !== ",";
    if (after.token === undefined) return false;
    return !["<token>", "-", "!", "("].includes(after.token.kind);
  });
}
