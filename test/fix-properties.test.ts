// What holds of every fix, on our examples, on real configurations where they are, and on random damage done to both.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  decodeBytes,
  defaultSettings,
  EditCollector,
  encodeText,
  type Files,
  memoryFiles,
  mendFiles,
  openInstallation,
  type Problem,
  rootFiles,
} from "../server/src/core/api.ts";
import { effectOf } from "./support/fix-effect.ts";
import { below, mulberry32, pick, type Random } from "./support/random.ts";
import { damaged } from "./support/random-pieces.ts";
import {
  installationsBelow,
  type RealInstallation,
  realInstallations,
} from "./support/real-installations.ts";
import { skipWithoutShared } from "./support/shared.ts";

type Texts = ReadonlyMap<string, string>;

/** Mutated installations; `FUZZ=10000` makes as many. */
const { FUZZ, FUZZ_SEED } = process.env;
const firstSeed = Number(FUZZ_SEED ?? 1);
const mutations = Number(FUZZ ?? 100);

for (const [title, all, skip] of [
  ["our examples", () => installationsBelow("examples"), false],
  ["real configurations", realInstallations, skipWithoutShared],
] as const) {
  test(`each fix of ${title} changes what it names and nothing else`, { skip }, (context) => {
    const count = { fixes: 0, wide: 0 };
    const wrong = all().flatMap(({ name, texts }) =>
      effects(texts(), count).map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(wrong, []);
    context.diagnostic(`${count.fixes} fixes, ${count.wide} of them of directives or block comments`);
  });

  test(`mending ${title} settles, keeps the rest of the text and makes nothing worse`, {
    skip,
  }, (context) => {
    let fixes = 0;
    const wrong = all().flatMap(({ name, texts }) =>
      [true, false].flatMap((safeOnly) => {
        const { faults, fixed } = mended(texts(), safeOnly);
        fixes += fixed;
        return faults.map((fault) => `${name}: ${fault}`);
      }),
    );
    assert.deepEqual(wrong, []);
    context.diagnostic(`${fixes} fixes applied`);
  });

  test(`both hold of ${title} with random damage`, { skip }, (context) => {
    const installations = all();
    const count = { fixes: 0, wide: 0 };
    for (let seed = firstSeed; seed < firstSeed + mutations; seed++) {
      const random = mulberry32(seed);
      const texts = mutated(random, pick(random, installations));
      const wrong = [...effects(texts, count), ...mended(texts, true).faults, ...mended(texts, false).faults];
      assert.deepEqual(wrong, [], `seed ${seed}`);
    }
    context.diagnostic(`${mutations} installations, ${count.fixes} fixes`);
  });
}

function check(files: Files, roots: readonly string[]): readonly Problem[] {
  return checkInstallation(openInstallation(files, defaultSettings), roots);
}

/** What single fixes change that they do not name. */
function effects(texts: Texts, count: { fixes: number; wide: number }): string[] {
  const files = memoryFiles(texts);
  return check(files, rootFiles(files)).flatMap(({ rule, fixes }) =>
    fixes.flatMap((fix) => {
      count.fixes++;
      assert.ok(new EditCollector().add(fix.edits), `${rule}: the edits of "${fix.title}" overlap`);
      const { differences, isWide } = effectOf(texts, fix);
      if (isWide) count.wide++;
      return differences.map((difference) => `${rule}, "${fix.title}": ${difference}`);
    }),
  );
}

/** What is wrong after mending in memory. */
function mended(
  texts: Texts,
  safeOnly: boolean,
): { readonly faults: readonly string[]; readonly fixed: number } {
  const roots = rootFiles(memoryFiles(texts));
  const request = {
    check: (files: Files) => check(files, roots),
    allows: ({ safe }: { readonly safe: boolean }) => safe || !safeOnly,
    mayChange: () => true,
  };
  const before = check(memoryFiles(texts), roots);
  const first = mendFiles({ ...request, files: memoryFiles(texts) });
  const second = mendFiles({ ...request, files: first.files });
  const faults = second.files.changes.map(({ path }) => `a second run changes ${path}`);
  for (const { path, before: old, after } of first.files.changes) {
    if (decodeBytes(encodeText(after)) !== after) faults.push(`${path} is no text of bytes any more`);
    if (old.startsWith("\ufeff") !== after.startsWith("\ufeff")) faults.push(`${path}: the byte order mark`);
    if (!/[^\r]\n/.test(old) && /[^\r]\n/.test(after)) faults.push(`${path}: a line end is another one`);
    if (!old.includes("\r\n") && after.includes("\r\n")) faults.push(`${path}: a line end is another one`);
    for (const comment of lost(commentLines(old), commentLines(after)))
      faults.push(`${path} lost ${comment}`);
  }
  if (safeOnly)
    for (const text of worse({ files: memoryFiles(texts), problems: before }, first))
      faults.push(`new: ${text}`);
  return { faults, fixed: first.mended.length };
}

/** Lines that are nothing but a comment. */
function commentLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => /^\s*;(?!--)/.test(line));
}

function lost(before: readonly string[], after: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of after) left.set(line, (left.get(line) ?? 0) + 1);
  return before.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

interface State {
  readonly files: Files;
  readonly problems: readonly Problem[];
}

/**
 * Errors that were not there before: neither in other numbers, nor in the same line. What Asterisk had dropped may have
 * mistakes of its own, which nobody could meet: a step of the dialplan, or where an object or a file was rejected all
 * lines that are as they were.
 */
function worse(before: State, after: State): string[] {
  const errors = ({ problems }: State): readonly Problem[] =>
    problems.filter(({ severity }) => severity === "error");
  const words = ({ rule, message }: Problem): string => `${rule}: ${message.replace(/\d+/g, "#")}`;
  const place = (state: State, problem: Problem): string => `${problem.rule}: ${lineOf(state, problem)}`;
  const known = new Set(errors(before).flatMap((problem) => [words(problem), place(before, problem)]));
  const steps = stepLines(before);
  const dropped = new Set(
    errors(before)
      .filter(isRejection)
      .map((problem) => place(before, problem)),
  );
  for (const problem of errors(after)) dropped.delete(place(after, problem));
  const isUncovered = (problem: Problem): boolean => {
    const line = lineOf(after, problem);
    if (/^(?:exten|same)\b/i.test(line) && !steps.has(line)) return true;
    const content = before.files.read(problem.file);
    return dropped.size > 0 && typeof content !== "string" && content.text.includes(line);
  };
  return errors(after)
    .filter((problem) => !known.has(words(problem)) && !known.has(place(after, problem)))
    .filter((problem) => !isUncovered(problem))
    .map((problem) => `${words(problem)} in ${lineOf(after, problem)}`);
}

function isRejection({ effect }: Problem): boolean {
  return ["object-rejected", "file-rejected", "line-ignored"].includes(effect);
}

function lineOf({ files }: State, { file, span }: Problem): string {
  const content = files.read(file);
  const text = typeof content === "string" ? "" : content.text;
  const start = text.lastIndexOf("\n", span.start - 1) + 1;
  const end = text.indexOf("\n", span.start);
  return text.slice(start, end === -1 ? text.length : end).trim();
}

/** The lines that Asterisk has as steps of the dialplan. */
function stepLines({ files }: State): ReadonlySet<string> {
  const { contexts } = openInstallation(files, defaultSettings).dialplan();
  const priorities = [...contexts.values()].flatMap(({ extensions }) =>
    extensions.flatMap((extension) => [...extension.priorities, ...(extension.hint ? [extension.hint] : [])]),
  );
  return new Set(
    priorities.map(({ step: { option } }) =>
      option.file.lines.text.slice(option.line.start, option.line.end).trim(),
    ),
  );
}

/** An installation with one file damaged, now and then with other line ends, a byte order mark or bytes of no text. */
function mutated(random: Random, { texts }: RealInstallation): Texts {
  const result = new Map(texts());
  const file = pick(random, [...result.keys()]);
  let text = result.get(file) ?? "";
  if (random() < 0.2) text = text.replace(/\r?\n/g, "\r\n");
  if (random() < 0.1) text = `\ufeff${text}`;
  if (random() < 0.1) text = text.replace(/\w/g, (char) => (below(random, 200) === 0 ? "\udcff" : char));
  result.set(file, decodeBytes(encodeText(damaged(random, text))));
  return result;
}
