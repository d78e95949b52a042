// What is wrong with the parentheses and substitutions of a step's arguments, told once: a bracket that is missing
// changes where Asterisk finds the last ")", so that one mistake shows in several ways.

import type { StepLine } from "../../dialplan/lines.ts";
import type { Part, Text } from "../../dialplan/substitution/text.ts";
import { hasSubstitution, parseText } from "../../dialplan/substitution/text.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { behindValue } from "../dialplan/words.ts";
import type { Offsets } from "./places.ts";

export type ShapeKind =
  /** A ";" begins a comment between the parentheses. */
  | "cut-by-semicolon"
  /** Something stands behind the last ")", and one more ")" at the end would make all of it whole. */
  | "missing-at-end"
  /** A "${" or "$[" that nothing closes. */
  | "unclosed-substitution"
  /** Something stands behind the last ")". */
  | "text-behind"
  /** A second call or text with parentheses behind the ")" that was meant to close the arguments. */
  | "second-call";

export interface Shape extends Offsets {
  readonly kind: ShapeKind;
  readonly line: StepLine;
}

/** The faults of a dialplan, one for each line at most. */
export const shapesOf: PerDialplan<readonly Shape[]> = perDialplan((dialplan, installation) => {
  const found: Shape[] = [];
  for (const line of suspects(installation.steps(dialplan))) {
    const shape = shapeOf(line);
    if (shape !== undefined) found.push(shape);
  }
  return found;
});

/**
 * Those that have parentheses with something in or behind them that could be open. Only what a comment behind it holds
 * can differ between lines of one text.
 */
const suspects = linesWithText(mayBeOpen);

function mayBeOpen({ step, call }: StepLine): boolean {
  if (call === undefined || call.application.text === "" || step.parentheses !== "closed") return false;
  if (step.restStart < step.option.value.length) return true;
  const { data } = call;
  if (unclosed(data) !== undefined) return true;
  return openParenthesis(step.option.value, data) !== undefined;
}

function shapeOf(line: StepLine): Shape | undefined {
  const { step, call } = line;
  if (call === undefined) return undefined;
  const { value } = step.option;
  const { start, end } = step.data;
  const open = unclosed(call.data);
  const parenthesis = openParenthesis(value, call.data);
  const behind = step.restStart < value.length && value.slice(step.restStart).trim() !== "";
  if (open !== undefined || parenthesis !== undefined) {
    const comment = behindValue(step.option);
    if (/^;/.test(comment) && isWhole(`${value.slice(start)}${comment}`))
      return { kind: "cut-by-semicolon", line, start: value.length, end: value.length };
    if (behind && isWhole(`${value.slice(start)})`))
      return { kind: "missing-at-end", line, start: step.restStart, end: value.length };
  }
  if (open !== undefined) return { kind: "unclosed-substitution", line, start: open.start, end };
  if (behind) return { kind: "text-behind", line, start: step.restStart, end: value.length };
  const closing = parenthesis === undefined ? undefined : strayClosing(value, call.data);
  if (closing !== undefined && parenthesis !== undefined && closing < parenthesis && !texts.has(call.name)) {
    const between = value.slice(closing + 1, parenthesis);
    if (/^[ \t]*[,&|]?[ \t]*[A-Za-z]*[ \t]*$/.test(between))
      return { kind: "second-call", line, start: closing + 1, end: value.length };
  }
  return undefined;
}

/** Applications whose argument is any text. */
const texts: ReadonlySet<string> = new Set(["noop", "verbose", "log", "system", "trysystem", "set"]);

/** The first ")" outside substitutions that closes nothing. */
function strayClosing(source: string, { parts }: Text): number | undefined {
  let depth = 0;
  for (const part of parts) {
    if (part.kind !== "literal") continue;
    for (let at = part.start; at < part.end; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x28) depth++;
      else if (code === 0x29 && depth-- === 0) return at;
    }
  }
  return undefined;
}

/** Whether a text up to its last ")" has nothing open, and what is behind that does not matter. */
function isWhole(text: string): boolean {
  const last = text.lastIndexOf(")");
  if (last < 0) return false;
  const data = parseText(text, 0, last);
  return (
    unclosed(data) === undefined &&
    openParenthesis(text, data) === undefined &&
    !/[^\s]/.test(text.slice(last + 1).replace(/^[ \t]*;.*/, ""))
  );
}

/** The first substitution that is not closed, outer ones first. */
export function unclosed(text: Text): Part | undefined {
  if (!hasSubstitution(text)) return undefined;
  for (const part of text.parts) {
    if (part.kind === "literal") continue;
    if (!part.closed) return part;
    for (const each of innerTexts(part)) {
      const inner = unclosed(each);
      if (inner !== undefined) return inner;
    }
  }
  return undefined;
}

function innerTexts(part: Exclude<Part, { kind: "literal" }>): readonly Text[] {
  if (part.kind === "expression") return [part.body];
  if (part.kind === "function") return [part.name, part.arguments];
  return [part.name];
}

/** The first "(" outside substitutions that nothing closes. */
function openParenthesis(source: string, { parts, start, end }: Text): number | undefined {
  const first = source.indexOf("(", start);
  if (first < 0 || first >= end) return undefined;
  let depth = 0;
  let outermost: number | undefined;
  for (const part of parts) {
    if (part.kind !== "literal") continue;
    for (let at = part.start; at < part.end; at++) {
      const code = source.charCodeAt(at);
      if (code === 0x28) {
        if (depth++ === 0) outermost = at;
      } else if (code === 0x29 && depth > 0) depth--;
    }
  }
  return depth > 0 ? outermost : undefined;
}
