// What an edit does not touch stays the very same object from one state of an installation to the next, at its new
// place; and a state that is only tried out leaves the one it begins from as it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkInstallation,
  defaultSettings,
  type Files,
  type Installation,
  openInstallation,
  type Problem,
  rootFiles,
  type SourceFile,
  tryInstallation,
} from "../server/src/core/api.ts";
import { memoryFiles } from "../server/src/core/config/memory-files.ts";
import { valuePlace } from "../server/src/core/config/option-span.ts";
import type { Context, Dialplan } from "../server/src/core/dialplan/model.ts";
import { mulberry32, pick } from "./support/random.ts";
import { applied, randomEdit } from "./support/random-edits.ts";
import { realInstallations } from "./support/real-installations.ts";

const text = `[globals]
TRUNK=PJSIP/itsp

[first]
exten => 1,1,NoOp(one)
 same => n,Dial(\${TRUNK}/1)

[second]
exten => 2,1,NoOp(two)
 same => n,Hangup()
`;

function contextOf({ contexts }: Dialplan, name: string): Context {
  const context = contexts.get(name);
  assert.ok(context);
  return context;
}

function writtenIn(source: string, context: Context): string[] {
  return context.extensions
    .flatMap(({ priorities }) => priorities)
    .map(({ step: { option } }) => {
      const { start, end } = valuePlace(option).span;
      return source.slice(start, end);
    });
}

test("a context behind an edit is the same, and its lines know where they are now", () => {
  const before = openInstallation(memoryFiles({ "extensions.conf": text }), defaultSettings);
  const [first, second] = ["first", "second"].map((name) => contextOf(before.dialplan(), name));
  const edited = text.replace("NoOp(one)", "NoOp(one or more)\n same => n,Answer()");
  const now = openInstallation(memoryFiles({ "extensions.conf": edited }), defaultSettings, before);
  assert.notEqual(contextOf(now.dialplan(), "first"), first);
  assert.equal(contextOf(now.dialplan(), "second"), second);
  assert.deepEqual(writtenIn(edited, contextOf(now.dialplan(), "second")), ["2,1,NoOp(two)", "n,Hangup()"]);
});

test("what depends on [globals] is read anew where they are others", () => {
  const named = text.replace("exten => 2", "exten => ${NUMBER}").replace("TRUNK=", "NUMBER=2\nTRUNK=");
  const before = openInstallation(memoryFiles({ "extensions.conf": named }), defaultSettings);
  assert.equal(contextOf(before.dialplan(), "second").extensions[0]?.name, "2");
  const files = memoryFiles({ "extensions.conf": named.replace("NUMBER=2", "NUMBER=3") });
  const now = openInstallation(files, defaultSettings, before);
  assert.equal(contextOf(now.dialplan(), "second").extensions[0]?.name, "3");
});

test("a state that is tried out leaves the other one as it is", () => {
  const before = openInstallation(memoryFiles({ "extensions.conf": text }), defaultSettings);
  const second = contextOf(before.dialplan(), "second");
  const written = writtenIn(text, second);
  const edited = `; a line more\n${text}`;
  const tried = tryInstallation(memoryFiles({ "extensions.conf": edited }), before);
  assert.deepEqual(writtenIn(edited, contextOf(tried.dialplan(), "second")), written);
  assert.deepEqual(writtenIn(text, second), written);
});

test("a file that was tried out and then becomes real knows its places", () => {
  const filesWith = (file: SourceFile): Files => ({
    read: (path) => (path === file.path ? file : "absent"),
    list: () => [file.path],
  });
  const fileOf = (source: string): SourceFile => ({ path: "extensions.conf", text: source });
  const before = openInstallation(filesWith(fileOf(text)), defaultSettings);
  before.dialplan();
  const tried = fileOf(text.replace("NoOp(two)", "NoOp(three)"));
  tryInstallation(filesWith(tried), before).dialplan();
  const between = openInstallation(filesWith(fileOf(`; a line more\n${text}`)), defaultSettings, before);
  between.dialplan();
  const now = openInstallation(filesWith(tried), defaultSettings, between);
  assert.deepEqual(writtenIn(tried.text, contextOf(now.dialplan(), "first")), [
    "1,1,NoOp(one)",
    "n,Dial(${TRUNK}/1)",
  ]);
});

test("who asks a state that another one has replaced does not harm that one", () => {
  const before = openInstallation(memoryFiles({ "extensions.conf": text }), defaultSettings);
  before.dialplan();
  const edited = `; a line more\n${text}`;
  const now = openInstallation(memoryFiles({ "extensions.conf": edited }), defaultSettings, before);
  const second = contextOf(now.dialplan(), "second");
  const written = writtenIn(edited, second);
  before.effective("extensions.conf");
  assert.deepEqual(writtenIn(edited, second), written);
});

test("real installations have the problems of new ones after each edit, also where others were tried out between", () => {
  const random = mulberry32(3);
  let edits = 0;
  for (const { texts } of realInstallations()) {
    const all = new Map(texts());
    const paths = [...all.keys()].filter((path) => path.endsWith(".conf"));
    let before: Installation | undefined;
    for (let edit = 0; edit < 4 && paths.length > 0; edit++) {
      const path = pick(random, paths);
      const own = all.get(path) ?? "";
      all.set(path, applied(own, randomEdit(random, own, [...all.values()])));
      if (before !== undefined) problemsOf(tryInstallation(memoryFiles(all), before));
      all.set(path, applied(all.get(path) ?? "", randomEdit(random, all.get(path) ?? "", [])));
      const now = openInstallation(memoryFiles(all), defaultSettings, before);
      assert.deepEqual(
        problemsOf(now),
        problemsOf(openInstallation(memoryFiles(all), defaultSettings)),
        path,
      );
      before = now;
      edits++;
    }
  }
  console.log(`${edits} edits`);
});

function problemsOf(installation: Installation): readonly Problem[] {
  return checkInstallation(installation, rootFiles(installation.files));
}
