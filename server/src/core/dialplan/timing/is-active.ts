// Whether a time condition is true at a moment (ast_check_timing2 in main/pbx_timing.c), and whether it ever is.

import { type Moment, momentIn } from "./moment.ts";
import { allDays, allMonths, allWeekdays, type Timing } from "./parse-timing.ts";

/**
 * Undefined where that cannot be said: the moment is unknown, or a part of it that the condition asks for, or the
 * condition names a timezone and the moment has no instant. An empty timezone is that of the system.
 */
export function isActive(timing: Timing, moment: Moment | undefined): boolean | undefined {
  if (neverTrue(timing)) return false;
  if (alwaysTrue(timing)) return true;
  if (moment === undefined) return undefined;
  const { timezone } = timing;
  const local = timezone === undefined || timezone === "" ? moment : momentIn(timezone, moment);
  if (local === undefined) return undefined;
  const answers = [
    has(timing.months, allMonths, local.month, 1),
    has(timing.days, allDays, local.day, 1),
    has(timing.weekdays, allWeekdays, local.weekday, 0),
    withinTimes(timing.times, local.hour * 60 + local.minute),
  ];
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** Whether no moment at all fits: a field has nothing valid in it, or no year has such a date. */
export function neverTrue({ times, weekdays, days, months }: Timing): boolean {
  if ((times !== "always" && times.length === 0) || weekdays === 0) return true;
  return !longestMonths.some((count, month) => (months & (1 << month)) !== 0 && hasDayUpTo(days, count));
}

function alwaysTrue({ times, weekdays, days, months }: Timing): boolean {
  return times === "always" && weekdays === allWeekdays && days === allDays && months === allMonths;
}

const longestMonths: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function hasDayUpTo(days: number, count: number): boolean {
  return (days & (2 ** count - 1)) !== 0;
}

function has(mask: number, all: number, value: number | undefined, first: number): boolean | undefined {
  if (mask === all) return true;
  return value === undefined ? undefined : (mask & (1 << (value - first))) !== 0;
}

function withinTimes(times: Timing["times"], minute: number): boolean {
  if (times === "always") return true;
  return times.some(({ from, to }) =>
    from <= to ? minute >= from && minute <= to : minute >= from || minute <= to,
  );
}
