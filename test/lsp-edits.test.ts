// After any number of edits, what is said is what somebody says who sees the texts for the first time: most answers
// are taken over from before an edit, and none of them may be one that no longer holds.

import assert from "node:assert/strict";
import test from "node:test";
import type { CodeAction } from "vscode-languageserver";
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
import { type LspClient, LspSession } from "./support/lsp-session.ts";
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
    // Other objects: nothing that was read of the same ones may help it.
    const copies = new Map([...sources].map(([each, source]) => [each, { ...source }]));
    const fresh = openInstallation(filesOf(copies), defaultSettings);
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
];
const questionsAtPlaces: readonly (readonly [capability: string, method: string])[] = [
  ["hoverProvider", "textDocument/hover"],
  ["completionProvider", "textDocument/completion"],
  ["definitionProvider", "textDocument/definition"],
  ["documentHighlightProvider", "textDocument/documentHighlight"],
  ["referencesProvider", "textDocument/references"],
];

test(`a server answers after ${editCount} edits as a new one does (seed ${seed})`, async (context) => {
  const session = await LspSession.start(context, smallInstallation);
  for (const path of open) session.open(path);
  await editing(mulberry32(seed + 1), session, async (edit, path) => {
    // So that most of them are seen one by one, as when somebody types.
    if (edit % 8 === 0) await session.diagnostics(path);
    if (edit % 8 === 4)
      await session.request("textDocument/documentSymbol", at(session, path)).catch(() => null);
    if (edit % 125 === 0) await compare(session, await freshServer(context, session), edit);
  });
  assert.deepEqual(session.log, []);
});

/** A client that has all that is optional, and asks for what the other one is told. */
const full: LspClient = {
  capabilities: {
    workspace: {
      configuration: true,
      workspaceFolders: true,
      workspaceEdit: { documentChanges: true, snippetEditSupport: true },
      diagnostics: { refreshSupport: true },
      semanticTokens: { refreshSupport: true },
      inlayHint: { refreshSupport: true },
    },
    textDocument: {
      diagnostic: { relatedDocumentSupport: true, relatedInformation: true, codeDescriptionSupport: true },
      semanticTokens: {
        requests: { full: { delta: true }, range: true },
        tokenTypes: [],
        tokenModifiers: [],
        formats: ["relative"],
      },
      inlayHint: { resolveSupport: { properties: ["tooltip"] } },
      codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
      rename: { prepareSupport: true },
    },
  },
  initializationOptions: {
    commands: ["asterisk-analyzer.insertMatch", "asterisk-analyzer.showReferences"],
  },
};

test(`what is asked bit by bit adds up to what a new server says (seed ${seed})`, async (context) => {
  const session = await LspSession.start(context, smallInstallation, {}, full);
  for (const path of open) session.open(path);
  const colours = new Map(open.map((path) => [path, new Colours()]));
  const problems = new Problems();
  let actions = 0;
  const random = mulberry32(seed + 2);
  await editing(random, session, async (edit, path) => {
    if (edit % 3 === 0) await colours.get(path)?.follow(session, path);
    if (edit % 7 === 0) await problems.follow(session, path);
    if (edit % 50 === 0) await problems.followAll(session);
    if (edit % 125 !== 0) return;
    const fresh = await freshServer(context, session, full);
    for (const each of open) {
      const what = `${each} after ${edit} edits`;
      await colours.get(each)?.follow(session, each);
      const { data } = await fresh.request("textDocument/semanticTokens/full", at(fresh, each));
      assert.deepEqual(colours.get(each)?.data, data, `tokens of ${what}`);
      await compareAnswers(session, fresh, "inlayHintProvider", "textDocument/inlayHint", (one) => ({
        ...at(one, each),
        range: whole(one, each),
      }));
      await problems.follow(session, each);
      const { items } = await fresh.request("textDocument/diagnostic", at(fresh, each));
      assert.deepEqual(plain(problems.of(session.uri(each)), session), plain(items, fresh), what);
      for (let round = 0; round < 5; round++) actions += await compareActions(session, fresh, each, random());
    }
    await problems.followAll(session);
    const told = new Problems();
    await told.followAll(fresh);
    assert.deepEqual(
      plain(problems.all, session),
      plain(told.all, fresh),
      `all problems after ${edit} edits`,
    );
    await fresh.end();
  });
  assert.deepEqual(session.log, []);
  const differences = [...colours.values()].reduce((sum, one) => sum + one.differences, 0);
  context.diagnostic(`${differences} edits of tokens, ${problems.unchanged} unchanged, ${actions} actions`);
  assert.ok(differences > 50 && problems.unchanged > 10 && actions > 50);
});

/** Edits one of the open files again and again. */
async function editing(
  random: () => number,
  session: LspSession,
  each: (edit: number, path: string) => Promise<void>,
): Promise<void> {
  for (let edit = 1; edit <= editCount; edit++) {
    const path = pick(random, open);
    const texts = open.map((one) => session.text(one));
    const { start, end, text } = randomEdit(random, session.text(path), texts);
    const range = { start: session.positionAt(path, start), end: session.positionAt(path, end) };
    session.changeRaw(path, [{ range, text }]);
    await each(edit, path);
  }
}

/** The semantic tokens of a file as a client has them that asks for what is different. */
class Colours {
  data: number[] = [];
  differences = 0;
  #id: string | undefined;

  async follow(session: LspSession, path: string): Promise<void> {
    const answer = await (this.#id === undefined
      ? session.request("textDocument/semanticTokens/full", at(session, path))
      : session.request("textDocument/semanticTokens/full/delta", {
          ...at(session, path),
          previousResultId: this.#id,
        }));
    this.#id = answer.resultId;
    this.data = answer.data ?? this.data;
    this.differences += answer.edits?.length ?? 0;
    for (const { start, deleteCount, data } of answer.edits ?? [])
      this.data.splice(start, deleteCount, ...(data ?? []));
  }
}

interface DiagnosticReport {
  readonly kind: "full" | "unchanged";
  readonly resultId: string;
  readonly items?: readonly object[];
}

/** The problems as a client has them that asks whether they are still the same. */
class Problems {
  unchanged = 0;
  readonly #known = new Map<string, { readonly id: string; readonly items: readonly object[] }>();

  async follow(session: LspSession, path: string): Promise<void> {
    const uri = session.uri(path);
    const previousResultId = this.#known.get(uri)?.id;
    const report = await session.request("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    this.#take(uri, report);
  }

  async followAll(session: LspSession): Promise<void> {
    const previousResultIds = [...this.#known].map(([uri, { id }]) => ({ uri, value: id }));
    const { items } = await session.request("workspace/diagnostic", { previousResultIds });
    for (const report of items) this.#take(report.uri, report);
  }

  of(uri: string): readonly object[] {
    return this.#known.get(uri)?.items ?? [];
  }

  get all(): readonly unknown[] {
    return [...this.#known]
      .map(([uri, { items }]) => [uri, items])
      .sort(([left], [right]) => (String(left) < String(right) ? -1 : 1));
  }

  #take(uri: string, { kind, resultId, items }: DiagnosticReport): void {
    if (kind === "full") this.#known.set(uri, { id: resultId, items: items ?? [] });
    else {
      assert.equal(this.#known.get(uri)?.id, resultId);
      this.unchanged++;
    }
  }
}

/** Compares what can be done at a place, with the edits of what is worked out when it is chosen. */
async function compareActions(
  session: LspSession,
  fresh: LspSession,
  path: string,
  part: number,
): Promise<number> {
  const start = Math.floor(session.text(path).length * part);
  const [now, first] = await Promise.all(
    [session, fresh].map(async (one) => {
      const range = { start: one.positionAt(path, start), end: one.positionAt(path, start + 200) };
      const parameters = { ...at(one, path), range, context: { diagnostics: [] } };
      const actions: CodeAction[] = await one.request("textDocument/codeAction", parameters);
      const resolved: unknown[] = [];
      for (const action of actions)
        resolved.push(action.data === undefined ? action : await one.request("codeAction/resolve", action));
      return withoutVersions(plain(resolved, one));
    }),
  );
  assert.deepEqual(now, first, `actions in ${path}`);
  return Array.isArray(now) ? now.length : 0;
}

/** A new server counts its documents from 1. */
function withoutVersions(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replace(/"version":\d+/g, '"version":0'));
}

function whole(session: LspSession, path: string): object {
  return {
    start: { line: 0, character: 0 },
    end: session.positionAt(path, session.text(path).length),
  };
}

async function freshServer(
  context: Parameters<typeof LspSession.start>[0],
  like: LspSession,
  client?: LspClient,
): Promise<LspSession> {
  const fresh = await LspSession.start(context, smallInstallation, {}, client);
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
