// Time conditions: what is read, what Asterisk logs, and when they are true.

import assert from "node:assert/strict";
import test from "node:test";
import { isActive, neverTrue } from "../server/src/core/dialplan/timing/is-active.ts";
import { parseMoment } from "../server/src/core/dialplan/timing/moment.ts";
import { parseTiming } from "../server/src/core/dialplan/timing/parse-timing.ts";

function active(text: string, time: string): boolean | undefined {
  const timing = parseTiming(text);
  const moment = parseMoment(time);
  assert.ok(timing !== undefined && moment !== undefined);
  return isActive(timing, moment);
}

test("conditions are true when Asterisk takes them for true", () => {
  for (const [text, time, expected] of [
    ["8:30-17:00", "17:00", true],
    ["8:30-17:00", "17:01", false],
    ["22:00-6:00", "3:00", true],
    ["22:00-6:00", "6:01", false],
    ["12:00&13:15-13:16", "13:16", true],
    ["12:00", "12:01", false],
    ["8:30- 17:00 sharp", "12:00", true],
    ["*,sat-mon", "sun 10:00", true],
    ["*|SAT-mon|*|*", "tue 10:00", false],
    ["*,2-6", "mon 10:00", true],
    ["*,mon&wed", "wed 1:00", true],
    ["*,*,24-26,dec", "2026-12-25 9:00", true],
    ["*,*,30-2,*", "2026-05-01 9:00", true],
    ["*,*,*,nov-feb", "2026-01-31 9:00", true],
    ["*,*,*,nov-feb", "2026-03-01 9:00", false],
    ["9:00-17:00,mon-fri", "10:00", undefined],
    ["9:00-17:00,mon-fri", "18:00", false],
    ["*,mon,,", "mon 10:00", true],
    ["*,,,,Europe/Berlin", "10:00", true],
    ["9:00-17:00,*,*,*,Europe/Berlin", "2026-07-01 10:00", undefined],
    ["9:00-17:00,*,*,*,Europe/Berlin", "2026-07-01 15:30Z", false],
    ["9:00-17:00,*,*,*,Europe/Berlin", "2026-07-01 08:30+01:00", true],
    ["9:00-17:00,*,*,*,Nowhere/City", "2026-07-01 08:30Z", undefined],
    ["9:00-17:00,*,*,*,", "2026-07-01 10:00", true],
    ["9:00-17:00,*,*,*,Europe/Berlin,x", "2026-07-01 10:00", true],
  ] as const)
    assert.equal(active(text, time), expected, `${text} ${time}`);
  assert.equal(parseTiming(""), undefined);
});

test("what Asterisk logs of a condition, and where", () => {
  const told = (text: string): string[] =>
    (parseTiming(text)?.faults ?? []).map(
      ({ kind, log, start, end }) => `${log ?? kind} <${text.slice(start, end)}>`,
    );
  assert.deepEqual(told("8:00-16:00,mon-fri,1-31,jan-dec"), []);
  assert.deepEqual(told("8-16:00"), ["'8' isn't a valid start time. <8>", "empty <8-16:00>"]);
  assert.deepEqual(told("8:00-24:00&9:00"), ["'24:00' isn't a valid end time. <24:00>"]);
  assert.deepEqual(told("8:00-&25:00&9:00"), [
    "Invalid time range starting with '8:00-'. <8:00->",
    "25:00 isn't a valid time. <25:00>",
  ]);
  assert.deepEqual(told("*,monday&fri"), ["Invalid day of week 'monday', skipping element <monday>"]);
  assert.deepEqual(told("*|mon-friday"), [
    "Invalid end day of week 'friday', skipping element <friday>",
    "empty <mon-friday>",
  ]);
  assert.deepEqual(told("*,mon - fri"), [
    "Invalid day of week 'mon ', skipping element <mon >",
    "empty <mon - fri>",
  ]);
  assert.deepEqual(told("*,*,32,juni"), [
    "Invalid day '32', skipping element <32>",
    "empty <32>",
    "Invalid month 'juni', skipping element <juni>",
    "empty <juni>",
  ]);
  assert.deepEqual(told("*,*,*,*,UTC,more"), ["surplus-fields <UTC,more>"]);
});

test("conditions that are never true", () => {
  const never = (text: string): boolean => {
    const timing = parseTiming(text);
    return timing !== undefined && neverTrue(timing);
  };
  assert.ok(never("*,monday"));
  assert.ok(never("noon"));
  assert.ok(never("*,*,31,feb&apr"));
  assert.ok(!never("*,*,29,feb"));
  assert.ok(!never("*,*,31,feb&may"));
});

test("moments", () => {
  assert.deepEqual(parseMoment("2026-11-21 14:30"), {
    weekday: 6,
    day: 21,
    month: 11,
    hour: 14,
    minute: 30,
    instant: undefined,
  });
  for (const wrong of ["2026-02-30 10:00", "25:00", "10", "noon", "mod 10:00", "monday 10:00", "10:60", ""])
    assert.equal(parseMoment(wrong), undefined, wrong);
});
