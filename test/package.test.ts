// The package for programs: what is in it, its types, and what its functions answer.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { lint, lintFiles, rules } from "../server/src/package/index.ts";
import { directoryWith } from "./support/command-line.ts";
import { packed } from "./support/packed.ts";

const trunk = "[provider]\ntype = endpoint\nallow = alaw,pcmu\naors = provider\n";

test("the package holds the bundles, the schemas and the texts, and nothing else", () => {
  const { files, size } = packed();
  const wanted =
    /^(?:dist\/(?:cli|server|index)\.js|dist\/index\.d\.ts|dist\/pages\.json|dist\/shared\/[\w.-]+\.js|dist\/THIRD-PARTY-LICENSES\.txt|server\/schemas\/[\w.-]+\.json|README\.md|CHANGELOG\.md|LICENSE|package\.json)$/;
  assert.deepEqual(
    files.filter((file) => !wanted.test(file)),
    [],
  );
  for (const file of [
    "dist/cli.js",
    "dist/index.js",
    "dist/index.d.ts",
    "server/schemas/settings.schema.json",
  ])
    assert.ok(files.includes(file), file);
  assert.ok(size < 1_200_000, `${size} bytes`);
});

test("an installed package starts, answers a program, and its types fit", (context) => {
  const directory = directoryWith(context, {
    "package.json": '{ "type": "module", "private": true }',
    "pjsip.conf": trunk,
    "check.ts": `import { lint, lintFiles, rules, type LintResult, type Problem } from "asterisk-analyzer";
const result: LintResult = await lint(".", { version: "22", rules: { codec: "error" }, config: false });
const first: Problem | undefined = result.problems[0];
const inMemory = await lintFiles({ "pjsip.conf": "[a]\\n" });
// @ts-expect-error There is no such profile.
await lint(".", { profile: "lenient" }).catch(() => {});
console.log(first?.rule, inMemory.problems.length, rules().length > 100);
`,
  });
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", packed().path], {
    cwd: directory,
    stdio: "pipe",
  });
  const ran = spawnSync("npx", ["--offline", "asterisk-analyzer", "lint", "."], {
    cwd: directory,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", GITHUB_ACTIONS: "" },
  });
  assert.equal(ran.status, 1);
  assert.match(ran.stdout, /\[codec\/unknown-codec\]/);
  const flags = [
    "--noEmit",
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--types",
    "",
    "--lib",
  ];
  const checked = spawnSync(
    process.execPath,
    [resolve("node_modules/typescript/bin/tsc"), ...flags, "es2022,dom", "check.ts"],
    { cwd: directory, encoding: "utf8" },
  );
  assert.equal(checked.stdout, "");
  const script = `import { lint, lintFiles, rules } from "asterisk-analyzer";
    const { problems } = await lint(".", { version: "22", config: false });
    console.log(problems[0].rule, (await lintFiles({ "pjsip.conf": "[a]\\n" })).problems.length, rules().length > 100);`;
  writeFileSync(join(directory, "run.js"), script);
  const output = execFileSync(process.execPath, ["run.js"], { cwd: directory, encoding: "utf8" });
  assert.match(output, /^codec\/unknown-codec \d+ true$/m);
});

test("problems say where they are, what Asterisk logs, and where their page is", async (context) => {
  const directory = directoryWith(context, { "pjsip.conf": trunk });
  const { problems, installations, files, failures } = await lint(directory);
  assert.deepEqual([installations.length, files.length, failures.length], [1, 1, 0]);
  const problem = problems.find(({ rule }) => rule === "codec/unknown-codec");
  assert.deepEqual(problem?.start, { line: 3, column: 14 });
  assert.equal(problem?.severity, "error");
  assert.ok((problem?.log.length ?? 0) > 0);
  assert.match(problem?.url ?? "", /^https:\/\/.*codec\/unknown-codec/);
  assert.equal(problem?.fixes[0]?.edits[0]?.text, "ulaw");
});

test("options win over the settings file, which counts unless it is switched off", async (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": trunk,
    "asterisk-analyzer.json": '{ "rules": { "codec/unknown-codec": "hint", "reference": "off" } }',
  });
  const severity = async (options: Parameters<typeof lint>[1]): Promise<string | undefined> =>
    (await lint(directory, options)).problems.find(({ rule }) => rule === "codec/unknown-codec")?.severity;
  assert.equal(await severity({}), "hint");
  assert.equal(await severity({ config: false }), "error");
  assert.equal(await severity({ rules: { "codec/unknown-codec": "warning" } }), "warning");
  assert.equal(await severity({ rules: { codec: "off" } }), undefined);
});

test("files in memory are an installation of their own", async () => {
  const { problems } = await lintFiles({ "pjsip.conf": '#include "trunks.conf"\n', "trunks.conf": trunk });
  assert.equal(problems.find(({ rule }) => rule === "codec/unknown-codec")?.file, "trunks.conf");
});

test("what cannot be is an error with a sentence", async () => {
  await assert.rejects(lint(".", { version: "17" }), /expected 18, 20/);
  await assert.rejects(
    lint(".", { rules: { "codec/unknwon-codec": "off" } }),
    /did you mean "codec\/unknown-codec"/,
  );
  await assert.rejects(lint(".", { config: "not-there.json" }), /not-there\.json/);
  const { failures } = await lint("not-there");
  assert.equal(failures.length, 1);
});

test("a provider may have any name, and what is wrong about its addresses is said", async () => {
  const providers = { "a=b": ["198.51.100.7"], "carrier, east": ["198.51.100.8"] };
  assert.ok((await lintFiles({ "pjsip.conf": trunk }, { providers })).problems.length > 0);
  await assert.rejects(lintFiles({}, { providers: { carrier: ["198.51.100.7,x"] } }), /is no address/);
});

test("a root that is no regular file is told", async (context) => {
  const directory = directoryWith(context, { "pjsip.conf": trunk });
  symlinkSync("/dev/null", join(directory, "extensions.conf"));
  const { failures } = await lint(directory);
  assert.deepEqual(
    failures.map(({ reason }) => reason),
    ["not a regular file"],
  );
});

test("the code for flags is not loaded", () => {
  const index = readFileSync("dist/index.js", "utf8");
  const waiting = [...index.matchAll(/from"\.\/(shared\/[^"]+)"|import"\.\/(shared\/[^"]+)"/g)];
  assert.ok(waiting.length > 0);
  assert.doesNotMatch(index, /showSuggestionAfterError/);
  for (const [, first, second] of waiting)
    assert.doesNotMatch(readFileSync(`dist/${first ?? second}`, "utf8"), /showSuggestionAfterError/);
});

test("all rules are listed", () => {
  const one = rules().find(({ id }) => id === "codec/unknown-codec");
  assert.equal(one?.severity, "error");
});
