// Files that come from the client: what is known before, while and after it answers.

import assert from "node:assert/strict";
import test from "node:test";
import type { Connection } from "vscode-languageserver";
import type { FilesParams, FilesResult } from "../server/src/core/protocol.ts";
import { ClientFiles } from "../server/src/lsp/client-files.ts";
import { placeOf, uriOf } from "../server/src/lsp/places.ts";

const folder = "vscode-vfs://github/owner/pbx/etc";
const there: FilesResult = {
  files: { "pjsip.conf": "[a]\n", "pjsip.d/phones.conf": "[b]\n" },
  folders: { "": ["pjsip.conf", "pjsip.d/", "logo.png", "deeper/"], "pjsip.d": ["phones.conf"] },
};

/** A client that is asked, and answers when it is told to. */
function client(): {
  readonly files: ClientFiles;
  readonly asked: readonly string[];
  readonly arrived: readonly string[];
  readonly answer: (result: FilesResult) => Promise<void>;
} {
  const asked: string[] = [];
  const arrived: string[] = [];
  const waiting: ((result: FilesResult) => void)[] = [];
  const connection = {
    sendRequest: (_method: string, { uri }: FilesParams) => {
      asked.push(uri);
      return new Promise((done) => waiting.push(done));
    },
  };
  const files = new ClientFiles(connection as unknown as Connection);
  files.onArrival((place) => arrived.push(place));
  return {
    files,
    asked,
    arrived,
    answer: async (result) => {
      waiting.shift()?.(result);
      await new Promise((done) => setImmediate(done));
    },
  };
}

test("a folder is unknown until the client has answered, and asked for once", async () => {
  const { files, asked, arrived, answer } = client();
  assert.equal(files.below(folder).read("pjsip.conf"), "unknown");
  assert.equal(files.below(folder).list(""), undefined);
  assert.equal(files.below(`${folder}/pjsip.d`).list(""), undefined);
  assert.deepEqual(asked, [folder]);
  await answer(there);
  assert.deepEqual(arrived, [folder]);
  const known = files.below(folder);
  assert.deepEqual(known.list(""), ["pjsip.conf", "pjsip.d", "logo.png", "deeper"]);
  assert.deepEqual(known.read("pjsip.d/phones.conf"), { path: "pjsip.d/phones.conf", text: "[b]\n" });
  assert.equal(known.read("pjsip.conf"), known.read("pjsip.conf"), "the same object for the same text");
  assert.equal(known.read("pjsip.d"), "directory");
  assert.equal(known.read("missing.conf"), "absent");
  assert.equal(known.read("missing/file.conf"), "absent");
  assert.deepEqual(known.list("missing"), []);
  assert.deepEqual(files.below(`${folder}/pjsip.d`).list(""), ["phones.conf"]);
  assert.deepEqual(known.list("pjsip.conf"), []);
  assert.deepEqual(asked, [folder]);
});

test("what the client left out is asked for when it is needed", async () => {
  const { files, asked, answer } = client();
  files.below(folder);
  await answer(there);
  const known = files.below(folder);
  assert.equal(known.read("deeper"), "directory");
  assert.deepEqual(asked, [folder]);
  assert.equal(known.list("deeper"), undefined);
  assert.equal(known.read("deeper/odd.name"), "unknown");
  assert.equal(known.read("logo.png"), "unknown");
  assert.deepEqual(asked, [folder, `${folder}/deeper`, `${folder}/logo.png`]);
  await answer({ files: {}, folders: { "": ["odd.name"] } });
  assert.equal(files.below(folder).read("deeper/odd.name"), "unknown");
  assert.equal(asked.at(-1), `${folder}/deeper/odd.name`);
});

test("what was changed is asked for alone; what was deleted is gone", async () => {
  const { files, asked, answer } = client();
  files.below(folder);
  await answer(there);
  files.changed(`${folder}/new.conf`);
  assert.deepEqual(files.below(folder).read("new.conf"), "absent");
  await answer({ files: { "": "[new]\n" }, folders: {} });
  assert.deepEqual(files.below(folder).read("new.conf"), { path: "new.conf", text: "[new]\n" });
  assert.ok(files.below(folder).list("")?.includes("new.conf"));
  files.changed(`${folder}/pjsip.d`);
  await answer({ files: {}, folders: {} });
  assert.equal(files.below(folder).read("pjsip.d/phones.conf"), "absent");
  assert.deepEqual(files.below(folder).list(""), ["pjsip.conf", "logo.png", "deeper", "new.conf"]);
  assert.deepEqual(asked, [folder, `${folder}/new.conf`, `${folder}/pjsip.d`]);
});

test("documents without a file, and changes elsewhere, ask for nothing", () => {
  const { files, asked } = client();
  assert.equal(files.below("untitled:").read("Untitled-1"), "unknown");
  assert.equal(files.below("file://").list(""), undefined);
  files.changed("file:///etc/asterisk/pjsip.conf");
  assert.deepEqual(asked, []);
});

test("a place is the same however its URI is escaped", () => {
  const place = "file:///etc/büro \u{1f600}/pjsip.conf";
  assert.equal(placeOf(uriOf(place)), place);
  assert.equal(placeOf("file:///etc/b%C3%BCro%20\u{1f600}/pjsip.conf"), place);
});
