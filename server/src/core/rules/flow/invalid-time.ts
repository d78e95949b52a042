import { neverTrue } from "../../dialplan/timing/is-active.ts";
import {
  monthNames,
  type TimingFault,
  type TimingField,
  weekdayNames,
} from "../../dialplan/timing/parse-timing.ts";
import { asciiLower } from "../../text/ascii.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule, Finding } from "../rule.ts";
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
  const better = corrected(wrong, field);
  const logs = log === undefined ? [] : [log];
  return {
    ...place,
    message: `${quoted(wrong)} is not ${words[field]}: ${outcome}`,
    ...(atLoad ? { log: logs } : { runtimeLog: logs }),
    fixes: better === undefined ? [] : changed(condition, start, end, better, true),
  };
}

/** What was meant beyond doubt: without blanks, the short name, the last minute of the day. */
function corrected(wrong: string, field: TimingField): string | undefined {
  const trimmed = wrong.trim();
  if (field === "times") return /^24:0?0$/.test(trimmed) ? "23:59" : undefined;
  const names = field === "weekdays" ? weekdayNames : field === "months" ? monthNames : [];
  const short = asciiLower(trimmed).slice(0, 3);
  if (names.includes(short) && longNames.has(asciiLower(trimmed))) return short;
  return undefined;
}

const longNames: ReadonlySet<string> = new Set([
  ...weekdayNames,
  ...monthNames,
  ...["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
  ...["january", "february", "march", "april", "june", "july", "august"],
  ...["september", "october", "november", "december", "sept", "tues", "thurs"],
]);
