// The time condition of an include or of GotoIfTime, in words.

import { neverTrue } from "../../dialplan/timing/is-active.ts";
import {
  allDays,
  allMonths,
  allWeekdays,
  monthNames,
  parseTiming,
  type Timing,
  weekdayNames,
} from "../../dialplan/timing/parse-timing.ts";
import { listed } from "../documentation/since-words.ts";

/** "from 9:00 to 17:00, monday to friday". */
export function timeWords(text: string): string {
  const timing = parseTiming(text);
  if (timing === undefined) return "always";
  if (neverTrue(timing)) return "never: a field holds nothing that Asterisk understands";
  const parts = [
    clockWords(timing),
    setWords(timing.weekdays, allWeekdays, weekdayNames.map(dayName), "on"),
    setWords(
      timing.days,
      allDays,
      Array.from({ length: 31 }, (_, index) => `${index + 1}`),
      "on day",
    ),
    setWords(timing.months, allMonths, monthNames.map(monthName), "in"),
  ].filter((part) => part !== undefined);
  const zone = timing.timezone === undefined || timing.timezone === "" ? "" : ` (${timing.timezone})`;
  return `${parts.length === 0 ? "always" : parts.join(", ")}${zone}`;
}

function clockWords({ times }: Timing): string | undefined {
  if (times === "always" || times.some(({ from, to }) => from === 0 && to === 24 * 60 - 1)) return undefined;
  return listed(
    times.map(({ from, to }) => {
      if (from === to) return `at ${clock(from)}`;
      return `from ${clock(from)} to ${clock(to)}${to < from ? " of the next day" : ""}`;
    }),
  );
}

function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

/** "on Monday to Friday"; undefined where all of them fit. */
function setWords(
  mask: number,
  all: number,
  names: readonly string[],
  preposition: string,
): string | undefined {
  if (mask === all) return undefined;
  const isIn = (at: number): boolean => (mask & (1 << (at % names.length))) !== 0;
  const runs: string[] = [];
  // A range may go over the end: Friday to Monday.
  const from = names.findIndex((_, at) => isIn(at) && !isIn(at + names.length - 1));
  for (let step = 0; step < names.length; step++) {
    const first = (from + step) % names.length;
    if (!isIn(first)) continue;
    let length = 1;
    while (length < names.length && isIn(first + length)) length++;
    const name = names[first] ?? "";
    const last = names[(first + length - 1) % names.length] ?? "";
    if (length < 3) runs.push(...(length === 1 ? [name] : [name, last]));
    else runs.push(`${name} to ${last}`);
    step += length;
  }
  return `${preposition} ${listed(runs)}`;
}

function dayName(short: string): string {
  const long: Readonly<Record<string, string>> = {
    tue: "Tuesday",
    wed: "Wednesday",
    thu: "Thursday",
    sat: "Saturday",
  };
  return long[short] ?? `${short.charAt(0).toUpperCase()}${short.slice(1)}day`;
}

function monthName(short: string): string {
  const long: Readonly<Record<string, string>> = {
    jan: "January",
    feb: "February",
    mar: "March",
    apr: "April",
    may: "May",
    jun: "June",
    jul: "July",
    aug: "August",
    sep: "September",
    oct: "October",
    nov: "November",
    dec: "December",
  };
  return long[short] ?? short;
}
