// The baseline: what it knows stays known while lines move, what is new is new, and its file is one that teams can merge.

import assert from "node:assert/strict";
import test from "node:test";
import {
  type Baseline,
  BaselineComparison,
  baselineText,
  checkInstallation,
  defaultSettings,
  memoryFiles,
  openInstallation,
  type Problem,
  readBaseline,
  rootFiles,
} from "../server/src/core/api.ts";
import { equalsChoices, formattedFile } from "../server/src/core/editor-api.ts";
import { joinedPath } from "../server/src/core/text/paths.ts";
import { below, mulberry32, pick, type Random } from "./support/random.ts";
import { realInstallations } from "./support/real-installations.ts";
import { skipWithoutShared } from "./support/shared.ts";

type Texts = ReadonlyMap<string, string>;

const everything = (): boolean => true;

function check(texts: Texts): readonly Problem[] {
  const files = memoryFiles(texts);
  return checkInstallation(openInstallation(files, defaultSettings), rootFiles(files));
}

function baselineFor(texts: Texts): Baseline {
  const comparison = new BaselineComparison(new Map());
  comparison.newOf({ installation: ".", problems: check(texts), text: (path) => texts.get(path) });
  return comparison.updated(everything);
}

function compared(baseline: Baseline, texts: Texts): { readonly fresh: readonly string[]; stale: number } {
  const comparison = new BaselineComparison(baseline);
  const problems = comparison.newOf({
    installation: ".",
    problems: check(texts),
    text: (path) => texts.get(path),
  });
  return {
    fresh: problems.map(({ rule, file, message }) => `${file}: ${message} [${rule}]`),
    stale: comparison.stale(everything).length,
  };
}

function pjsip(...lines: readonly string[]): Texts {
  return new Map([["pjsip.conf", `${lines.join("\n")}\n`]]);
}

test("a known problem stays known when its line moves, a second one like it is new", () => {
  const before = pjsip("[6001]", "type = aor", "max_contacts 1");
  const baseline = baselineFor(before);
  assert.deepEqual(compared(baseline, before), { fresh: [], stale: 0 });
  const moved = pjsip("; a comment", "", "[6001]", "type = aor", "; another", "max_contacts 1");
  assert.deepEqual(compared(baseline, moved), { fresh: [], stale: 0 });
  const twice = pjsip("[6001]", "type = aor", "max_contacts 1", "max_contacts 1");
  assert.equal(compared(baseline, twice).fresh.length, 1);
  const mended = pjsip("[6001]", "type = aor", "max_contacts = 1");
  assert.deepEqual(compared(baseline, mended), { fresh: [], stale: 1 });
});

test("one more of the things that one problem stands for is new, one less is not", () => {
  const dialplan = (...devices: readonly string[]): Texts =>
    new Map([
      [
        "extensions.conf",
        `[a]\n${devices.map((device, at) => `exten => ${at + 1},1,Dial(SIP/${device})\n`).join("")}`,
      ],
    ]);
  const three = baselineFor(dialplan("one", "two", "three"));
  assert.deepEqual(compared(three, dialplan("three", "one", "two")).fresh, []);
  assert.deepEqual(compared(three, dialplan("two", "three")).fresh, []);
  assert.equal(compared(three, dialplan("one", "two", "three", "four")).fresh.length, 1);
});

test("the file says the same however it was made, one problem per line", () => {
  const baseline: Baseline = new Map([
    [
      "b/pjsip.conf",
      new Map([
        [
          "codec/unknown-codec",
          new Map([
            ["2", 1],
            ["1", 3],
          ]),
        ],
      ]),
    ],
    ['a"ü.conf', new Map([["config/no-equals", new Map([["7", 1]])]])],
  ]);
  const text = baselineText(baseline);
  const read = readBaseline(text);
  assert.ok(!("message" in read));
  assert.equal(baselineText(read), text);
  assert.equal(baselineText(readBaseline(baselineText(new Map())) as Baseline), baselineText(new Map()));
  assert.deepEqual(text.split("\n").slice(0, 7), [
    "{",
    '"version": 1,',
    '"problems": {',
    ' "a\\"ü.conf": {',
    '  "config/no-equals": {',
    '   "7": 1',
    "  }",
  ]);
});

test("a broken file is told with its line", () => {
  const good = baselineText(
    new Map([
      [
        "a.conf",
        new Map([
          [
            "config/no-equals",
            new Map([
              ["7", 1],
              ["8", 1],
            ]),
          ],
        ]),
      ],
    ]),
  );
  const lineOf = (text: string): string => {
    const read = readBaseline(text);
    return "message" in read ? `${read.line}: ${read.message}` : "fine";
  };
  assert.equal(lineOf(good), "fine");
  assert.equal(lineOf(`\ufeff${good.replaceAll("\n", "\r\n")}`), "fine");
  assert.match(lineOf(good.replace('   "7": 1', '<<<<<<< HEAD\n   "7": 1')), /^6: this is no JSON/);
  assert.match(lineOf(good.slice(0, -4)), /^10: this is no JSON/);
  assert.match(lineOf(good.replace('"7": 1', '"7": "1"')), /^6: expected a number/);
  assert.match(lineOf(good.replace('"version": 1', '"version": 2')), /^2: expected version 1/);
  assert.match(lineOf(good.replace('"version": 1,', '"version": 1,\n"extra": 1,')), /^3: only version/);
  assert.match(lineOf("[]"), /^1: expected an object/);
  assert.match(lineOf(""), /^1: this is no JSON/);
});

test("no two passwords can be told apart by the file", () => {
  const texts = (password: string): Texts =>
    pjsip(
      ...["[udp]", "type = transport", "protocol = udp", "bind = 0.0.0.0"],
      ...["[a]", "type = endpoint", "context = x", "allow = ulaw", "auth = a"],
      ...["[a]", "type = auth", "auth_type = userpass", "username = a", `password = ${password}`],
    );
  assert.equal(baselineText(baselineFor(texts("abc1"))), baselineText(baselineFor(texts("xyz2"))));
  assert.match(baselineText(baselineFor(texts("abc1"))), /weak-password/);
});

test("paths come together as one", () => {
  assert.equal(joinedPath(".", "pjsip.conf"), "pjsip.conf");
  assert.equal(joinedPath("site", "../common/a.conf"), "common/a.conf");
  assert.equal(joinedPath("../site", "a.conf"), "../site/a.conf");
  assert.equal(joinedPath("..", "../a.conf"), "../../a.conf");
});

for (const [title, edit] of [
  ["comments and blank lines that come in", withComments],
  ["sections that change places", withSwappedSections],
  ["it was formatted", withFormat],
] as const)
  test(`a real configuration has no new problem after ${title}`, { skip: skipWithoutShared }, (context) => {
    let installations = 0;
    let changed = 0;
    const news: string[] = [];
    for (const { name, texts } of realInstallations()) {
      const before = texts();
      const baseline = baselineFor(before);
      if (baseline.size === 0) continue;
      const random = mulberry32(installations++);
      const after = new Map([...before].map(([path, text]) => [path, edit(random, text, path)] as const));
      const { fresh, stale } = compared(baseline, after);
      if ([...before].some(([path, text]) => after.get(path) !== text)) changed++;
      for (const problem of fresh) news.push(`${name}: ${problem}`);
      if (stale > 0) news.push(`${name}: ${stale} stale`);
    }
    assert.deepEqual(news, []);
    context.diagnostic(`${installations} installations with problems, ${changed} of them changed`);
    assert.ok(changed > 20);
  });

test("a mistake that is put into a real configuration is the one that is new", {
  skip: skipWithoutShared,
}, (context) => {
  let tried = 0;
  for (const { name, texts } of realInstallations()) {
    const before = texts();
    const random = mulberry32(tried);
    const root = pick(random, rootFiles(memoryFiles(before)));
    const text = before.get(root) ?? "";
    // Behind an open block comment or a line without end nothing is read.
    if (!text.endsWith("\n") || text.includes(";--") || !/^\[/m.test(text)) continue;
    const after = new Map([...before, [root, `${withComments(random, text)}zz no equals here\n`]]);
    const { fresh } = compared(baselineFor(before), after);
    const expected = `${root}: "zz no equals here" has no "=": Asterisk skips the line [config/no-equals]`;
    assert.deepEqual(fresh, [expected], name);
    tried++;
  }
  context.diagnostic(`${tried} installations`);
  assert.ok(tried > 50);
});

/** Not in front of a mark of byte order, which counts in the first place only. */
function withComments(random: Random, text: string): string {
  const lines = text.split("\n");
  for (let step = 1 + below(random, 5); step > 0; step--) {
    const at = Math.min(lines.length - 1, 1 + below(random, lines.length));
    if (at === 0) continue;
    lines.splice(at, 0, pick(random, ["", "; a comment", "   ", "; [section]", "\t; password = x"]));
  }
  return lines.join("\n");
}

/** Two neighbours that nothing but their own lines makes what they are change places. */
function withSwappedSections(random: Random, text: string): string {
  const starts = [...text.matchAll(/^\[[^\]\n]*\][^\n]*$/gm)].map(({ index }) => index);
  const blocks = starts.map((start, at) => text.slice(start, starts[at + 1] ?? text.length));
  const first = below(random, Math.max(1, blocks.length - 1));
  const [one = "", two = ""] = blocks.slice(first, first + 2);
  if (![one, two].every(isPlain) || one.split("\n")[0] === two.split("\n")[0]) return text;
  const start = starts[first] ?? 0;
  return text.slice(0, start) + two + one + text.slice(start + one.length + two.length);
}

/** In one of the ways that settings can ask for. */
function withFormat(random: Random, text: string, path: string): string {
  return formattedFile(path, text, { equals: pick(random, equalsChoices) });
}

function isPlain(block: string): boolean {
  return (
    /^\[(?!general|globals)[^\]\n]*\][ \t\r]*\n/.test(block) &&
    /\n$/.test(block) &&
    !/^#|;--|--;/m.test(block)
  );
}
