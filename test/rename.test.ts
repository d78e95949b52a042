// Renames of endpoints on the pages of the rules: no reference is lost, with and without what is to be confirmed.

import assert from "node:assert/strict";
import test from "node:test";
import {
  applyEdits,
  checkInstallation,
  defaultSettings,
  type FileEdit,
  memoryFiles,
  openInstallation,
  rootFiles,
} from "../server/src/core/api.ts";
import { rename } from "../server/src/core/editor-api.ts";
import { readPages } from "./support/pages.ts";

type Texts = ReadonlyMap<string, string>;

test("renaming an endpoint breaks no reference, whether its aor is renamed along or not", () => {
  let renames = 0;
  let questions = 0;
  for (const { path, examples } of readPages()) {
    // All is checked anew for each rename, so one example of each page has to do.
    for (const { files, line } of examples.slice(-1)) {
      const before = brokenReferences(files);
      for (const { file, offset } of endpointsOf(files)) {
        const edits = rename(subjectOf(files, file), offset, "quite-new");
        if (edits === undefined || typeof edits === "string") continue;
        const certain = edits.filter(({ question }) => question === undefined);
        renames++;
        if (certain.length < edits.length) questions++;
        for (const chosen of certain.length < edits.length ? [edits, certain] : [edits]) {
          const after = brokenReferences(applied(files, chosen));
          for (const [rule, count] of after)
            assert.ok(count <= (before.get(rule) ?? 0), `${path}:${line} at ${file}:${offset}: ${rule}`);
        }
      }
    }
  }
  assert.ok(renames > 80 && questions > 10, `${renames} renames, ${questions} with a question`);
});

/** Where the headers of endpoints hold their names. */
function endpointsOf(files: Texts): readonly { readonly file: string; readonly offset: number }[] {
  const installation = openInstallation(memoryFiles(files), defaultSettings);
  return installation
    .pjsip(installation.load("pjsip.conf"))
    .objects.filter(({ type }) => type === "endpoint")
    .map(({ section }) => ({ file: section.file.path, offset: section.header.nameStart }));
}

/** Rules that tell of names that mean nothing, and how often they do; where a name is what was dialled, none can help. */
function brokenReferences(files: Texts): ReadonlyMap<string, number> {
  const memory = memoryFiles(files);
  const counts = new Map<string, number>();
  for (const { rule } of checkInstallation(openInstallation(memory, defaultSettings), rootFiles(memory)))
    if (/^(?:reference\/unknown-|jump\/|device\/unknown-endpoint)/.test(rule))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function subjectOf(files: Texts, file: string): Parameters<typeof rename>[0] {
  const installation = openInstallation(memoryFiles(files), defaultSettings);
  return { installation, file, text: files.get(file) ?? "", roots: ["pjsip.conf"] };
}

function applied(files: Texts, edits: readonly FileEdit[]): Texts {
  const texts = new Map(files);
  for (const [file, text] of files) {
    const own = edits.filter((edit) => edit.file === file);
    texts.set(file, applyEdits(text, own));
  }
  return texts;
}

test("a context gets no name that makes it something else", () => {
  const files = new Map([["extensions.conf", "[menu]\nexten => s,1,Goto(menu,s,1)\n"]]);
  const renamed = (name: string): unknown => rename(subjectOf(files, "extensions.conf"), 2, name);
  assert.equal(renamed("Globals"), 'A section "Globals" is no context');
  assert.equal(typeof renamed("${MENU}"), "string");
  assert.equal((renamed("general-menu") as readonly FileEdit[]).length, 2);
});
