// After any number of edits, what is said is what somebody says who sees the texts for the first time: most answers
// are taken over from before an edit, and none of them may be one that no longer holds.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  type Files,
  forgetBefore,
  type Installation,
  openInstallation,
  type Problem,
  rootFiles,
  type SourceFile,
  type Subject,
} from "../server/src/core/api.ts";
import {
  callItem,
  codeLenses,
  completionAt,
  hoverAt,
  incomingCalls,
  outgoingCalls,
  workspaceSymbols,
} from "../server/src/core/editor-api.ts";
import { LspSession } from "./support/lsp-session.ts";
import { mulberry32, pick } from "./support/random.ts";
import { applied, randomEdit, smallInstallation } from "./support/random-edits.ts";

const { SEED } = process.env;
const seed = Number(SEED ?? 1);
const editCount = 500;
const open: readonly string[] = ["extensions.conf", "more.conf", "pjsip.conf", "queues.conf"];

test(`an installation that takes over answers has those of a new one (seed ${seed})`, () => {
  const random = mulberry32(seed);
  const sources = new Map<string, SourceFile>(
    Object.entries(smallInstallation).map(([path, text]) => [path, { path, text }]),
  );
  const textOf = (path: string): string => sources.get(path)?.text ?? "";
  let before: Installation | undefined;
  for (let edit = 1; edit <= editCount; edit++) {
    const path = pick(random, open);
    const others = open.map(textOf);
    sources.set(path, { path, text: applied(textOf(path), randomEdit(random, textOf(path), others)) });
    // Now and then a file goes, and comes back with its first text.
    if (edit % 40 === 0) sources.delete(pick(random, open));
    for (const [each, text] of Object.entries(smallInstallation))
      if (edit % 40 === 3 && !sources.has(each)) sources.set(each, { path: each, text });
    const files = filesOf(sources);
    const next = openInstallation(files, defaultSettings, before);
    const problems = problemsOf(next, files);
    const fresh = openInstallation(files, defaultSettings);
    assert.deepEqual(problems, problemsOf(fresh, files), `edit ${edit}`);
    const offset = Math.floor(random() * textOf(path).length);
    const asked = open.map((file) => featuresOf(next, file, textOf(file), offset));
    assert.deepEqual(
      asked,
      open.map((file) => featuresOf(fresh, file, textOf(file), offset)),
      `features after edit ${edit}`,
    );
    if (edit % 2 === 0) forgetBefore(next);
    before = next;
  }
});

function filesOf(sources: ReadonlyMap<string, SourceFile>): Files {
  const all = new Map(sources);
  return {
    read: (path) => all.get(path) ?? "absent",
    list: (folder) => (folder === "" ? [...all.keys()] : []),
  };
}

/** What features remember of an installation, asked after every edit. */
function featuresOf(installation: Installation, file: string, text: string, offset: number): unknown {
  const root = file === "more.conf" ? "extensions.conf" : file;
  const subject: Subject = { installation, file, text, roots: [root] };
  const item = callItem(subject, offset);
  return {
    lenses: codeLenses(subject),
    names: workspaceSymbols(installation, [root], "1"),
    item,
    incoming: item && incomingCalls(subject, item.name),
    outgoing: item && outgoingCalls(installation, item.name),
    hover: hoverAt(subject, offset),
    completion: completionAt(subject, offset),
  };
}

function problemsOf(installation: Installation, files: Files): readonly Problem[] {
  return checkInstallation(installation, rootFiles(files));
}

/** What is asked besides the diagnostics, where the server offers it. */
const questions: readonly (readonly [capability: string, method: string])[] = [
  ["documentSymbolProvider", "textDocument/documentSymbol"],
  ["foldingRangeProvider", "textDocument/foldingRange"],
  ["documentLinkProvider", "textDocument/documentLink"],
  ["codeLensProvider", "textDocument/codeLens"],
  ["semanticTokensProvider", "textDocument/semanticTokens/full"],
];
const questionsAtPlaces: readonly (readonly [capability: string, method: string])[] = [
  ["hoverProvider", "textDocument/hover"],
  ["completionProvider", "textDocument/completion"],
  ["definitionProvider", "textDocument/definition"],
  ["documentHighlightProvider", "textDocument/documentHighlight"],
  ["referencesProvider", "textDocument/references"],
];

test(`a server answers after ${editCount} edits as a new one does (seed ${seed})`, async (context) => {
  const random = mulberry32(seed + 1);
  const session = await LspSession.start(context, smallInstallation);
  for (const path of open) session.open(path);
  for (let edit = 1; edit <= editCount; edit++) {
    const path = pick(random, open);
    const { start, end, text } = randomEdit(
      random,
      session.text(path),
      open.map((each) => session.text(each)),
    );
    const range = { start: session.positionAt(path, start), end: session.positionAt(path, end) };
    session.changeRaw(path, [{ range, text }]);
    // So that most of them are seen one by one, as when somebody types.
    if (edit % 8 === 0) await session.diagnostics(path);
    if (edit % 8 === 4)
      await session.request("textDocument/documentSymbol", at(session, path)).catch(() => null);
    if (edit % 125 === 0) await compare(session, await freshServer(context, session), edit);
  }
  assert.deepEqual(session.log, []);
});

async function freshServer(
  context: Parameters<typeof LspSession.start>[0],
  like: LspSession,
): Promise<LspSession> {
  const fresh = await LspSession.start(context, smallInstallation);
  for (const path of open) fresh.open(path, like.text(path));
  return fresh;
}

async function compare(session: LspSession, fresh: LspSession, edit: number): Promise<void> {
  for (const path of open) {
    const [now, first] = [await session.diagnostics(path), await fresh.diagnostics(path)];
    assert.deepEqual(plain(now, session), plain(first, fresh), `${path} after ${edit} edits`);
  }
  for (const path of open) {
    for (const [capability, method] of questions)
      await compareAnswers(session, fresh, capability, method, (one) => at(one, path));
    const { length } = session.text(path);
    for (const part of [0.2, 0.5, 0.8])
      for (const [capability, method] of questionsAtPlaces) {
        const position = session.positionAt(path, Math.floor(length * part));
        const more = { position, context: { includeDeclaration: true } };
        await compareAnswers(session, fresh, capability, method, (one) => ({ ...at(one, path), ...more }));
      }
  }
  await fresh.end();
}

async function compareAnswers(
  session: LspSession,
  fresh: LspSession,
  capability: string,
  method: string,
  parameters: (session: LspSession) => object,
): Promise<void> {
  if (!(capability in session.capabilities)) return;
  const [now, first] = await Promise.all(
    [session, fresh].map(async (one) => plain(await one.request(method, parameters(one)), one)),
  );
  assert.deepEqual(now, first, method);
}

function at(session: LspSession, path: string): { readonly textDocument: { readonly uri: string } } {
  return { textDocument: { uri: session.uri(path) } };
}

/** Without the directory and what counts answers, which differ from server to server. */
function plain(answer: unknown, session: LspSession): unknown {
  const text = JSON.stringify(answer) ?? "null";
  return JSON.parse(text.replaceAll(session.uri(""), "").replace(/"resultId":"[^"]*",?/g, ""));
}
