// Cuts a line "exten => NAME,PRIORITY,APPLICATION(DATA)" or "same => PRIORITY,APPLICATION(DATA)" where
// pbx_load_config cuts it (pbx/pbx_config.c).

import type { ConfigOption } from "../config/section.ts";
import { skipBlanks, skipBlanksBack } from "../text/ascii.ts";
import type { Piece, Step } from "./model.ts";
import { type PriorityText, readPriority } from "./priority.ts";

/** What a text alone tells of its step. */
export type Pieces = Omit<Step, "option" | "index" | "shared" | "same" | "meaning">;

/** Where a text is cut, by offsets in it. */
interface Cuts {
  /** -1 where the line has no name of its own. */
  readonly nameEnd: number;
  readonly priorityStart: number;
  readonly priorityEnd: number;
  readonly meaning: PriorityText | undefined;
  readonly applicationStart: number;
  readonly applicationEnd: number;
  readonly dataStart: number;
  readonly dataEnd: number;
  readonly parentheses: Step["parentheses"];
  readonly restStart: number;
}

/** Reads the lines of a dialplan; "same" lines of the same text share their cuts. */
export class StepReader {
  readonly #known = new Map<string, Cuts>();
  /** How many lines were read. */
  count = 0;

  read(option: ConfigOption, same: boolean, shared: boolean): Step {
    if (!same) return new CutStep(option, this.count++, shared, cutsOf(option.value, false));
    let cuts = this.#known.get(option.value);
    if (cuts === undefined) {
      cuts = cutsOf(option.value, true);
      this.#known.set(option.value, cuts);
    }
    return new CutStep(option, this.count++, shared, cuts);
  }

  /** Counts a step that was read for an earlier state of the dialplan. */
  again(step: Step): void {
    (step as CutStep).index = this.count++;
  }
}

/** A line by itself as a step. `same`: the line has no name of its own. */
export function readStep(option: ConfigOption, same: boolean): Step {
  return new CutStep(option, 0, false, cutsOf(option.value, same));
}

/** Takes its pieces out of the line only when somebody asks for them. */
class CutStep implements Step {
  readonly option: ConfigOption;
  index: number;
  readonly shared: boolean;
  private readonly cuts: Cuts;

  constructor(option: ConfigOption, index: number, shared: boolean, cuts: Cuts) {
    this.option = option;
    this.index = index;
    this.shared = shared;
    this.cuts = cuts;
  }

  get same(): boolean {
    return this.cuts.nameEnd < 0;
  }

  get name(): Piece | undefined {
    return this.same ? undefined : this.piece(0, this.cuts.nameEnd);
  }

  get priority(): Piece {
    return this.piece(this.cuts.priorityStart, this.cuts.priorityEnd);
  }

  get meaning(): PriorityText | undefined {
    return this.cuts.meaning;
  }

  get label(): Piece | undefined {
    return labelIn(this.option.value, this.cuts.priorityStart, this.cuts.priorityEnd);
  }

  get application(): Piece {
    return this.piece(this.cuts.applicationStart, this.cuts.applicationEnd);
  }

  get data(): Piece {
    return this.piece(this.cuts.dataStart, this.cuts.dataEnd);
  }

  get parentheses(): Step["parentheses"] {
    return this.cuts.parentheses;
  }

  get restStart(): number {
    return this.cuts.restStart;
  }

  private piece(start: number, end: number): Piece {
    return { text: this.option.value.slice(start, end), start, end };
  }
}

/** What a text alone tells. Never fails: what is missing is an empty piece. */
export function stepPieces(value: string, same: boolean): Pieces {
  const cuts = cutsOf(value, same);
  const piece = (start: number, end: number): Piece => ({ text: value.slice(start, end), start, end });
  return {
    name: same ? undefined : piece(0, cuts.nameEnd),
    priority: piece(cuts.priorityStart, cuts.priorityEnd),
    label: labelIn(value, cuts.priorityStart, cuts.priorityEnd),
    application: piece(cuts.applicationStart, cuts.applicationEnd),
    data: piece(cuts.dataStart, cuts.dataEnd),
    parentheses: cuts.parentheses,
    restStart: cuts.restStart,
  };
}

function cutsOf(value: string, same: boolean): Cuts {
  const { length } = value;
  const nameEnd = same ? -1 : endOfName(value);
  const comma = value.indexOf(",", nameEnd + 1);
  const end = comma < 0 ? length : comma;
  const priorityStart = skipBlanks(value, Math.min(nameEnd + 1, end), end);
  const priorityEnd = skipBlanksBack(value, priorityStart, end);
  const from = Math.min(length, end + 1);
  const open = openParenthesis(value, from);
  const close = value.lastIndexOf(")");
  const closed = close > open;
  return {
    nameEnd,
    priorityStart,
    priorityEnd,
    meaning: readPriority(value.slice(priorityStart, priorityEnd)),
    applicationStart: Math.min(skipBlanks(value, from, length), open),
    applicationEnd: open,
    dataStart: Math.min(open + 1, length),
    dataEnd: closed ? close : length,
    parentheses: open === length ? "none" : closed ? "closed" : "unclosed",
    restStart: closed ? close + 1 : length,
  };
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
function labelIn(value: string, start: number, end: number): Piece | undefined {
  const open = value.indexOf("(", start);
  if (open < 0 || open >= end) return undefined;
  const close = value.indexOf(")", open);
  if (close < 0 || close >= end) return undefined;
  return { text: value.slice(open + 1, close), start: open + 1, end: close };
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
