// What an editor is told of the shape of a text, over random files: nothing throws, every place lies in the file, and
// large files take no longer than they are long.

import assert from "node:assert/strict";
import test from "node:test";
import type { Span, Subject } from "../server/src/core/api.ts";
import {
  type FileSymbol,
  fileLinks,
  fileSymbols,
  fileTokens,
  folds,
  formatOnTypeEdits,
  mostSymbols,
  selections,
} from "../server/src/core/editor-api.ts";
import { subjectOf } from "./support/installation.ts";
import { largeDialplan } from "./support/large-dialplan.ts";
import { largePjsip } from "./support/large-pjsip.ts";
import { below, mulberry32, type Random } from "./support/random.ts";
import { randomConfig } from "./support/random-config.ts";
import { randomDialplan } from "./support/random-dialplan.ts";

test("the shape of random files is told without a crash", () => {
  for (let seed = 1; seed <= 1000; seed++) {
    const random = mulberry32(seed);
    const dialplan = random() < 0.5;
    const text = dialplan ? randomDialplan(random) : randomConfig(random);
    const file = dialplan ? "extensions.conf" : "pjsip.conf";
    try {
      check(subjectOf(new Map([[file, text]]), file), random);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
  }
});

test("large files are told at once", (context) => {
  for (const [name, text] of [
    ["extensions.conf", largeDialplan(500)],
    ["pjsip.conf", largePjsip(3500)],
  ] as const) {
    const lines = text.split("\n").length;
    const features: Record<string, (subject: Subject) => unknown> = {
      symbols: fileSymbols,
      tokens: (subject) => fileTokens(subject),
      folds,
      links: fileLinks,
      selection: (subject) => selections(subject, [text.length - 20]),
    };
    for (const [feature, ask] of Object.entries(features)) {
      const times = [1, 2, 3, 4, 5].map(() => {
        const subject = subjectOf(new Map([[name, text]]), name);
        subject.installation.load(name);
        const start = performance.now();
        ask(subject);
        return performance.now() - start;
      });
      const time = times.sort((left, right) => left - right)[2] ?? 0;
      context.diagnostic(`${feature} of ${lines} lines of ${name}: ${Math.round(time)} ms`);
      assert.ok(time < 1000, `${feature} takes ${time} ms`);
    }
  }
});

test("the outline of a very large file leaves out details", () => {
  const subject = subjectOf(new Map([["pjsip.conf", largePjsip(20)]]), "pjsip.conf");
  const all = fileSymbols(subject);
  assert.deepEqual(fileSymbols(subject, mostSymbols), all);
  const few = fileSymbols(subject, all.length);
  assert.deepEqual(
    few,
    all.map((symbol) => ({ ...symbol, children: [] })),
  );
});

function check(subject: Subject, random: Random): void {
  const { text } = subject;
  const inside = ({ start, end }: Span, outer: Span = { start: 0, end: text.length }): void =>
    assert.ok(start <= end && start >= outer.start && end <= outer.end, `${start}-${end}`);
  const symbol = ({ span, nameSpan, children }: FileSymbol): void => {
    inside(span);
    inside(nameSpan, span);
    for (const child of children) {
      inside(child.span, span);
      symbol(child);
    }
  };
  for (const one of fileSymbols(subject)) symbol(one);
  for (const { span, first, last } of folds(subject)) {
    inside(span);
    assert.ok(first < last);
  }
  for (const { span } of fileLinks(subject)) inside(span);
  const offset = below(random, text.length + 1);
  const numbers = fileTokens(subject);
  tokens(text, numbers);
  const range = { start: offset, end: Math.min(text.length, offset + 100) };
  const some = fileTokens(subject, range);
  tokens(text, some);
  assert.ok(numbers.join(",").includes(some.join(",")));
  for (const spans of selections(subject, [0, offset, text.length])) {
    assert.ok(spans.length > 0);
    for (const [index, span] of spans.entries()) inside(span, spans[index + 1]);
  }
  const options = { dialplan: subject.file === "extensions.conf" };
  for (const character of ["\n", "=", ">"])
    for (const { span } of formatOnTypeEdits(text, offset, character, options)) inside(span);
}

/** In order, without overlaps, none over a line break. */
function tokens(text: string, numbers: readonly number[]): void {
  let end = 0;
  for (let at = 0; at < numbers.length; at += 4) {
    const [start = 0, length = 0] = numbers.slice(at, at + 2);
    assert.ok(start >= end && length > 0, `token at ${start}`);
    end = start + length;
    assert.ok(!text.slice(start, end).includes("\n"), `token over a line break at ${start}`);
  }
  assert.ok(end <= text.length);
}
