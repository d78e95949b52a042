// `--format` and `--output` as people and build services use them: what is printed, what is written, what is refused.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import test, { type TestContext } from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

const faulty = "[6001]\ntype = aor\nmax_contacts 1\n";

test("several reports at once: files are written although the exit code is 1", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty });
  const outputs = ["json:a.json", "sarif:b.sarif", "junit:c.xml", "text:d.txt", "gitlab:e.json"];
  const { code, output, errors } = run(directory, ["lint", ...outputs.flatMap((one) => ["--output", one])]);
  assert.deepEqual([code, errors], [1, ""]);
  assert.match(output, /^pjsip\.conf:3:1: error: /);
  assert.match(output, /Checked 1 file in 1 installation: 1 error\./);
  const read = (name: string): string => readFileSync(join(directory, name), "utf8");
  assert.equal(JSON.parse(read("a.json")).problems.length, 1);
  assert.equal(JSON.parse(read("b.sarif")).runs[0].results[0].ruleId, "config/no-equals");
  assert.match(read("c.xml"), /<failure type="error"/);
  assert.equal(read("d.txt"), output);
  assert.equal(JSON.parse(read("e.json"))[0].location.path, "pjsip.conf");
  assert.deepEqual(readdirSync(directory).sort(), [
    "a.json",
    "b.sarif",
    "c.xml",
    "d.txt",
    "e.json",
    "pjsip.conf",
  ]);
});

test("standard output takes one report, by either flag, and text where none is named", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty });
  const json = run(directory, ["lint", "--format", "json"]).output;
  assert.equal(run(directory, ["lint", "--output", "json"]).output, json);
  assert.equal(run(directory, ["lint", "--output", "json:-"]).output, json);
  const both = run(directory, ["lint", "--format", "concise", "--output", "json:a.json"]);
  assert.match(both.output, /^pjsip\.conf:3:1: error: .* \[config\/no-equals\]\nChecked 1 file/);
  assert.equal(readFileSync(join(directory, "a.json"), "utf8"), json);
  const quiet = run(directory, ["lint", "--format", "concise", "--quiet"]).output;
  assert.match(quiet, /^pjsip\.conf:3:1: error: .*\n$/);
});

test("an old report is replaced as a whole, keeps its mode, and a link to it stays", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty, "old/a.json": "x".repeat(100_000) });
  const old = join(directory, "old/a.json");
  chmodSync(old, 0o640);
  symlinkSync("old/a.json", join(directory, "link.json"));
  assert.equal(run(directory, ["lint", "--output", "json:link.json"]).code, 1);
  assert.ok(lstatSync(join(directory, "link.json")).isSymbolicLink());
  assert.equal(JSON.parse(readFileSync(old, "utf8")).version, 1);
  assert.equal(statSync(old).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(join(directory, "old")), ["a.json"]);
});

test("a device is written into and stays one", {
  skip: !existsSync("/dev/null") && "no /dev/null here",
}, (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty });
  assert.equal(run(directory, ["lint", "--output", "json:/dev/null"]).code, 1);
  assert.ok(statSync("/dev/null").isCharacterDevice());
});

test("settings files, the baseline and other reports are not written over, by whatever name", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": faulty,
    "asterisk-analyzer.json": '{"extends": ["base.json"]}',
    "base.json": '{"profile": "strict"}',
    "a.json": "old",
  });
  const at = (name: string): string => join(directory, name);
  mkdirSync(at("real"));
  symlinkSync("real", at("folder"));
  symlinkSync("a.json", at("b.json"));
  linkSync(at("a.json"), at("c.json"));
  run(directory, ["lint", "--baseline", "known.json", "--update-baseline"]);
  symlinkSync("known.json", at("link.json"));
  const files = ["asterisk-analyzer.json", "base.json", "a.json", "known.json"];
  const before = files.map((name) => readFileSync(at(name), "utf8"));
  for (const [words, text] of [
    [
      ["--output", "json:asterisk-analyzer.json"],
      "asterisk-analyzer.json: would replace a file that was read",
    ],
    [["--output", "json:base.json"], "base.json: would replace a file that was read"],
    [["--output", "json:a.json", "--output", "text:b.json"], "two reports cannot go to one file, b.json"],
    [["--output", "json:a.json", "--output", "text:c.json"], "two reports cannot go to one file, c.json"],
    [["--output", "json:real/n", "--output", "text:folder/n"], "two reports cannot go to one file, folder/n"],
    [
      ["--baseline", "known.json", "--output", "json:link.json"],
      "a report cannot go to the baseline, link.json",
    ],
    [
      ["--baseline", "folder/new", "--update-baseline", "--output", "json:real/new"],
      "a report cannot go to the baseline, real/new",
    ],
  ] as const) {
    const { code, errors } = run(directory, ["lint", ...words]);
    assert.equal(code, 2, words.join(" "));
    assert.ok(errors.includes(text), errors);
  }
  assert.deepEqual(
    files.map((name) => readFileSync(at(name), "utf8")),
    before,
  );
  assert.deepEqual(readdirSync(at("real")), []);
});

test("what cannot be written is said before anything is checked", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty, "file.txt": "", "locked.json": "mine" });
  mkdirSync(join(directory, "folder"));
  chmodSync(join(directory, "locked.json"), 0o444);
  for (const [words, text] of [
    [["--output", "json:none/a.json"], "--output none/a.json: the directory it is to be in does not exist"],
    [["--output", "json:file.txt/a.json"], "--output file.txt/a.json: "],
    [["--output", "json:folder"], "--output folder: is a directory"],
    [["--output", "json:locked.json"], "--output locked.json: read-only"],
    [["--output", "sarfi:a"], '--output sarfi:a: there is no format "sarfi"; did you mean "sarif"?'],
    [["--output", "x"], "expected one of text, concise, json, sarif, github, gitlab, junit, checkstyle"],
    [["--output", "constructor:a"], 'there is no format "constructor"'],
    [["--output", ""], 'there is no format ""'],
    [["--output", "json:"], "--output json:: the name of the file is missing"],
    [["--output", "json:a", "--output", "text:./a"], "two reports cannot go to one file, ./a"],
    [
      ["--output", "json", "--output", "sarif:-"],
      "only one report can go to standard output, not json and sarif",
    ],
    [
      ["--format", "text", "--output", "sarif"],
      "only one report can go to standard output, not text and sarif",
    ],
    [["--diff", "--output", "json:a"], "--diff prints changes only"],
  ] as const) {
    const { code, output, errors } = run(directory, ["lint", ...words]);
    assert.deepEqual([code, output], [2, ""], words.join(" "));
    assert.ok(errors.includes(text), `${words.join(" ")}: ${errors}`);
    assert.match(errors, /^asterisk-analyzer: .*\n$/);
  }
  assert.equal(readFileSync(join(directory, "locked.json"), "utf8"), "mine");
  assert.ok(!existsSync(join(directory, "a")));
});

test("a report never replaces a file that was read", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "#include a.conf\n", "real/b": faulty });
  symlinkSync("real/b", join(directory, "a.conf"));
  symlinkSync("a.conf", join(directory, "report.txt"));
  linkSync(join(directory, "real/b"), join(directory, "hard.txt"));
  for (const name of ["pjsip.conf", "a.conf", "real/b", "report.txt", "hard.txt"]) {
    const { code, errors } = run(directory, ["lint", "--output", `text:${name}`, "a.conf"]);
    assert.equal(code, 2);
    assert.equal(errors, `asterisk-analyzer: ${name}: would replace a file that was read, left as it is\n`);
  }
  assert.equal(readFileSync(join(directory, "real/b"), "utf8"), faulty);
});

test("a full disk is said, and the old report stays", {
  skip: !existsSync("/dev/full") && "no /dev/full here",
}, (context) => {
  const directory = directoryWith(context, { "pjsip.conf": faulty });
  const { code, errors } = run(directory, ["lint", "--output", "json:/dev/full"]);
  assert.equal(code, 2);
  assert.match(errors, /^asterisk-analyzer: \/dev\/full: cannot be written \(ENOSPC\)\n$/);
});

test("reports are written where nothing could be checked, and say why", (context) => {
  const directory = directoryWith(context, { "readme.txt": "" });
  const { code } = run(directory, [
    "lint",
    "nowhere",
    "--output",
    "sarif:a.sarif",
    "--output",
    "json:a.json",
  ]);
  assert.equal(code, 2);
  const [{ invocations }] = JSON.parse(readFileSync(join(directory, "a.sarif"), "utf8")).runs;
  assert.equal(invocations[0].executionSuccessful, false);
  assert.deepEqual(JSON.parse(readFileSync(join(directory, "a.json"), "utf8")).failures, [
    { path: "nowhere", reason: "no such file or directory" },
  ]);
  const empty = run(directory, ["lint", "--format", "json"]);
  assert.equal(empty.code, 2);
  assert.deepEqual(JSON.parse(empty.output).failures, [
    { path: ".", reason: "no Asterisk configuration found there or below" },
  ]);
});

test("in GitHub Actions annotations follow the text, unless somebody chooses", (context) => {
  const directory = directoryWith(context, { "pbx/pjsip.conf": faulty });
  const lint = (at: string, ...words: string[]): string =>
    run(join(directory, at), ["lint", ...words], {
      env: { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: directory },
    }).output;
  const annotation = "::error file=pbx/pjsip.conf,line=3,endLine=3,col=1,";
  const text = lint(".");
  assert.match(text, /^pbx\/pjsip\.conf:3:1: error: /);
  assert.ok(text.indexOf(annotation) > text.indexOf("Checked 1 file"), text);
  // Paths begin at the top of the checkout, wherever in it the command runs.
  assert.ok(lint("pbx").includes(annotation));
  assert.ok(lint("pbx", "--format", "github").startsWith(annotation));
  assert.ok(!lint(".", "--format", "text").includes("::error"));
  assert.ok(lint(".", "--output", "json:a.json").includes("::error"));
  assert.ok(!lint(".", "--diff").includes("::error"));
});

test("SARIF and GitLab paths begin at the top of the checkout, too", (context) => {
  const directory = directoryWith(context, { "pbx/pjsip.conf": faulty });
  const lint = (format: string, env: Readonly<Record<string, string>>): string =>
    run(join(directory, "pbx"), ["lint", "--format", format], { env }).output;
  const gitlab = lint("gitlab", { CI_PROJECT_DIR: directory });
  assert.equal(JSON.parse(gitlab)[0].location.path, "pbx/pjsip.conf");
  const sarif = (env: Readonly<Record<string, string>>): string =>
    JSON.parse(lint("sarif", env)).runs[0].artifacts[0].location.uri;
  assert.equal(sarif({ GITHUB_WORKSPACE: directory }), "pbx/pjsip.conf");
  assert.equal(sarif({ GITHUB_WORKSPACE: join(directory, "elsewhere") }), "pjsip.conf");
  assert.equal(sarif({}), "pjsip.conf");
});

test("names of files that are no UTF-8 go through every format", {
  skip: process.platform !== "linux" && "no such names here",
}, (context) => {
  const directory = oddDirectory(context);
  for (const format of ["text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle"]) {
    const { code, output, errors } = run(directory, ["lint", "--format", format]);
    assert.deepEqual([code, errors], [1, ""], format);
    assert.ok(output.includes("odd/"), format);
  }
  assert.ok(run(directory, ["lint", "--format", "sarif"]).output.includes('"odd/%FF%20%25%0A%3A.conf"'));
});

/** A file whose name is a byte that is no UTF-8, a blank, a percent sign, a line break and a colon. */
function oddDirectory(context: TestContext): string {
  const directory = directoryWith(context, { "pjsip.conf": "#include odd/*.conf\n", "odd/x": faulty });
  const shell = `mv odd/x "$(printf 'odd/\\377 %%\\n:.conf')"`;
  assert.equal(spawnSync("sh", ["-c", shell], { cwd: directory }).status, 0);
  return directory;
}
