import { neverTrue } from "../../dialplan/timing/is-active.ts";
import {
  monthNames,
  type TimingFault,
  type TimingField,
  weekdayNames,
} from "../../dialplan/timing/parse-timing.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { changed, placeIn, type TimeCondition, timeConditions } from "./time-conditions.ts";

export const invalidTime: DialplanRule = {
  id: "flow/invalid-time",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Time condition with a part that Asterisk does not understand",
  *check(dialplan, { installation }) {
    for (const condition of timeConditions(dialplan, installation)) {
      for (const fault of condition.timing.faults) {
        const found = finding(condition, fault);
        if (found !== undefined) yield found;
      }
    }
  },
};

const words: Readonly<Record<TimingField, string>> = {
  times: 'a time such as "8:00-17:30"',
  weekdays: 'a day of the week such as "mon" or "mon-fri"',
  days: 'a day of the month such as "1" or "1-15"',
  months: 'a month such as "jan" or "jan-mar"',
};

function finding(condition: TimeCondition, fault: TimingFault): Finding | undefined {
  const { text, timing, atLoad, never } = condition;
  const { kind, field, start, end, log } = fault;
  const place = placeIn(condition, start, end);
  if (kind === "surplus-fields") {
    const message = `A time condition has five fields at most, so Asterisk drops ${quoted(text.slice(start, end))} and with it any timezone`;
    return { ...place, message };
  }
  // A field that nothing valid is left of has a fault for each of its parts.
  if (kind === "empty" || field === undefined) return undefined;
  const wrong = text.slice(start, end);
  const outcome = neverTrue(timing) ? never : "Asterisk leaves it out";
  const element = elementAround(text, start, end);
  const better = corrected(element.text, field);
  const logs = log === undefined ? [] : [log];
  return {
    ...place,
    message:
      better !== undefined && better === element.text.replace(/[ \t]/g, "")
        ? `A blank is in the way in ${quoted(element.text)}, so that ${quoted(wrong)} is not ${words[field]}: ${outcome}`
        : `${quoted(wrong)} is not ${words[field]}: ${outcome}`,
    ...(atLoad ? { log: logs } : { runtimeLog: logs }),
    fixes:
      better === undefined
        ? []
        : changed(condition, element.start, element.start + element.text.length, better, true),
  };
}

/** What stands between two separators. */
function elementAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly start: number } {
  let from = start;
  while (from > 0 && !"&,|".includes(text.charAt(from - 1))) from--;
  const behind = text.slice(end).search(/[&,|]/);
  return { text: text.slice(from, behind < 0 ? text.length : end + behind), start: from };
}

/** What was meant beyond doubt: without blanks, the short names, the last minute of the day. */
function corrected(element: string, field: TimingField): string | undefined {
  const ends = element.split("-").map((text) => correctedEnd(text, field));
  return ends.length > 2 || ends.includes(undefined) ? undefined : ends.join("-");
}

function correctedEnd(text: string, field: TimingField): string | undefined {
  const trimmed = text.trim();
  if (field === "times") {
    if (/^24:0?0$/.test(trimmed)) return "23:59";
    return /^(?:[01]?[0-9]|2[0-3]):[0-5]?[0-9]$/.test(trimmed) ? trimmed : undefined;
  }
  if (/^[0-9]{1,2}$/.test(trimmed)) return trimmed;
  const names = field === "weekdays" ? weekdayNames : field === "months" ? monthNames : [];
  const short = asciiLower(trimmed).slice(0, 3);
  return names.includes(short) && longNames.has(asciiLower(trimmed)) ? short : undefined;
}

const longNames: ReadonlySet<string> = new Set([
  ...weekdayNames,
  ...monthNames,
  ...["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
  ...["january", "february", "march", "april", "june", "july", "august"],
  ...["september", "october", "november", "december", "sept", "tues", "thurs"],
]);
