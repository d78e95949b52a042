// The pages in test/features: what an editor is answered. `UPDATE=1` writes the answers; read the diff then.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { answers } from "./support/answers.ts";
import { featuresFolder, type Question, readScenes, type Scene } from "./support/feature-pages.ts";

const { UPDATE } = process.env;
const scenes = readScenes();
const written = new Map<string, { readonly question: Question; readonly text: string }[]>();

for (const scene of scenes) {
  test(`${scene.page}: ${scene.title}`, () => {
    for (const question of scene.questions) {
      const text = answerTo(scene, question);
      if (UPDATE === undefined) assert.equal(text, question.expected);
      else written.set(scene.page, [...(written.get(scene.page) ?? []), { question, text }]);
    }
  });
}

test("every answer is asked for on some page", () => {
  const asked = new Set(scenes.flatMap(({ questions }) => questions.map(({ feature }) => feature)));
  assert.deepEqual(
    Object.keys(answers).filter((feature) => !asked.has(feature)),
    [],
  );
});

test("the answers are written where that was asked", () => {
  for (const [page, texts] of written) {
    const path = join(featuresFolder, page);
    let text = readFileSync(path, "utf8");
    for (const { question, text: answer } of texts.sort(
      (left, right) => right.question.start - left.question.start,
    ))
      text = text.slice(0, question.start) + answer + text.slice(question.end);
    writeFileSync(path, text);
  }
});

/** Ends with a line break, as every block of a page does. */
function answerTo({ subject, offset, page, title }: Scene, { feature, argument }: Question): string {
  const answer = answers[feature];
  if (answer === undefined) throw new Error(`${page}, ${title}: nobody answers "${feature}"`);
  const text = answer(subject, offset, argument);
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}
