// A moment at which a call comes in, as much as is known of it.

import { asciiLower } from "../../text/ascii.ts";
import { weekdayNames } from "./parse-timing.ts";

/** In the local time of the machine that runs Asterisk. What is undefined is unknown. */
export interface Moment {
  /** Sunday is 0. */
  readonly weekday: number | undefined;
  readonly day: number | undefined;
  /** January is 1. */
  readonly month: number | undefined;
  readonly hour: number;
  readonly minute: number;
  /** Milliseconds since 1970, known where the moment was given with its distance to UTC: then it has a time in any timezone. */
  readonly instant: number | undefined;
}

const dated =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[ T]([0-9]{1,2}):([0-9]{2})(?:(Z)|([+-])([0-9]{2}):([0-9]{2}))?$/;
const weekly = /^(?:([a-z]{3}) )?([0-9]{1,2}):([0-9]{2})$/;

/** What `parseMoment` reads, for messages. */
export const momentForms = '"2026-11-21 14:30", "sat 14:30" or "14:30"';

/** Reads "2026-11-21 14:30", the same with "Z" or "+01:00" behind it, "sat 14:30", or "14:30". */
export function parseMoment(text: string): Moment | undefined {
  const date = dated.exec(text);
  if (date !== null) return datedMoment(date);
  const [, name, hour, minute] = weekly.exec(asciiLower(text)) ?? [];
  const clock = clockOf(hour, minute);
  const weekday = name === undefined ? undefined : weekdayNames.indexOf(name);
  if (clock === undefined || weekday === -1) return undefined;
  return { weekday, day: undefined, month: undefined, ...clock, instant: undefined };
}

function datedMoment(found: RegExpExecArray): Moment | undefined {
  const [year, month, day] = found.slice(1, 4).map(Number);
  const clock = clockOf(found[4], found[5]);
  if (year === undefined || month === undefined || day === undefined || clock === undefined) return undefined;
  const local = new Date(Date.UTC(year, month - 1, day, clock.hour, clock.minute));
  local.setUTCFullYear(year, month - 1, day);
  if (local.getUTCMonth() !== month - 1 || local.getUTCDate() !== day) return undefined;
  const minutesEast = found[6] === "Z" ? 0 : offsetOf(found[7], found[8], found[9]);
  return {
    weekday: local.getUTCDay(),
    day,
    month,
    ...clock,
    instant: minutesEast === undefined ? undefined : local.getTime() - minutesEast * 60_000,
  };
}

function offsetOf(
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number | undefined {
  if (sign === undefined) return undefined;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function clockOf(
  hourText: string | undefined,
  minuteText: string | undefined,
): { readonly hour: number; readonly minute: number } | undefined {
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  return hour < 24 && minute < 60 ? { hour, minute } : undefined;
}

const zoned = ["weekday", "day", "month", "hour", "minute"] as const;

/** The same instant on the clocks of a timezone; undefined where the instant or the timezone is not known to us. */
export function momentIn(timezone: string, { instant }: Moment): Moment | undefined {
  if (instant === undefined) return undefined;
  try {
    const format = new Intl.DateTimeFormat("en-US", {
      timeZone: timezone,
      hourCycle: "h23",
      weekday: "short",
      day: "numeric",
      month: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const [weekday = "", day, month, hour, minute] = zoned.map((type) => parts.get(type));
    return {
      weekday: weekdayNames.indexOf(asciiLower(weekday)),
      day: Number(day),
      month: Number(month),
      hour: Number(hour),
      minute: Number(minute),
      instant,
    };
  } catch {
    // A timezone that this machine has no data for.
    return undefined;
  }
}
