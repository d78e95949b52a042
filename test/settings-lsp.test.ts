// The language server with asterisk-analyzer.json: what it decides, how a change counts, and what is told of mistakes.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type { FoundSettings } from "../server/src/core/api.ts";
import { memoryFiles } from "../server/src/core/api.ts";
import type { Host } from "../server/src/lsp/host.ts";
import { ProjectSettings } from "../server/src/lsp/project-settings.ts";
import { LspSession } from "./support/lsp-session.ts";

const name = "asterisk-analyzer.json";
const pjsip = "[a]\ntype=endpoint\nallow=alaw,alaw\nsuppress_moh_on_sendonly=yes\n";
const quiet = { reference: "off", config: "off" };

function write(session: LspSession, path: string, text: string): void {
  writeFileSync(join(session.directory, path), text);
  session.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: session.uri(path), type: 2 }] });
}

test("the file wins over the editor's settings, key by key, and a change counts at once", async (context) => {
  const session = await LspSession.start(
    context,
    {
      "etc/pjsip.conf": pjsip,
      [name]: JSON.stringify({ version: "18", rules: { codec: "error", ...quiet } }),
    },
    { asteriskVersion: "23", rules: { codec: "off", "pjsip/option-not-in-version": "hint" } },
  );
  session.open("etc/pjsip.conf");
  const shown = (count: number): Promise<void> =>
    session.until(`${count} problems`, () => session.shown("etc/pjsip.conf").length === count);
  await shown(2);
  assert.deepEqual(await session.problems("etc/pjsip.conf"), [
    "3:12-16 error codec/duplicate-codec",
    "4:1-25 hint pjsip/option-not-in-version",
  ]);
  write(session, name, JSON.stringify({ rules: quiet, profile: "strict" }));
  await shown(0);
  write(session, "etc/asterisk-analyzer.json", JSON.stringify({ rules: { codec: "warning", ...quiet } }));
  await shown(1);
  write(session, "etc/asterisk-analyzer.json", JSON.stringify({ ignore: ["pjsip.conf"] }));
  await shown(0);
  rmSync(join(session.directory, "etc/asterisk-analyzer.json"));
  write(session, name, JSON.stringify({ rules: { ...quiet, "codec/duplicate-codec": "error" } }));
  await shown(1);
});

test("an editor is told which file sets the version", async (context) => {
  const session = await LspSession.start(
    context,
    { "etc/pjsip.conf": pjsip, [name]: "{}", "base.json": '{ "version": "20" }' },
    { asteriskVersion: "18" },
  );
  session.open("etc/pjsip.conf");
  const status = async (): Promise<unknown[]> => {
    const answer = await session.request("asterisk-analyzer/status", { uri: session.uri("etc/pjsip.conf") });
    const { version, versionUri } = answer as { readonly version: string; readonly versionUri?: string };
    return [version.split(".")[0], versionUri];
  };
  await session.problems("etc/pjsip.conf");
  assert.deepEqual(await status(), ["18", undefined]);
  write(session, name, JSON.stringify({ version: "22" }));
  assert.deepEqual(await status(), ["22", session.uri(name)]);
  write(session, name, JSON.stringify({ extends: ["base.json"] }));
  assert.deepEqual(await status(), ["20", session.uri("base.json")]);
});

test("mistakes in the file are told where they are, also to clients that ask for diagnostics", async (context) => {
  const pulling = {
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { diagnostic: {} },
    },
  };
  for (const client of [undefined, pulling]) {
    const session = await LspSession.start(
      context,
      { "pjsip.conf": pjsip, [name]: '{\n  "profile": "stict",\n  "rules": {"codec": "error"}\n}' },
      {},
      ...(client === undefined ? [] : [client]),
    );
    session.open("pjsip.conf");
    await session.until("the mistake", () => session.shown(name).length === 1);
    const [wrong] = session.shown(name);
    assert.deepEqual(wrong, {
      range: { start: { line: 1, character: 13 }, end: { line: 1, character: 20 } },
      severity: 1,
      source: "asterisk-analyzer",
      message: '"profile" has to be one of minimal, recommended, strict; did you mean "strict"?',
    });
    write(session, name, "{}");
    await session.until("no mistake", () => session.shown(name).length === 0);
  }
});

test("the editor's own settings are read like the file", async (context) => {
  const session = await LspSession.start(
    context,
    { "pjsip.conf": `${pjsip}allow=ulwa ; asterisk-analyzer: ignore codec\n` },
    {
      profile: "minimal",
      suppressions: "forbid",
      overrides: [{ files: ["*.conf"], rules: { codec: "hint", reference: "off" } }],
      ignore: "old",
      astetcdir: "",
    },
  );
  session.open("pjsip.conf");
  await session.until("problems", () => session.shown("pjsip.conf").length > 2);
  const problems = await session.problems("pjsip.conf");
  assert.ok(
    problems.some((line) => line.endsWith("hint codec/unknown-codec")),
    problems.join("\n"),
  );
  assert.ok(problems.some((line) => line.endsWith("warning suppression/forbidden")));
  assert.ok(session.log.some((line) => line.includes('asterisk-analyzer.ignore: "ignore" has to be a list')));
});

test("in a browser the file comes from the client, and nothing above the open folder is asked for", () => {
  const root = "vscode-vfs://github/owner/pbx";
  const asked: string[] = [];
  const texts = new Map<string, Map<string, string>>([
    [root, new Map([[name, '{"profile": "strict", "x": 1}']])],
  ]);
  let answers = false;
  const host: Host = {
    files: (folder) => {
      asked.push(folder);
      return answers
        ? memoryFiles(texts.get(folder) ?? new Map())
        : { read: () => "unknown", list: () => undefined };
    },
    after: () => () => {},
    now: () => 0,
    pages: () => Promise.resolve(new Map()),
  };
  const editor = {
    layer: { chosen: {}, origin: "editor" },
    inlayHints: { priorities: true, inherited: true, includes: true },
  };
  const settings = new ProjectSettings(
    host,
    () => editor,
    () => [root],
  );
  const folder = `${root}/etc`;
  assert.deepEqual(settings.of(folder).levels.apply([]), []);
  assert.equal(settings.concerns(folder), true, "what was unknown has come");
  answers = true;
  settings.forget();
  const known = settings.of(folder);
  assert.equal(settings.of(folder), known, "the same object as long as nothing changes");
  assert.equal(settings.concerns(folder), false);
  assert.equal(settings.concerns(`${root}/${name}`), true);
  const faults: FoundSettings["faults"] = settings.files.get(`${root}/${name}`) ?? [];
  assert.deepEqual(
    faults.map(({ message }) => message),
    ['there is no setting "x"'],
  );
  assert.deepEqual([...new Set(asked)].sort(), [root, folder]);
});
