// Random templates: what is said of one before it is rendered is said of all that it may be rendered to.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  type Installation,
  openInstallation,
  rootFiles,
  type SourceFile,
} from "../server/src/core/api.ts";
import { checkTexts, lineOf } from "./support/check-texts.ts";
import { mulberry32, pick } from "./support/random.ts";
import { engines, type Pool, randomModel, rendered, written } from "./support/random-template.ts";
import { roots } from "./support/template-pools.ts";

/** The plain text of a model whose holes are all filled in. */
const plain: Readonly<Record<string, string>> = {
  "other.conf": "[6002]\ntype=aor\n",
};

/** More of them are tried with other settings of the environment, by hand. */
const { FIRST: firstSeed = "1", ROUNDS: wantedRounds = "30" } = process.env;
const first = Number(firstSeed);
const rounds = Number(wantedRounds);

test("what is said of a template holds for all that it may be rendered to", () => {
  let said = 0;
  for (let seed = first; seed < first + rounds; seed++) {
    const random = mulberry32(seed);
    const engine = pick(random, engines);
    const templated: [string, ReturnType<typeof randomModel>, Pool][] = [];
    const texts: Record<string, string> = { ...plain };
    for (const [root, pool] of roots) {
      const model = randomModel(random, pool);
      if (random() < 0.6) {
        templated.push([root, model, pool]);
        texts[`${root}.${engine.ending}`] = written(model, engine).join("\n");
      } else
        texts[root] = rendered(model, random, pool)
          .map(({ text }) => text)
          .join("\n");
    }
    const problems = checkTexts(texts).filter(({ rule }) => !rule.startsWith("placeholder/"));
    said += problems.filter(({ file }) => file.endsWith(engine.ending)).length;
    for (let round = 0; round < 6; round++) {
      const output: Record<string, string> = { ...texts };
      const from = new Map<string, readonly number[]>();
      for (const [root, model, pool] of templated) {
        const lines = rendered(model, random, pool);
        delete output[`${root}.${engine.ending}`];
        output[root] = lines.map(({ text }) => text).join("\n");
        from.set(
          root,
          lines.map((line) => line.from),
        );
      }
      const found = new Set(
        checkTexts(output).map(({ rule, file, span }) => {
          const line = lineOf(output[file] ?? "", span.start);
          return `${file}:${from.get(file)?.[line] ?? line} ${rule}`;
        }),
      );
      for (const { rule, file, span, message } of problems) {
        const name = file.endsWith(`.${engine.ending}`) ? file.slice(0, -engine.ending.length - 1) : file;
        const line = lineOf(texts[file] ?? "", span.start);
        // A value may make two names the same, or empty: Asterisk drops such a line, wrong or not.
        const dropped = [
          "dialplan/duplicate-priority",
          "dialplan/repeated-include",
          "dialplan/empty-extension",
        ];
        assert.ok(
          [rule, ...dropped].some((id) => found.has(`${name}:${line} ${id}`)),
          `seed ${seed}: ${rule} in line ${line + 1} of ${file}: ${message}\n${texts[file]}\n--- rendered\n${output[name]}`,
        );
      }
    }
  }
  assert.ok(said > 10, `only ${said} problems were found in templates`);
});

test("after edits a template has the problems that it has when it is read anew", () => {
  const settings = defaultSettings;
  for (let seed = first; seed < first + rounds / 3; seed++) {
    const random = mulberry32(seed);
    const engine = pick(random, engines);
    const models = roots.map(([root, pool]) => [root, pool, randomModel(random, pool)] as const);
    const sources = new Map<string, SourceFile>();
    const write = (root: string, text: string): void => {
      const path = root === "queues.conf" ? root : `${root}.${engine.ending}`;
      sources.set(path, { path, text });
    };
    for (const [root, , model] of models) write(root, written(model, engine).join("\n"));
    let before: Installation | undefined;
    for (let edit = 0; edit < 4; edit++) {
      const now = new Map(sources);
      const files = {
        read: (path: string) => now.get(path) ?? "absent",
        list: () => [...now.keys()],
      } as const;
      const installation = openInstallation(files, settings, before);
      const anew = openInstallation(files, { ...settings });
      assert.deepEqual(
        checkInstallation(installation, rootFiles(files)),
        checkInstallation(anew, rootFiles(files)),
        `seed ${seed}, edit ${edit}`,
      );
      before = installation;
      const [root, pool] = pick(random, models);
      write(root, written(randomModel(random, pool), engine).join("\n"));
    }
  }
});
