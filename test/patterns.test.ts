// Extension names: how they are kept, compared and matched, what they cover, and how a lookup walks through contexts.

import assert from "node:assert/strict";
import test from "node:test";
import { candidates, findExtension } from "../server/src/core/dialplan/lookup.ts";
import { extensionKey } from "../server/src/core/dialplan/pattern/compare.ts";
import { matchesCallerId, matchesName } from "../server/src/core/dialplan/pattern/matches.ts";
import { storedCallerId, storedName } from "../server/src/core/dialplan/pattern/normal-name.ts";
import { covers, overlaps, takesNothing } from "../server/src/core/dialplan/pattern/overlap.ts";
import { parsePattern } from "../server/src/core/dialplan/pattern/parse-pattern.ts";
import { exampleNumbers, patternWords } from "../server/src/core/dialplan/pattern/words.ts";
import { parseMoment } from "../server/src/core/dialplan/timing/moment.ts";
import { type SketchedContext, sketchedDialplan, sortExtensions } from "./support/dialplan.ts";

const key = (name: string, callerId?: string): string => extensionKey(name, callerId);

test("names that are the same extension have one key", () => {
  for (const [left, right] of [
    ["_N", "_[2-9]"],
    ["_n", "_-N-"],
    ["_XZ", "_[0-9][987654321]"],
    ["_4", "_[4]"],
    ["_4", "_[44-4]"],
    ["_7[]X", "_7X"],
    ["_7[9-8]X", "_7X"],
    ["44", "4-4"],
    ["_[a-]", "_[-a]"],
  ] as const)
    assert.equal(key(left), key(right), `${left} ${right}`);
  for (const [left, right] of [
    ["_4", "4"],
    ["_[1-3]", "_[2-4]"],
    ["_[1-3]", "_[13]"],
    ["a", "A"],
    ["_a", "_A"],
    ["_X", "_X."],
    ["_X.", "_X.5"],
    ["_.", "_!"],
    // The lowest character that is written decides, even where its range is empty.
    ["_[2-14]", "_4"],
  ] as const)
    assert.notEqual(key(left), key(right), `${left} ${right}`);
  assert.equal(key("44", "_X"), key("4-4", "_[0-9]"));
  assert.notEqual(key("44"), key("44", ""));
});

test("extensions are tried in Asterisk's order", () => {
  const order = [
    "07",
    "42/",
    "42/5",
    "42/_5X",
    "42/_X.",
    "42",
    "421",
    "h",
    "_42",
    "_4[26]X",
    "_4[35]X",
    "_4[1-5]",
    "_4NX",
    "_4X7",
    "_4.",
    "_4!",
    "_4",
    "_[46]0",
    "_[5-7].",
    "_N!",
    "_Z1",
    "_X",
    "_.",
    "_!",
    "_",
    "_[4",
  ];
  const named = order.map((text) => {
    const [name = "", callerId] = text.split("/");
    return { text, name, callerId };
  });
  const shuffled = [...named].sort((left, right) =>
    left.text.length === right.text.length
      ? left.text < right.text
        ? 1
        : -1
      : left.text.length - right.text.length,
  );
  assert.deepEqual(
    sortExtensions(shuffled).map(({ text }) => text),
    order,
  );
});

test("names take what Asterisk lets them take", () => {
  for (const [name, dialled, taken] of [
    ["42", "4-2", true],
    ["4-2", "42", true],
    ["abc", "ABC", false],
    ["_abc", "abc", true],
    ["_fix", "fix", false],
    ["_fi7", "fi7", true],
    ["_fix", "fi7", true],
    ["_fi[x]", "fix", true],
    ["_N", "1", false],
    ["_Z", "0", false],
    ["_[3-]", "3", true],
    ["_[3-]", "-", false],
    ["_[X.]", "X", true],
    ["_[X.]", "4", false],
    ["_7.", "7", false],
    ["_7!", "7", true],
    ["_7.5", "712", true],
    ["_7[]", "7", false],
    ["_7[]!", "7", false],
    ["_7[]!", "71", true],
    ["_7[9-8]", "7", false],
    ["_[7", "7", false],
    ["_", "", true],
    ["_", "1", false],
    ["_X.", "sip:bob", false],
    ["_.", "sip:bob", true],
    ["_s[i]p:bob", "sip:bob", true],
    ["_X.", "_[0-9].", true],
    ["_X.", "_X", false],
    ["_1é", "1é", true],
    ["_1[é]", "1é", false],
    ["_+49X!", "+490", true],
  ] as const)
    assert.equal(matchesName(name, dialled), taken, `${name} ${dialled}`);
});

test("caller-ids", () => {
  assert.equal(matchesCallerId(undefined, "5"), true);
  assert.equal(matchesCallerId("", ""), true);
  assert.equal(matchesCallerId("", "5"), false);
  assert.equal(matchesCallerId("_5X.", "555"), true);
  assert.equal(matchesCallerId("_5X.", ""), false);
  assert.equal(storedCallerId("(0228) 55-5."), "022855" + "5.");
  assert.equal(storedCallerId("_[1-3 ]5.5"), "_[1-3]55");
  assert.equal(storedName("_9 [1 2] X"), "_9[1 2]X");
  assert.equal(storedName("9 [1 2]"), "9[12]");
});

test("faults of patterns have their place", () => {
  const faults = (name: string): string[] =>
    parsePattern(name).faults.map(({ kind, start, end }) => `${kind} ${name.slice(start, end)}`);
  assert.deepEqual(faults("_9[12]X."), []);
  assert.deepEqual(faults("_9[12"), ["unclosed-set [12"]);
  assert.deepEqual(faults("_é[9-3][]"), ["reversed-range 9-3", "empty-set []"]);
  assert.deepEqual(faults("_[-1][1,2]"), ["dash-in-set -", "comma-in-set ,"]);
  assert.deepEqual(faults("_9.4X"), ["text-after-wildcard 4X"]);
});

test("what covers what", () => {
  for (const [wide, narrow, expected] of [
    ["_X.", "_9NX", true],
    ["_X.", "_X", false],
    ["_X!", "_X", true],
    ["_X!", "_X.", true],
    ["_X.", "_X!", false],
    ["_X.", "_XX!", true],
    ["_NXX", "_[2-4]XX", true],
    ["_[2-4]XX", "_NXX", false],
    ["_9X", "95", true],
    ["95", "_9[5]", true],
    ["95", "_9X", false],
    ["_.", "s", true],
    ["_XX.", "_X.", false],
    ["_X", "_[3-1]", true],
    ["_[3-1]", "_X", false],
  ] as const)
    assert.equal(covers(wide, narrow), expected, `${wide} ${narrow}`);
  assert.equal(takesNothing("_9[]"), true);
});

test("patterns in plain words", () => {
  assert.equal(patternWords("_NXXXXXX"), "a digit 2-9, then 6 digits");
  assert.equal(
    patternWords("_00[1-357]."),
    '"00", then a digit 1-3, 5 or 7, then one or more characters of any kind',
  );
  assert.equal(patternWords("_*[a-c]!"), '"*", then one of a-c, then any characters, or none');
  assert.equal(patternWords("_9[2-1]"), "nothing");
  assert.equal(patternWords("42"), 'exactly "42"');
  assert.deepEqual(exampleNumbers("_NXX"), ["223", "678"]);
  for (const name of ["_00[1-357].", "_*[a-c]!", "_Z!", "_!", "_sip:X."])
    for (const example of exampleNumbers(name)) assert.ok(matchesName(name, example), `${name} ${example}`);
});

const office: readonly SketchedContext[] = [
  {
    name: "phones",
    extensions: ["20 1,2", "_2X 1,2,3(later)", "_2X/88 1", "_X 2"],
    includes: ["day,08:00-16:30,mon-fri", "Night", "phones", "nowhere"],
  },
  { name: "day", extensions: ["_3X 1", "_2X 4", "77"] },
  { name: "Night", extensions: ["_3. 1,2", "77", "_2X 5"], includes: ["PHONES", "far"] },
  { name: "PHONES", extensions: ["9"] },
  { name: "far", extensions: ["5"], switches: ["Realtime/far"] },
];

function runs(
  extension: string,
  more: { priority?: number | string; callerId?: string; time?: string } = {},
) {
  const { priority = 1, callerId = "", time = "2026-11-23 10:00" } = more;
  const moment = parseMoment(time);
  return findExtension(sketchedDialplan(office), {
    context: "phones",
    extension,
    priority,
    callerId,
    moment,
  });
}

function shown({ kind, found }: ReturnType<typeof runs>): string {
  return found === undefined
    ? kind
    : `${kind} ${found.extension.shown},${found.priority.number} ${found.context.name}`;
}

test("a lookup goes on to less specific extensions, and to includes", () => {
  assert.equal(shown(runs("20")), "found 20,1 phones");
  assert.equal(shown(runs("20", { priority: 3 })), "found _2X,3 phones");
  assert.equal(shown(runs("20", { priority: "later" })), "found _2X,3 phones");
  assert.equal(shown(runs("20", { priority: 4 })), "found _2X,4 day");
  assert.equal(shown(runs("20", { priority: 5 })), "found _2X,5 Night");
  assert.equal(shown(runs("24", { callerId: "8-8" })), "found _2X/88,1 phones");
  assert.equal(shown(runs("24", { callerId: "88", priority: 2 })), "found _2X,2 phones");
  assert.equal(shown(runs("30")), "found _3X,1 day");
  assert.equal(shown(runs("30", { time: "2026-11-22 10:00" })), "found _3.,1 Night");
  assert.equal(shown(runs("77", { time: "10:00" })), "unknown 77,1 Night");
});

test("contexts are asked once, whatever their case; switches leave a doubt", () => {
  const { kind, doubts, missing, lacking } = runs("9");
  assert.equal(kind, "unknown");
  assert.deepEqual(
    doubts.map((doubt) => doubt.kind),
    ["switch"],
  );
  assert.deepEqual(
    missing.map(({ name }) => name),
    ["nowhere"],
  );
  assert.equal(lacking, "priority");
});

test("rivals and why they lose", () => {
  const fates = (time: string): string[] =>
    candidates(sketchedDialplan(office), {
      context: "phones",
      extension: "30",
      priority: 1,
      callerId: "",
      moment: parseMoment(time),
    }).map(({ met, fate }) => `${met.kind === "switch" ? met.text : met.extension.shown} ${fate}`);
  assert.deepEqual(fates("mon 09:00"), ["_3X runs", "_3. comes-later", "Realtime/far asked-later"]);
  assert.deepEqual(fates("mon 17:00"), ["_3X not-active", "_3. runs", "Realtime/far asked-later"]);
  assert.deepEqual(
    candidates(sketchedDialplan(office), {
      context: "phones",
      extension: "21",
      priority: 1,
      callerId: "4",
    }).map(({ fate }) => fate),
    ["other-caller", "runs", "lacks-priority", "lacks-priority", "asked-later"],
  );
});

test("a context that is asked perhaps, and later for certain, is asked for certain", () => {
  const dialplan = sketchedDialplan([
    { name: "a", extensions: [], includes: ["b,9:00-10:00", "c", "b"] },
    { name: "b", extensions: ["1"] },
    { name: "c", extensions: ["2"] },
  ]);
  const { kind, found, doubts } = findExtension(dialplan, { context: "a", extension: "1", priority: 1 });
  assert.deepEqual([kind, found?.context.name, doubts.length], ["unknown", "b", 1]);
});

test("no name can break anything", () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const letters = [
    "_",
    "[",
    "]",
    "-",
    "X",
    "n",
    "Z",
    ".",
    "!",
    "/",
    "1",
    "5",
    "a",
    "é",
    "\udcff",
    "\0",
    "😀",
    " ",
  ];
  const text = (): string =>
    Array.from({ length: random(9) }, () => letters[random(letters.length)]).join("");
  for (let round = 0; round < 20_000; round++) {
    const [name, other] = [`_${text()}`, random(2) === 0 ? text() : `_${text()}`];
    parsePattern(name);
    patternWords(name);
    const dialled = exampleNumbers(other).find((example) => !/[-\0_]/.test(example));
    // A name that covers another takes all that the other takes.
    if (dialled !== undefined && matchesName(other, dialled) && covers(name, other))
      assert.ok(matchesName(name, dialled), JSON.stringify([name, other, dialled]));
    assert.equal(typeof key(storedName(name), storedCallerId(other)), "string");
  }
});

test("large contexts stay fast", () => {
  const literals = Array.from({ length: 25_000 }, (_, index) => String(200_000 + index));
  const patterns = Array.from({ length: 5_000 }, (_, index) => `_X${100_000 + index}.`);
  const dialplan = sketchedDialplan([{ name: "a", extensions: [...literals, ...patterns] }]);
  const start = performance.now();
  for (const dialled of [...literals.slice(0, 5000), ...patterns.map((name) => `3${name.slice(2, -1)}9`)])
    assert.equal(findExtension(dialplan, { context: "a", extension: dialled, priority: 1 }).kind, "found");
  const huge = `_${"[".repeat(200_000)}${"X".repeat(200_000)}`;
  assert.equal(matchesName(huge, "1".repeat(400_000)), false);
  assert.ok(performance.now() - start < 5000);
});

test("names overlap where one number fits both", () => {
  const pairs = [
    ["_X.", "_X!", true],
    ["_X.", "_X", false],
    ["_1XX", "_XX5", true],
    ["_1XX", "_2XX", false],
    ["100", "_1XX", true],
    ["100", "101", false],
    ["_12!", "_1", false],
    ["_1!", "_1", true],
    ["_1.", "_1234", true],
    ["_[5-3]", "_X", false],
  ] as const;
  for (const [left, right, expected] of pairs) {
    assert.equal(overlaps(left, right), expected, `${left} and ${right}`);
    assert.equal(overlaps(right, left), expected, `${right} and ${left}`);
  }
});
