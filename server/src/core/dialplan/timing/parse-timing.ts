// The time condition of `include`, GotoIfTime, ExecIfTime and IFTIME: "times,weekdays,days,months,timezone"
// (ast_build_timing in main/pbx_timing.c).

import { asciiLower } from "../../text/ascii.ts";

export interface Timing {
  /** Pieces of the day, both ends included, in minutes since midnight; `to` before `from`: over midnight. */
  readonly times: readonly { readonly from: number; readonly to: number }[] | "always";
  /** One bit each: Sunday is bit 0. */
  readonly weekdays: number;
  /** The first of the month is bit 0. */
  readonly days: number;
  /** January is bit 0. */
  readonly months: number;
  /** As written; undefined where there are not exactly five fields. Empty means the time of the system. */
  readonly timezone: string | undefined;
  readonly faults: readonly TimingFault[];
}

export type TimingField = "times" | "weekdays" | "days" | "months";

export interface TimingFault {
  /** "element": a piece that Asterisk skips; "empty": the field is left without any, so the condition is never true. */
  readonly kind: "element" | "empty" | "surplus-fields";
  readonly field: TimingField | undefined;
  /** What Asterisk logs; undefined for what it passes over in silence. */
  readonly log: string | undefined;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
}

export const allWeekdays = 0x7f;
export const allDays = 0x7fffffff;
export const allMonths = 0xfff;

export const weekdayNames: readonly string[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
export const monthNames: readonly string[] = [
  "jan",
  "feb",
  "mar",
  "apr",
  "may",
  "jun",
  "jul",
  "aug",
  "sep",
  "oct",
  "nov",
  "dec",
];

/** Undefined for an empty text, which is no condition: an include is always active, an application takes it for false. */
export function parseTiming(text: string): Timing | undefined {
  if (text === "") return undefined;
  const reader = new TimingReader();
  const fields = cut(text, 0, /[,|]/g);
  const [times, weekdays, days, months, fifth] = fields;
  const zone = fields.length === 5 ? fifth : undefined;
  if (fields.length > 5 && fifth !== undefined)
    reader.fault("surplus-fields", undefined, undefined, fifth.start, text.length);
  return {
    times: reader.times(times),
    weekdays: reader.set("weekdays", weekdays, 7, weekdayNames, "day of week"),
    days: reader.set("days", days, 31, [], "day"),
    months: reader.set("months", months, 12, monthNames, "month"),
    timezone: zone?.text,
    faults: reader.faults,
  };
}

interface Cut {
  readonly text: string;
  readonly start: number;
}

class TimingReader {
  readonly faults: TimingFault[] = [];

  times(field: Cut | undefined): Timing["times"] {
    if (isOpen(field)) return "always";
    const ranges: { from: number; to: number }[] = [];
    for (const piece of cut(field.text, field.start, /&/g)) {
      const range = this.#timeRange(piece);
      if (range !== undefined) ranges.push(range);
    }
    if (ranges.length === 0) this.#empty("times", field);
    return ranges;
  }

  set(
    name: TimingField,
    field: Cut | undefined,
    count: number,
    names: readonly string[],
    word: string,
  ): number {
    if (isOpen(field)) return 2 ** count - 1;
    let mask = 0;
    for (const piece of cut(field.text, field.start, /&/g)) {
      const { first, second } = ends(piece);
      const from = numberOf(first.text, count, names);
      const to = second === undefined ? from : numberOf(second.text, count, names);
      if (from === undefined) this.#skipped(name, `Invalid ${word} '${first.text}', skipping element`, first);
      else if (to === undefined) {
        const wrong = second ?? first;
        this.#skipped(name, `Invalid end ${word} '${wrong.text}', skipping element`, wrong);
      } else {
        mask |= 1 << to;
        for (let at = from; at !== to; at = (at + 1) % count) mask |= 1 << at;
      }
    }
    if (mask === 0) this.#empty(name, field);
    return mask;
  }

  fault(
    kind: TimingFault["kind"],
    field: TimingFault["field"],
    log: string | undefined,
    start: number,
    end: number,
  ): void {
    this.faults.push({ kind, field, log, start, end });
  }

  #timeRange(piece: Cut): { from: number; to: number } | undefined {
    const { first, second } = ends(piece);
    const from = minuteOf(first.text);
    if (second === undefined) {
      if (from === undefined) this.#skipped("times", `${piece.text} isn't a valid time.`, piece);
      return from === undefined ? undefined : { from, to: from };
    }
    // What stands before the first digit of the end is passed over.
    const skipped = second.text.search(/[0-9]/);
    if (skipped < 0) {
      this.#skipped("times", `Invalid time range starting with '${first.text}-'.`, piece);
      return undefined;
    }
    const last = { text: second.text.slice(skipped), start: second.start + skipped };
    const to = minuteOf(last.text);
    if (from === undefined) this.#skipped("times", `'${first.text}' isn't a valid start time.`, first);
    else if (to === undefined) this.#skipped("times", `'${last.text}' isn't a valid end time.`, last);
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  #skipped(field: TimingField, log: string, { text, start }: Cut): void {
    this.fault("element", field, log, start, start + text.length);
  }

  #empty(name: TimingField, { text, start }: Cut): void {
    this.fault("empty", name, undefined, start, start + text.length);
  }
}

/** Whether a field is left open: every moment fits. */
function isOpen(field: Cut | undefined): field is undefined {
  return field === undefined || field.text === "" || field.text === "*";
}

/** The pieces of a text between separators, with their offsets. */
function cut(text: string, offset: number, separators: RegExp): Cut[] {
  const pieces: Cut[] = [];
  let start = 0;
  for (const { index } of text.matchAll(separators)) {
    pieces.push({ text: text.slice(start, index), start: offset + start });
    start = index + 1;
  }
  pieces.push({ text: text.slice(start), start: offset + start });
  return pieces;
}

function ends({ text, start }: Cut): { readonly first: Cut; readonly second: Cut | undefined } {
  const dash = text.indexOf("-");
  if (dash < 0) return { first: { text, start }, second: undefined };
  return {
    first: { text: text.slice(0, dash), start },
    second: { text: text.slice(dash + 1), start: start + dash + 1 },
  };
}

// Both imitate sscanf with "%2d": blanks are passed over, two characters are read, and what follows does not matter.
const clock = /^[ \t-\r]*([+-][0-9]|[0-9]{1,2}):[ \t-\r]*([+-][0-9]|[0-9]{1,2})/;
const ordinal = /^[ \t-\r]*([+-][0-9]|[0-9]{1,2})/;

function minuteOf(text: string): number | undefined {
  const [, hour, minute] = clock.exec(text) ?? [];
  const [hours, minutes] = [Number(hour), Number(minute)];
  return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** What a weekday, day or month counts from 0. */
function numberOf(text: string, count: number, names: readonly string[]): number | undefined {
  const named = names.indexOf(asciiLower(text));
  if (named >= 0) return named;
  const number = Number(ordinal.exec(text)?.[1]);
  return number >= 1 && number <= count ? number - 1 : undefined;
}
