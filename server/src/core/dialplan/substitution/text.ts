// A text with ${variables}, ${FUNCTIONS(...)} and $[expressions] in it, cut where Asterisk cuts it
// (ast_str_substitute_variables_full in main/pbx_variables.c). Offsets count in the text that was given.

import { exact } from "../../text/exact.ts";

/** A piece of a dialplan text: literal pieces and substitutions, in order and without gaps. */
export interface Text {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
  /** Whether substitutions in it are kept as they are written, because they are nested too deeply. */
  readonly tooDeep?: boolean | undefined;
}

export type Part = Literal | VariableRead | FunctionRead | ExpressionPart;

/** Stands for itself. */
export interface Literal {
  readonly kind: "literal";
  readonly start: number;
  readonly end: number;
}

interface Substitution {
  /** From the "$" to behind the closing bracket. */
  readonly start: number;
  readonly end: number;
  /** Whether the closing "}" or "]" is there. */
  readonly closed: boolean;
}

/** `${NAME}` or `${NAME:offset:length}`. */
export interface VariableRead extends Substitution {
  readonly kind: "variable";
  /** All that stands between the braces; Asterisk substitutes in it before it looks for name and arguments. */
  readonly inner: Text;
  readonly name: Text;
  /** What follows the first ":" outside parentheses. */
  readonly substring: Text | undefined;
}

/** `${NAME(arguments)}`, with an optional substring behind it. */
export interface FunctionRead extends Substitution {
  readonly kind: "function";
  /** All that stands between the braces; Asterisk substitutes in it before it looks for name and arguments. */
  readonly inner: Text;
  readonly name: Text;
  /** From the first "(" to the last ")" . */
  readonly arguments: Text;
  /** Whether that last ")" is there. */
  readonly argumentsClosed: boolean;
  readonly substring: Text | undefined;
}

/** `$[...]`. */
export interface ExpressionPart extends Substitution {
  readonly kind: "expression";
  readonly body: Text;
}

/** Asterisk gives up at this nesting: what is deeper has no value. */
export const deepestNesting = 15;

/** Cuts `source.slice(start, end)` into its parts. Never fails: what is not closed ends where the text ends. */
export function parseText(source: string, start = 0, end: number = source.length): Text {
  return textOf(source, start, end, 0);
}

/** A text without substitutions, as most are. */
export class LiteralText implements Text {
  readonly start: number;
  readonly end: number;

  constructor(start: number, end: number) {
    this.start = start;
    this.end = end;
  }

  get parts(): readonly Part[] {
    const { start, end } = this;
    return start < end ? [{ kind: "literal", start, end }] : noParts;
  }
}

/** The text between two offsets, where no substitution stands there. */
export function literalText(start: number, end: number): Text {
  return new LiteralText(start, end);
}

/** Whether a text has a substitution at all. */
export function hasSubstitution(text: Text): boolean {
  if (text instanceof LiteralText) return false;
  const { parts } = text;
  return parts.length > 1 || (parts.length === 1 && parts[0]?.kind !== "literal");
}

/** The text itself where it holds no substitution; undefined where a part is only known during a call. */
export function constantText(source: string, text: Text): string | undefined {
  if (text instanceof LiteralText) return source.slice(text.start, text.end);
  return text.parts.every(({ kind }) => kind === "literal") ? source.slice(text.start, text.end) : undefined;
}

const noParts: readonly Part[] = [];

function textOf(source: string, start: number, end: number, depth: number): Text {
  let at = nextDollar(source, start, end);
  if (at >= end) return new LiteralText(start, end);
  const parts: Part[] = [];
  let literal = start;
  if (depth >= deepestNesting) {
    if (start < end) parts.push({ kind: "literal", start, end });
    return { start, end, parts, tooDeep: at < end };
  }
  while (at < end) {
    const part = source[at + 1] === "{" ? braces(source, at, end, depth) : brackets(source, at, end, depth);
    if (literal < at) parts.push({ kind: "literal", start: literal, end: at });
    parts.push(part);
    literal = part.end;
    at = nextDollar(source, literal, end);
  }
  if (literal < end) parts.push({ kind: "literal", start: literal, end });
  return { start, end, parts: exact(parts), tooDeep: false };
}

/** The next "${" or "$[", or `end`. */
function nextDollar(source: string, start: number, end: number): number {
  for (let at = source.indexOf("$", start); at >= 0 && at + 1 < end; at = source.indexOf("$", at + 1)) {
    const next = source[at + 1];
    if (next === "{" || next === "[") return at;
  }
  return end;
}

function brackets(source: string, start: number, end: number, depth: number): ExpressionPart {
  const inner = start + 2;
  const close = closing(source, inner, end, "[", "]");
  return {
    kind: "expression",
    start,
    end: close === undefined ? end : close + 1,
    closed: close !== undefined,
    body: textOf(source, inner, close ?? end, depth + 1),
  };
}

function braces(source: string, start: number, end: number, depth: number): VariableRead | FunctionRead {
  const inner = start + 2;
  const close = closing(source, inner, end, "{", "}");
  const innerEnd = close ?? end;
  const all = textOf(source, inner, innerEnd, depth + 1);
  const whole = {
    start,
    end: close === undefined ? end : close + 1,
    closed: close !== undefined,
    inner: all,
  };
  const { open, colon } = marks(source, all);
  const nameEnd = colon ?? innerEnd;
  const substring = colon === undefined ? undefined : piece(all, colon + 1, innerEnd);
  if (open === undefined) return { kind: "variable", ...whole, name: piece(all, inner, nameEnd), substring };
  const last = lastParenthesis(source, all, open, nameEnd);
  return {
    kind: "function",
    ...whole,
    name: piece(all, inner, open),
    arguments: piece(all, open + 1, last ?? nameEnd),
    argumentsClosed: last !== undefined,
    substring,
  };
}

/** Where the bracket that is open at `start` closes; only brackets of the same kind count. */
function closing(
  source: string,
  start: number,
  end: number,
  opens: string,
  closes: string,
): number | undefined {
  let level = 1;
  for (let at = start; at < end; at++) {
    const char = source[at];
    if (char === opens) level++;
    else if (char === closes && --level === 0) return at;
  }
  return undefined;
}

/** The first "(" and the first ":" outside parentheses, neither of them within an inner substitution. */
function marks(source: string, { parts }: Text): { open: number | undefined; colon: number | undefined } {
  let open: number | undefined;
  let level = 0;
  for (const part of parts) {
    if (part.kind !== "literal") continue;
    for (let at = part.start; at < part.end; at++) {
      const char = source[at];
      if (char === "(") {
        open ??= at;
        level++;
      } else if (char === ")") level--;
      else if (char === ":" && level === 0) return { open, colon: at };
    }
  }
  return { open, colon: undefined };
}

function lastParenthesis(source: string, { parts }: Text, after: number, before: number): number | undefined {
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part?.kind !== "literal") continue;
    const found = source.slice(Math.max(part.start, after), Math.min(part.end, before)).lastIndexOf(")");
    if (found >= 0) return Math.max(part.start, after) + found;
  }
  return undefined;
}

/** The part of a text between two offsets that do not lie within a substitution. */
function piece(text: Text, start: number, end: number): Text {
  if (start === text.start && end === text.end) return text;
  if (text instanceof LiteralText) return new LiteralText(start, end);
  const { parts, tooDeep } = text;
  const kept: Part[] = [];
  for (const part of parts) {
    if (part.end <= start || part.start >= end) continue;
    if (part.kind !== "literal") kept.push(part);
    else kept.push({ kind: "literal", start: Math.max(part.start, start), end: Math.min(part.end, end) });
  }
  return { start, end, parts: exact(kept), tooDeep };
}
