// Random and mutated configurations: nothing throws, nothing hangs, and every place that a problem names lies in
// its file. `FUZZ=100000` makes as many; a failure prints the seed that brings it back (`FUZZ_SEED`).

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { knownFile, type Problem } from "../server/src/core/api.ts";
import { directoryTexts } from "./support/directory.ts";
import { problemsOf } from "./support/installation.ts";
import { below, mulberry32, pick, type Random } from "./support/random.ts";
import { others, randomConfig, roots } from "./support/random-config.ts";
import { randomDialplan } from "./support/random-dialplan.ts";
import { damaged } from "./support/random-pieces.ts";
import { sharedFolder } from "./support/shared.ts";

const { FUZZ, FUZZ_SEED } = process.env;
const count = Number(FUZZ ?? 2000);
const firstSeed = Number(FUZZ_SEED ?? 1);
/** No installation may take longer, in milliseconds; doubling templates take the longest. */
const patience = 10_000;

test("random and mutated installations are checked without a crash", (context) => {
  const real = realInstallations();
  const start = performance.now();
  let problems = 0;
  let slowest = { seed: firstSeed, time: 0 };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = mulberry32(seed);
    const picked = real.length > 0 && random() < 0.4 ? pick(random, real)() : undefined;
    const texts = picked === undefined ? grown(random) : mutated(random, picked);
    const before = performance.now();
    problems += check(seed, texts);
    const time = performance.now() - before;
    if (time > slowest.time) slowest = { seed, time };
    assert.ok(time < patience, `seed ${seed} takes ${Math.round(time)} ms`);
  }
  const seconds = (performance.now() - start) / 1000;
  context.diagnostic(
    `${count} installations, ${problems} problems, ${Math.round(count / seconds)} per second, slowest ${Math.round(slowest.time)} ms (seed ${slowest.seed})${real.length === 0 ? "; no real files here to mutate" : ""}`,
  );
});

/** Checks one installation and answers how many problems it has. */
function check(seed: number, texts: ReadonlyMap<string, string>): number {
  let problems: readonly Problem[];
  try {
    problems = problemsOf(texts);
  } catch (error) {
    const stack = error instanceof Error ? error.stack?.split("\n").slice(0, 6).join("\n") : error;
    throw new Error(`seed ${seed} throws ${stack}\n${show(texts)}`, { cause: error });
  }
  for (const { rule, file, span, message, log, related, fixes } of problems) {
    const places = [{ file, span }, ...related, ...fixes.flatMap(({ edits }) => edits)];
    for (const place of places) {
      const length = texts.get(place.file)?.length ?? -1;
      const inside = 0 <= place.span.start && place.span.start <= place.span.end && place.span.end <= length;
      assert.ok(
        inside,
        `seed ${seed}: ${rule} at ${place.span.start}-${place.span.end} of ${length} in ${place.file}\n${show(texts)}`,
      );
    }
    assert.ok(message !== "" && !message.includes("\n"), `seed ${seed}: ${message}`);
    assert.ok(!log.includes(""), `seed ${seed}: ${rule} logs nothing, in words`);
  }
  return problems.length;
}

function show(texts: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(texts)).slice(0, 4000);
}

/** An installation made up from pieces. */
function grown(random: Random): Map<string, string> {
  const texts = new Map<string, string>();
  const files = [pick(random, roots), ...[1, 2, 3].map(() => pick(random, [...roots, ...others]))];
  for (const file of files.slice(0, 1 + below(random, 4))) {
    const dialplan = file === "extensions.conf" || (file === "inc.conf" && random() < 0.5);
    texts.set(file, dialplan ? randomDialplan(random) : randomConfig(random));
  }
  return texts;
}

/** The installation with one file damaged. */
function mutated(random: Random, texts: ReadonlyMap<string, string>): Map<string, string> {
  const result = new Map(texts);
  const file = pick(random, [...texts.keys()]);
  result.set(file, damaged(random, texts.get(file) ?? ""));
  return result;
}

/** Directories of the corpus beside this checkout with their root files, each read when it is first wanted. */
function realInstallations(): (() => ReadonlyMap<string, string>)[] {
  if (sharedFolder === undefined) return [];
  const corpus = join(sharedFolder, "corpus");
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .map((name) => join(corpus, name))
    .filter((path) => statSync(path).isDirectory())
    .filter((path) =>
      readdirSync(path).some((name) => /^(?:pjsip|extensions)/.test(name) && knownFile(name) !== undefined),
    )
    .map((path) =>
      remembered(() => new Map([...directoryTexts(path, 1)].filter(([, text]) => text.length < 60_000))),
    )
    .filter((texts) => texts().size > 0);
}

function remembered<Answer>(compute: () => Answer): () => Answer {
  let known: Answer | undefined;
  return () => {
    known ??= compute();
    return known;
  };
}
