// The lines of an edited text are the same whether they are read anew or taken over from the text before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readLines } from "../server/src/core/syntax/read-lines.ts";
import { rereadLines } from "../server/src/core/syntax/reread-lines.ts";
import { below, mulberry32, pick, type Random } from "./support/random.ts";

const text = [
  "[general]",
  "static=yes ; always",
  "",
  "[phones](tpl,+)",
  "exten => 100,1,Dial(PJSIP/100\\;x)",
  " same => n,Hangup()",
  "#include more.conf",
  "no equals",
  "aors += one",
  "",
].join("\n");

const pieces = [
  "\n",
  "\n\n",
  "exten => 1,1,NoOp()\n",
  "[a](b)\n",
  "x",
  " = ",
  ";",
  "\\;",
  ";-- ",
  "--;",
  "\ufeff",
  "\0",
  "#",
  "ä",
];

test("lines share what stands in front of a value only where it is read the same", () => {
  const { lines } = readLines(";-- one\ntwo --; a = 1\ntwo --; a = 2\n");
  const read = lines.map((line) => (line.kind === "option" ? [line.name, line.value, line.nameStart] : []));
  assert.deepEqual(read, [
    ["a", "1", 16],
    ["two --; a", "2", 22],
  ]);
});

test("an edit leaves the lines before it as they are and moves those behind it", () => {
  const before = readLines(text);
  const edited = text.replace("static=yes", "static=no");
  const lines = rereadLines(edited, before, false);
  assert.deepEqual(lines?.lines, readLines(edited).lines);
  assert.equal(lines?.lines[0], before.lines[0]);
  assert.deepEqual(before, readLines(text), "the lines before the edit are as they were");
});

test("where nobody needs the earlier lines, those behind an edit are the very same, at their new places", () => {
  const before = readLines(text);
  const [last] = before.lines.slice(-1);
  const edited = text.replace("static=yes", "static=no\n");
  const lines = rereadLines(edited, before, true);
  assert.deepEqual(lines?.lines, readLines(edited).lines);
  assert.equal(lines?.lines.at(-1), last);
});

test("what is all different, or has comments of several lines, is read anew", () => {
  assert.equal(rereadLines("[other]\nx=y\n", readLines(text), false), undefined);
  const commented = `;-- from here\nto here --;\n${text}`;
  assert.equal(rereadLines(`${commented}a=b\n`, readLines(commented), false), undefined);
  assert.equal(rereadLines(text.replace("[phones]", ";-- [phones]"), readLines(text), false), undefined);
});

test("2,000 random edits, one after the other", () => {
  const random = mulberry32(7);
  let lines = readLines(text);
  let reused = 0;
  for (let edit = 0; edit < 2000; edit++) {
    const next = edit % 50 === 0 ? text : spliced(random, lines.text);
    const copied = rereadLines(next, lines, false);
    const taken = rereadLines(next, lines, true);
    assert.deepEqual(copied, taken);
    const read = readLines(next);
    if (taken !== undefined) {
      reused++;
      const { rest: _, ...comments } = taken.comments;
      const { rest: __, ...expected } = read.comments;
      assert.deepEqual({ ...taken, comments }, { ...read, comments: expected }, JSON.stringify(next));
    }
    lines = taken ?? read;
  }
  assert.ok(reused > 500, `only ${reused} were taken over`);
});

function spliced(random: Random, before: string): string {
  const start = below(random, before.length + 1);
  const end = Math.min(before.length, start + (random() < 0.5 ? 0 : below(random, 12)));
  return before.slice(0, start) + (random() < 0.3 ? "" : pick(random, pieces)) + before.slice(end);
}
