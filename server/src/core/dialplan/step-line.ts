// Cuts a line "exten => NAME,PRIORITY,APPLICATION(DATA)" or "same => PRIORITY,APPLICATION(DATA)" where
// pbx_load_config cuts it (pbx/pbx_config.c).

import type { ConfigOption } from "../config/section.ts";
import { skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import type { Piece, Step } from "./model.ts";

/** What a text alone tells of its step. */
export type Pieces = Omit<Step, "option" | "index" | "shared">;

/** Reads the lines of a dialplan; "same" lines of the same text share their pieces. */
export class StepReader {
  readonly #known = new Map<string, Pieces>();
  #count = 0;

  read(option: ConfigOption, same: boolean, shared: boolean): Step {
    if (!same) return stepOf(option, this.#count++, shared, stepPieces(option.value, false));
    let pieces = this.#known.get(option.value);
    if (pieces === undefined) {
      pieces = stepPieces(option.value, true);
      this.#known.set(option.value, pieces);
    }
    return stepOf(option, this.#count++, shared, pieces);
  }
}

/** A line by itself as a step. `same`: the line has no name of its own. */
export function readStep(option: ConfigOption, same: boolean): Step {
  return stepOf(option, 0, false, stepPieces(option.value, same));
}

function stepOf(option: ConfigOption, index: number, shared: boolean, pieces: Pieces): Step {
  const { name, priority, label, application, data, parentheses, restStart } = pieces;
  return { option, index, shared, name, priority, label, application, data, parentheses, restStart };
}

/** Never fails: what is missing is an empty piece. */
export function stepPieces(value: string, same: boolean): Pieces {
  const nameEnd = same ? -1 : endOfName(value);
  const name = same ? undefined : piece(value, 0, nameEnd);
  const comma = value.indexOf(",", nameEnd + 1);
  const priorityEnd = comma < 0 ? value.length : comma;
  const priorityStart = skipBlanks(value, Math.min(nameEnd + 1, priorityEnd), priorityEnd);
  const priority = piece(value, priorityStart, skipBlanksBack(value, priorityStart, priorityEnd));
  const { application, data, parentheses, restStart } = readApplication(
    value,
    Math.min(value.length, priorityEnd + 1),
  );
  return { name, priority, label: labelIn(priority), application, data, parentheses, restStart };
}

/** The first comma that is neither in square brackets nor behind a backslash. */
function endOfName(value: string): number {
  let brackets = 0;
  for (let at = 0; at < value.length; at++) {
    const char = value[at];
    if (char === "[") brackets++;
    else if (char === "]") brackets = Math.max(0, brackets - 1);
    else if (char === "\\") at++;
    else if (char === "," && brackets === 0) return at;
  }
  return value.length;
}

/** What stands between the first "(" and the next ")"; undefined where either is missing. */
function labelIn({ text, start }: Piece): Piece | undefined {
  const open = text.indexOf("(");
  if (open < 0) return undefined;
  const close = text.indexOf(")", open);
  if (close < 0) return undefined;
  return { text: text.slice(open + 1, close), start: start + open + 1, end: start + close };
}

type Application = Pick<Step, "application" | "data" | "parentheses" | "restStart">;

function readApplication(value: string, from: number): Application {
  const start = skipBlanks(value, from, value.length);
  const end = value.length;
  const open = value.indexOf("(", from);
  // A device of a hint with a function in it, for which parentheses are no parentheses of an application.
  if (open < 0 || holdsSubstitution(value, from, open)) {
    const data = piece(value, end, end);
    return { application: piece(value, start, end), data, parentheses: "none", restStart: end };
  }
  const close = value.lastIndexOf(")");
  const closed = close > open;
  const dataEnd = closed ? close : end;
  return {
    application: piece(value, Math.min(start, open), open),
    data: piece(value, open + 1, dataEnd),
    parentheses: closed ? "closed" : "unclosed",
    restStart: closed ? close + 1 : end,
  };
}

function holdsSubstitution(value: string, from: number, to: number): boolean {
  for (let at = value.indexOf("$", from); at >= 0 && at + 1 < to; at = value.indexOf("$", at + 1)) {
    if (value[at + 1] === "{" || value[at + 1] === "[") return true;
  }
  return false;
}

function piece(value: string, start: number, end: number): Piece {
  return { text: value.slice(start, end), start, end };
}
