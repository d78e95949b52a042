// Cuts a line "exten => NAME,PRIORITY,APPLICATION(DATA)" or "same => PRIORITY,APPLICATION(DATA)" where
// pbx_load_config cuts it (pbx/pbx_config.c).

import type { ConfigOption } from "../config/section.ts";
import { skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import type { Piece, Step } from "./model.ts";
import { type PriorityText, readPriority } from "./priority.ts";

/** What a text alone tells of its step. */
export type Pieces = Omit<Step, "option" | "shared" | "same" | "meaning">;

/** Where a text is cut, by offsets in it. Texts that are cut alike share them. */
interface Cuts {
  /** -1 where the line has no name of its own. */
  readonly nameEnd: number;
  /** The comma behind the priority. */
  readonly comma: number;
  readonly meaning: PriorityText | undefined;
  /** The parentheses around the data. Where one of these is missing, it is the end of the text. */
  readonly open: number;
  readonly close: number;
}

/** Reads the lines of a dialplan; "same" lines of the same text share their cuts. */
export class StepReader {
  readonly #known = new Map<string, Cuts>();
  /** The latest of each length of text: many lines are made after one pattern. */
  readonly #byLength = new Map<number, Cuts>();

  read(option: ConfigOption, same: boolean, shared: boolean): Step {
    const cuts = same ? this.#ofSame(option.value) : this.#cut(option.value, false);
    return shared ? new SharedStep(option, cuts) : new CutStep(option, cuts);
  }

  #ofSame(value: string): Cuts {
    let cuts = this.#known.get(value);
    if (cuts === undefined) {
      cuts = this.#cut(value, true);
      this.#known.set(value, cuts);
    }
    return cuts;
  }

  #cut(value: string, same: boolean): Cuts {
    const cuts = cutsOf(value, same);
    const before = this.#byLength.get(value.length);
    if (before !== undefined && areSame(before, cuts)) return before;
    this.#byLength.set(value.length, cuts);
    return cuts;
  }
}

/** A line by itself as a step. `same`: the line has no name of its own. */
export function readStep(option: ConfigOption, same: boolean): Step {
  return new CutStep(option, cutsOf(option.value, same));
}

/** Takes its pieces out of the line only when somebody asks for them. */
class CutStep implements Step {
  readonly option: ConfigOption;
  private readonly cuts: Cuts;

  constructor(option: ConfigOption, cuts: Cuts) {
    this.option = option;
    this.cuts = cuts;
  }

  get shared(): boolean {
    return false;
  }

  get same(): boolean {
    return this.cuts.nameEnd < 0;
  }

  get name(): Piece | undefined {
    return nameIn(this.option.value, this.cuts);
  }

  get priority(): Piece {
    return priorityIn(this.option.value, this.cuts);
  }

  get meaning(): PriorityText | undefined {
    return this.cuts.meaning;
  }

  get label(): Piece | undefined {
    return labelIn(this.option.value, this.cuts);
  }

  get application(): Piece {
    return applicationIn(this.option.value, this.cuts);
  }

  get data(): Piece {
    return dataIn(this.option.value, this.cuts);
  }

  get parentheses(): Step["parentheses"] {
    return parenthesesIn(this.option.value, this.cuts);
  }

  get restStart(): number {
    return restIn(this.option.value, this.cuts);
  }
}

class SharedStep extends CutStep {
  override get shared(): boolean {
    return true;
  }
}

/** What a text alone tells. Never fails: what is missing is an empty piece. */
export function stepPieces(value: string, same: boolean): Pieces {
  const cuts = cutsOf(value, same);
  return {
    name: nameIn(value, cuts),
    priority: priorityIn(value, cuts),
    label: labelIn(value, cuts),
    application: applicationIn(value, cuts),
    data: dataIn(value, cuts),
    parentheses: parenthesesIn(value, cuts),
    restStart: restIn(value, cuts),
  };
}

function cutsOf(value: string, same: boolean): Cuts {
  const { length } = value;
  const nameEnd = same ? -1 : endOfName(value);
  const found = value.indexOf(",", nameEnd + 1);
  const comma = found < 0 ? length : found;
  const open = openParenthesis(value, Math.min(length, comma + 1));
  const last = value.lastIndexOf(")");
  const meaning = readPriority(priorityIn(value, { nameEnd, comma }).text);
  return { nameEnd, comma, meaning, open, close: last > open ? last : length };
}

function areSame(left: Cuts, right: Cuts): boolean {
  return (
    left.nameEnd === right.nameEnd &&
    left.comma === right.comma &&
    left.meaning === right.meaning &&
    left.open === right.open &&
    left.close === right.close
  );
}

function pieceOf(value: string, start: number, end: number): Piece {
  return { text: value.slice(start, end), start, end };
}

function nameIn(value: string, { nameEnd }: Cuts): Piece | undefined {
  return nameEnd < 0 ? undefined : pieceOf(value, 0, nameEnd);
}

function priorityIn(value: string, { nameEnd, comma }: Pick<Cuts, "nameEnd" | "comma">): Piece {
  const start = skipBlanks(value, Math.min(nameEnd + 1, comma), comma);
  return pieceOf(value, start, skipBlanksBack(value, start, comma));
}

function applicationIn(value: string, { comma, open }: Cuts): Piece {
  const { length } = value;
  return pieceOf(value, Math.min(skipBlanks(value, Math.min(length, comma + 1), length), open), open);
}

function dataIn(value: string, { open, close }: Cuts): Piece {
  return pieceOf(value, Math.min(open + 1, value.length), close);
}

function parenthesesIn({ length }: string, { open, close }: Cuts): Step["parentheses"] {
  return open === length ? "none" : close < length ? "closed" : "unclosed";
}

function restIn({ length }: string, { close }: Cuts): number {
  return Math.min(close + 1, length);
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

/** What stands between the first "(" and the next ")" of a priority; undefined where either is missing. */
function labelIn(value: string, { nameEnd, comma }: Cuts): Piece | undefined {
  const open = value.indexOf("(", nameEnd + 1);
  if (open < 0 || open >= comma) return undefined;
  const close = value.indexOf(")", open);
  return close < 0 || close >= comma ? undefined : pieceOf(value, open + 1, close);
}

/** The parenthesis behind the application; the end of the text where there is none. */
function openParenthesis(value: string, from: number): number {
  const open = value.indexOf("(", from);
  // A device of a hint with a function in it, for which parentheses are no parentheses of an application.
  return open < 0 || holdsSubstitution(value, from, open) ? value.length : open;
}

function holdsSubstitution(value: string, from: number, to: number): boolean {
  for (let at = value.indexOf("$", from); at >= 0 && at + 1 < to; at = value.indexOf("$", at + 1)) {
    if (value[at + 1] === "{" || value[at + 1] === "[") return true;
  }
  return false;
}
