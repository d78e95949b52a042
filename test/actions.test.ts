// Actions on the examples of all pages: none throws, comments that silence a problem silence just that, and
// what is created is found.

import assert from "node:assert/strict";
import test from "node:test";
import {
  applyEdits,
  defaultSettings,
  type FileEdit,
  memoryFiles,
  openInstallation,
  type Problem,
} from "../server/src/core/api.ts";
import { type Action, actionsAt, matchEdit, mendEdits } from "../server/src/core/editor-api.ts";
import { EditedText } from "../server/src/core/text/edited-text.ts";
import { check, edited, subjectOf } from "./support/installation.ts";
import { readPages } from "./support/pages.ts";
import { below, mulberry32 } from "./support/random.ts";

const examples = readPages().flatMap(({ path, examples }) =>
  examples
    .filter(({ settings, verdict }) => verdict === "Bad" && Object.keys(settings).length === 0)
    .map(({ files, line }) => ({ place: `${path}:${line}`, files })),
);

/** Enough of them, since everything is checked anew for each action. */
const some = examples.filter((_, index) => index % 4 === 0);

test("what is selected may have thousands of problems", () => {
  const text = "[a]\ntype = endpoint\nallow = pcma\n".repeat(4000);
  const files = memoryFiles({ "pjsip.conf": text });
  const installation = openInstallation(files, defaultSettings);
  const subject = { installation, file: "pjsip.conf", text, roots: ["pjsip.conf"] };
  const problems = check(files);
  assert.ok(problems.length > 4000);
  const started = performance.now();
  const span = { start: 0, end: text.length };
  const actions = actionsAt({ subject, problems, span, wants: () => true, canAsk: true });
  assert.ok(performance.now() - started < 1500);
  assert.ok(actions.some(({ title }) => title.startsWith("Ignore codec/unknown-codec ")));
  const titles = actions.map(({ title }) => title).filter((title) => title.startsWith("Ignore "));
  assert.equal(new Set(titles).size, titles.length);
});

test("a comment silences its problem and changes nothing else", () => {
  const wrong: string[] = [];
  let silenced = 0;
  for (const { place, files } of some) {
    const before = check(memoryFiles(files));
    for (const problem of before) {
      const isSame = (other: Problem): boolean => other.rule === problem.rule && other.file === problem.file;
      for (const action of actionsFor(files, problem)) {
        if (!action.title.startsWith(`Ignore ${problem.rule} `)) continue;
        const after = check(memoryFiles(applied(files, action)));
        silenced++;
        const all = action.title.endsWith("file");
        const expected = all ? 0 : before.filter(isSame).length - 1;
        const left = after.filter(isSame).length;
        if (all ? left !== 0 : left > expected) wrong.push(`${place}: ${action.title}: ${left} left`);
        const others = after.filter(
          (other) => other.rule !== problem.rule && !/^suppression/.test(other.rule),
        );
        const known = before.filter(
          (other) => other.rule !== problem.rule && !/^suppression/.test(other.rule),
        );
        if (others.length !== known.length) wrong.push(`${place}: ${action.title}: others changed`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(silenced > 200, `${silenced} comments`);
});

test("what is created is not missed any more", () => {
  const wrong: string[] = [];
  let created = 0;
  for (const { place, files } of examples) {
    for (const problem of check(memoryFiles(files))) {
      if (!/unknown/.test(problem.rule)) continue;
      for (const action of actionsFor(files, problem)) {
        if (!action.title.startsWith("Create ")) continue;
        created++;
        const texts = applied(files, action);
        const left = check(memoryFiles(texts)).filter(
          (other) => other.rule === problem.rule && other.message === problem.message,
        );
        const about =
          /^(?:reference|jump|identify)\//.test(problem.rule) && action.problems.includes(problem);
        if (about && left.length > 0) wrong.push(`${place}: ${action.title}: ${left[0]?.message}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(created > 10, `${created} created`);
});

test("no place and no action makes anything throw", () => {
  const random = mulberry32(5);
  for (const { files } of some) {
    for (const file of files.keys()) {
      const subject = subjectOf(files, file);
      const problems = check(subject.installation.files);
      for (let round = 0; round < 3; round++) {
        const offset = below(random, subject.text.length + 5);
        const span = { start: offset, end: offset + below(random, 30) };
        const all = actionsAt({ subject, problems, span, wants: () => true, canAsk: true });
        for (const action of all) applied(files, action);
        matchEdit(subject, offset, ["192.0.2.1", "sip.example.net"]);
      }
    }
  }
});

test("edits after edits are edits of the first text", () => {
  const random = mulberry32(7);
  for (let round = 0; round < 2000; round++) {
    const original = letters(random, below(random, 40));
    const edited = new EditedText(original);
    for (let step = below(random, 5); step > 0; step--) {
      const cuts = [0, 1, 2, 3].map(() => below(random, edited.text.length + 1)).sort((a, b) => a - b);
      const [a = 0, b = 0, c = 0, d = 0] = cuts;
      const edits = [
        { span: { start: a, end: b }, text: letters(random, below(random, 4)) },
        { span: { start: c, end: d }, text: letters(random, below(random, 4)) },
      ];
      edited.apply(b < c ? edits : edits.slice(0, 1));
    }
    assert.equal(applyEdits(original, edited.edits), edited.text);
  }
});

function actionsFor(files: ReadonlyMap<string, string>, problem: Problem): Action[] {
  const subject = subjectOf(files, problem.file);
  const problems = check(subject.installation.files);
  return actionsAt({ subject, problems, span: problem.span, wants: () => true, canAsk: true });
}

function applied(files: ReadonlyMap<string, string>, { what }: Action): Map<string, string> {
  const memory = memoryFiles(files);
  const edits: readonly FileEdit[] =
    "edits" in what
      ? what.edits
      : "mend" in what
        ? mendEdits(what.mend, [...files.keys()][0] ?? "", memory, check)
        : [];
  return new Map([...files, ...edited(memory, edits)]);
}

function letters(random: () => number, count: number): string {
  return Array.from({ length: count }, () => "abc\n"[below(random, 4)]).join("");
}
