// The ways to run lint: against a baseline, counted, over standard input, over what git says was touched, in colour.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { directoryWith, type Ran, type RunOptions, run } from "./support/command-line.ts";

const clean = "[6001]\ntype = aor\nmax_contacts = 1\n";
const broken = "[6001]\ntype = aor\nmax_contacts 1\n";
const warned = "[6001]\ntype=endpoint\nallow=ulaw\ncontext=a\nforce_rport=perhaps\n";

function lint(directory: string, words: readonly string[], options?: RunOptions): Ran {
  return run(directory, ["lint", ...words], options);
}

function assertRefused(ran: Ran, text: string | RegExp): void {
  assert.equal(ran.code, 2, ran.errors);
  assert.match(ran.errors, /^asterisk-analyzer: .*\n$/);
  if (typeof text === "string") assert.ok(ran.errors.includes(text), ran.errors);
  else assert.match(ran.errors, text);
}

test("a baseline hides what it knows, tells what is stale, and fails for what is new", (context) => {
  const directory = directoryWith(context, { "site/pjsip.conf": broken, "other/pjsip.conf": broken });
  const baseline = ["--baseline", "known.json"];
  assertRefused(lint(directory, baseline), "--update-baseline writes it");
  const written = lint(directory, [...baseline, "--update-baseline"]);
  assert.equal(written.code, 0);
  assert.match(written.errors, /known\.json: 2 known problems \(2 added, 0 removed\)/);
  const first = readFileSync(join(directory, "known.json"), "utf8");
  assert.match(first, /^ "other\/pjsip\.conf": \{\n {2}"config\/no-equals": \{\n {3}"[0-9a-f]{16}": 1\n/m);
  const same = lint(directory, baseline);
  assert.equal(same.code, 0);
  assert.doesNotMatch(same.output, /no-equals/);
  assert.match(same.errors, /2 known problems left out/);
  // From elsewhere, and by another name of the same place.
  assert.equal(lint(join(directory, "site"), ["--baseline", "../known.json", "../site", "../other"]).code, 0);

  writeFileSync(join(directory, "site/pjsip.conf"), `; moved\n\n${broken}qualify_frequency 1\n`);
  const more = lint(directory, baseline);
  assert.equal(more.code, 1);
  assert.match(more.output, /qualify_frequency 1" has no "="/);
  assert.doesNotMatch(more.output, /"max_contacts 1"/);

  writeFileSync(join(directory, "site/pjsip.conf"), clean);
  const stale = lint(directory, baseline);
  assert.equal(stale.code, 0);
  assert.match(stale.errors, /known\.json: 1 stale entry, .*--update-baseline/);
  assert.equal(lint(directory, [...baseline, "--fail-on-stale"]).code, 1);
  // What was not looked at is not stale, and stays.
  assert.doesNotMatch(lint(directory, [...baseline, "other"]).errors, /stale/);
  assert.doesNotMatch(lint(directory, [...baseline, "--rule", "config=off"]).errors, /stale/);
  lint(directory, [...baseline, "--update-baseline", "other"]);
  assert.equal(readFileSync(join(directory, "known.json"), "utf8"), first);
  assert.match(
    lint(directory, [...baseline, "--update-baseline"]).errors,
    /1 known problem \(0 added, 1 removed\)/,
  );
  assert.doesNotMatch(readFileSync(join(directory, "known.json"), "utf8"), /site/);

  rmSync(join(directory, "other"), { recursive: true });
  assert.match(lint(directory, [...baseline, "site"]).errors, /1 stale entry/);
});

test("a baseline that cannot be used is refused, and none is written after a run that did not read everything", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": broken,
    "merged.json": '{\n"version": 1,\n<<<<<<< HEAD\n"problems": {}\n}\n',
    "newer.json": '{\n"version": 7,\n"problems": {}\n}\n',
  });
  assertRefused(lint(directory, ["--baseline", "merged.json"]), "merged.json:3: not a baseline");
  assertRefused(
    lint(directory, ["--baseline", "newer.json"]),
    "newer.json:2: not a baseline: expected version 1",
  );
  assertRefused(lint(directory, ["--baseline", "."]), "--baseline .: ");
  assertRefused(lint(directory, ["--baseline", "nowhere/x.json"]), "nowhere: no such file or directory");
  assertRefused(lint(directory, ["--update-baseline"]), "needs --baseline FILE");
  assertRefused(lint(directory, ["--fail-on-stale"]), "needs --baseline FILE");
  assertRefused(
    lint(directory, ["--diff", "--baseline", "b.json", "--update-baseline"]),
    "--diff writes nothing",
  );
  assertRefused(
    lint(directory, ["--baseline", "pjsip.conf", "--update-baseline"]),
    "pjsip.conf:2: not a baseline",
  );
  assert.equal(lint(directory, [".", "missing", "--baseline", "b.json", "--update-baseline"]).code, 2);
  assert.ok(!existsSync(join(directory, "b.json")));
});

test("--fix mends known problems too, and the baseline forgets them", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "[a]\ntype=endpoint\nallow=pcmu\ncontext=a\n" });
  lint(directory, ["--baseline", "b.json", "--update-baseline"]);
  const fixed = lint(directory, ["--baseline", "b.json", "--fix", "--update-baseline"]);
  assert.match(fixed.errors, /0 added, 1 removed/);
  assert.match(readFileSync(join(directory, "pjsip.conf"), "utf8"), /allow=ulaw/);
});

test("--statistics counts by rule, the most frequent first", (context) => {
  const directory = directoryWith(context, {
    "a/pjsip.conf": `${broken}x\ny\n`,
    "b/pjsip.conf": "[a]\ntype=endpoint\nallow=pcmu\ncontext=a\n",
  });
  const text = lint(directory, ["--statistics"]);
  assert.equal(text.code, 1);
  assert.match(
    text.output,
    /^3 {2}error {4}config\/no-equals\n1 {2}error {4}codec\/unknown-codec +--fix: 1\n/,
  );
  const json = JSON.parse(lint(directory, ["--statistics", "--format", "json"]).output);
  assert.equal(json.version, 1);
  assert.deepEqual(json.rules[0], {
    rule: "config/no-equals",
    severity: "error",
    count: 3,
    fixable: 0,
    fixableUnsafe: 0,
  });
  assert.equal(json.rules[1].fixable, 1);
  assert.ok(json.summary.errors >= 4);
  assertRefused(lint(directory, ["--statistics", "--format", "sarif"]), "--statistics prints text, or JSON");
  assertRefused(lint(directory, ["--statistics", "--output", "json:x"]), "--statistics prints text, or JSON");
  const none = directoryWith(context, { "pjsip.conf": clean });
  assert.equal(lint(none, ["--statistics"]).output, "no problems\n");
  assert.deepEqual(JSON.parse(lint(none, ["--statistics", "--format", "json"]).output).rules, []);
});

test("--max-warnings lets warnings pass up to a number, errors never", (context) => {
  const directory = directoryWith(context, { "warned/pjsip.conf": warned, "broken/pjsip.conf": broken });
  const code = (...words: string[]): number | null => lint(directory, words).code;
  assert.equal(code("warned"), 1);
  const { warnings } = JSON.parse(lint(directory, ["warned", "--format", "json"]).output).summary;
  assert.ok(warnings > 0);
  assert.equal(code("warned", "--max-warnings", String(warnings)), 0);
  assert.match(
    lint(directory, ["warned", "--max-warnings", String(warnings - 1)]).errors,
    /--max-warnings allows/,
  );
  assert.equal(code("warned", "--max-warnings", String(warnings - 1), "--severity", "error"), 1);
  assert.equal(code("broken", "--max-warnings", "100"), 1);
  assertRefused(lint(directory, ["--max-warnings", "many"]), "expected a whole number");
  assertRefused(lint(directory, ["--max-warnings", "-1"]), "expected a whole number");
});

test("standard input takes the place of one file, the rest comes from disk", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "#include phones/*.conf\nx\n",
    "phones/a.conf": clean,
    "extensions.conf": "[a]\n",
  });
  const given = (path: string, input: string, ...words: string[]): Ran =>
    lint(directory, ["-", "--stdin-filename", path, ...words], { input });
  const included = given("phones/a.conf", broken);
  assert.equal(included.code, 1);
  assert.match(included.output, /^phones\/a\.conf:3:1: error: "max_contacts 1" has no "="/);
  assert.doesNotMatch(included.output, /pjsip\.conf:2/);
  assert.equal(given("phones/a.conf", clean).code, 0);
  assert.equal(readFileSync(join(directory, "phones/a.conf"), "utf8"), clean);
  // A file that is not saved yet, in a folder that is searched.
  assert.match(given("phones/new.conf", broken).output, /^phones\/new\.conf:3:1/m);
  const reference = "[6002]\ntype=endpoint\nallow=ulaw\ncontext=b\n";
  assert.match(given("phones/new.conf", reference).output, /unknown-context/);
  assert.doesNotMatch(given("phones/new.conf", reference.replace("=b", "=a")).output, /unknown-context/);
  // Without "-" the flag says enough, and a known name is a root file of its own.
  assert.equal(lint(directory, ["--stdin-filename", "pjsip.conf"], { input: broken }).code, 1);
  assertRefused(lint(directory, ["-"]), "lint - needs --stdin-filename");
  assertRefused(given("nowhere/pjsip.conf", clean), "no such file or directory");
  assertRefused(given("phones", clean), "this is a directory");
  assertRefused(given("pjsip.conf", clean, "phones"), "there are no other paths");
  assertRefused(given("pjsip.conf", clean, "--watch"), "cannot watch standard input");
  assertRefused(given("pjsip.conf", clean, "--changed", "HEAD"), "--changed asks git");
});

test("--fix gives the mended text on standard output, byte for byte otherwise, and the report beside it", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": clean });
  const input = "\ufeff[a]\r\ntype=endpoint ; ü\r\nallow=pcmu\r\ncontext=a\r\nzz\r\n";
  const ran = lint(directory, ["-", "--stdin-filename", "pjsip.conf", "--fix"], { input });
  assert.equal(ran.output, input.replace("pcmu", "ulaw"));
  assert.match(ran.errors, /pjsip\.conf:5:1: error: "zz" has no "="/);
  assert.match(ran.errors, /Mended 1 problem in 1 file/);
  assert.equal(ran.code, 1);
  const nothing = lint(directory, ["-", "--stdin-filename", "pjsip.conf", "--fix"], { input: clean });
  assert.deepEqual([nothing.output, nothing.code], [clean, 0]);
  const diff = lint(directory, ["-", "--stdin-filename", "pjsip.conf", "--fix", "--diff"], { input });
  assert.match(diff.output, /^--- pjsip\.conf/);
  assert.equal(readFileSync(join(directory, "pjsip.conf"), "utf8"), clean);
});

const hasGit = spawnSync("git", ["--version"]).status === 0;

test("--changed looks at what git says was touched", { skip: !hasGit && "no git here" }, (context) => {
  const directory = directoryWith(context, {
    "one/pjsip.conf": broken,
    "two/pjsip.conf": `#include sub/*.conf\n${broken}`,
    "two/sub/a.conf": clean,
    "three/pjsip.conf": broken,
    "three/readme.txt": "not read",
    "common/all.conf": "; nothing\n",
  });
  symlinkSync("../../common/all.conf", join(directory, "two/sub/link.conf"));
  repository(directory);
  const touched = (since: string, ...words: string[]): string[] => {
    const { output, errors } = lint(directory, ["--changed", since, "--format", "json", ...words]);
    assert.doesNotMatch(errors, /internal error/);
    const { problems } = JSON.parse(output) as { problems: { installation: string }[] };
    return [...new Set(problems.map(({ installation }) => installation))].sort();
  };
  assert.deepEqual(touched("HEAD"), []);
  assert.equal(lint(directory, ["--changed", "HEAD"]).code, 0);
  assert.match(lint(directory, ["--changed", "HEAD"]).errors, /no configuration was touched since HEAD/);
  appendFileSync(join(directory, "one/pjsip.conf"), "; more\n");
  assert.deepEqual(touched("HEAD"), ["one"]);
  assert.equal(lint(directory, ["--changed", "HEAD"]).code, 1);
  git(directory, "commit", "-qam", "second");
  assert.deepEqual(touched("HEAD"), []);
  assert.deepEqual(touched("HEAD~1"), ["one"]);
  writeFileSync(join(directory, "two/sub/new.conf"), "; untracked\n");
  assert.deepEqual(touched("HEAD"), ["two"]);
  rmSync(join(directory, "two/sub/new.conf"));
  rmSync(join(directory, "two/sub/a.conf"));
  assert.deepEqual(touched("HEAD"), ["two"]);
  git(directory, "checkout", "-q", "two/sub/a.conf");
  writeFileSync(join(directory, "common/all.conf"), "; something\n");
  assert.deepEqual(touched("HEAD"), ["two"]);
  writeFileSync(join(directory, "common/all.conf"), "; nothing\n");
  writeFileSync(join(directory, "three/readme.txt"), "still not read");
  assert.deepEqual(touched("HEAD"), []);
  renameSync(join(directory, "three/readme.txt"), join(directory, "three/queues.conf"));
  git(directory, "add", "three/queues.conf");
  assert.deepEqual(touched("HEAD"), ["three"]);
});

test("--changed counts what decides how files are read: settings, a baseline, links", {
  skip: !hasGit && "no git here",
}, (context) => {
  const directory = directoryWith(context, {
    "one/pjsip.conf": broken,
    "one/asterisk-analyzer.json": '{ "extends": "../team.json" }',
    "two/pjsip.conf": "#include parts/*.conf\n#include linked.conf\n",
    "three/pjsip.conf": broken,
    "targets/old.conf": clean,
    "targets/new.conf": broken,
    "targets/old/a.conf": clean,
    "targets/new/a.conf": broken,
    "team.json": "{}",
    "known.json": '{\n"version": 1,\n"problems": {}\n}\n',
  });
  const link = (target: string, path: string): void => {
    rmSync(join(directory, path), { force: true });
    symlinkSync(target, join(directory, path));
  };
  link("../targets/old.conf", "two/linked.conf");
  link("../targets/old", "two/parts");
  repository(directory);
  const touched = (...words: string[]): string[] => {
    const names = ["one", "two", "three"];
    return names.filter((name) => {
      const { errors } = lint(directory, ["--changed", "HEAD", name, ...words]);
      return !/no configuration was touched/.test(errors);
    });
  };
  const restored = (): void => git(directory, "checkout", "-q", ".");
  assert.deepEqual(touched(), []);
  writeFileSync(join(directory, "team.json"), '{ "rules": { "config": "off" } }');
  assert.deepEqual(touched(), ["one"]);
  assert.deepEqual(touched("--no-config"), []);
  assert.deepEqual(touched("--config", "team.json"), ["one", "two", "three"]);
  restored();
  rmSync(join(directory, "one/asterisk-analyzer.json"));
  assert.deepEqual(touched(), ["one"]);
  restored();
  writeFileSync(join(directory, "asterisk-analyzer.json"), "{}");
  assert.deepEqual(touched(), ["two", "three"]);
  rmSync(join(directory, "asterisk-analyzer.json"));
  appendFileSync(join(directory, "known.json"), "\n");
  assert.deepEqual(touched(), []);
  assert.deepEqual(touched("--baseline", "known.json"), ["one", "two", "three"]);
  restored();
  link("../targets/new.conf", "two/linked.conf");
  assert.deepEqual(touched(), ["two"]);
  restored();
  link("../targets/new", "two/parts");
  assert.deepEqual(touched(), ["two"]);
  restored();
  rmSync(join(directory, "targets/old/a.conf"));
  assert.deepEqual(touched(), ["two"]);
});

test("--changed says why it cannot tell, and starts nothing", {
  skip: !hasGit && "no git here",
}, (context) => {
  const directory = directoryWith(context, { "repository/pjsip.conf": broken, "plain/pjsip.conf": broken });
  const inside = join(directory, "repository");
  repository(inside);
  assertRefused(lint(directory, ["plain", "--changed", "HEAD"]), "plain lies in no git repository");
  assertRefused(lint(inside, ["--changed", "nothing"]), "--changed nothing: . has no such revision");
  assertRefused(lint(inside, ["--changed", "--output=trap"]), "has no such revision");
  assertRefused(lint(inside, ["--changed", "$(touch trap)"]), "has no such revision");
  const trap = join(directory, "trap");
  for (const [name, value] of [
    ["core.fsmonitor", `touch ${trap}; false`],
    ["diff.external", `touch ${trap}`],
    ["diff.trap.textconv", `touch ${trap}; cat`],
    ["filter.trap.clean", `touch ${trap}; cat`],
    ["core.pager", `touch ${trap}`],
  ] as const)
    git(inside, "config", name, value);
  writeFileSync(join(inside, ".gitattributes"), "* filter=trap diff=trap\n");
  rmSync(trap, { force: true });
  appendFileSync(join(inside, "pjsip.conf"), "; more\n");
  assert.equal(lint(inside, ["--changed", "HEAD"]).code, 1);
  assert.ok(!existsSync(trap));
  // A repository that fetches what it lacks, and a repository in it.
  const lacking = join(directory, "lacking");
  mkdirSync(lacking);
  writeFileSync(join(lacking, "pjsip.conf"), broken);
  repository(lacking);
  git(inside, "-c", "protocol.file.allow=always", "clone", "-q", lacking, "inner");
  git(inside, "add", "inner");
  git(inside, "commit", "-qm", "inner", "inner");
  git(join(inside, "inner"), "config", "core.fsmonitor", `touch ${trap}; false`);
  appendFileSync(join(inside, "inner/pjsip.conf"), "; more\n");
  for (const [name, value] of [
    ["core.repositoryFormatVersion", "1"],
    ["extensions.partialClone", "origin"],
    ["remote.origin.url", lacking],
    ["remote.origin.promisor", "true"],
    ["remote.origin.uploadpack", `touch ${trap}; git-upload-pack`],
  ] as const)
    git(inside, "config", name, value);
  rmSync(trap, { force: true });
  assert.equal(lint(inside, ["--changed", "HEAD", "pjsip.conf"]).code, 1);
  assertRefused(lint(inside, ["--changed", "1".repeat(40)]), "has no such revision");
  assert.ok(!existsSync(trap));
  assertRefused(lint(inside, ["--changed", "HEAD"], { env: { PATH: "/nowhere" } }), "--changed needs git");
  // What a hook of git says of another repository does not count.
  const nowhere = join(directory, "nowhere");
  const env = {
    GIT_DIR: nowhere,
    GIT_INDEX_FILE: join(nowhere, "index"),
    GIT_COMMON_DIR: nowhere,
    GIT_OBJECT_DIRECTORY: nowhere,
  };
  assert.equal(lint(inside, ["--changed", "HEAD"], { env }).code, 1);
});

function repository(directory: string): void {
  mkdirSync(directory, { recursive: true });
  git(directory, "init", "-q");
  git(directory, "add", ".");
  git(directory, "commit", "-qm", "first");
}

function git(directory: string, ...words: string[]): void {
  const who = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  const result = spawnSync("git", [...who, ...words], { cwd: directory, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
}

test("--color decides before NO_COLOR, that before FORCE_COLOR", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": broken });
  const colored = (words: readonly string[], env: Readonly<Record<string, string>>): boolean =>
    lint(directory, words, { env }).output.includes("\x1b[");
  assert.ok(!colored([], { NO_COLOR: "" }));
  assert.ok(colored(["--color", "always"], { NO_COLOR: "1" }));
  assert.ok(colored([], { NO_COLOR: "", FORCE_COLOR: "1" }));
  assert.ok(!colored([], { NO_COLOR: "1", FORCE_COLOR: "1" }));
  assert.ok(!colored(["--color", "never"], { NO_COLOR: "", FORCE_COLOR: "1" }));
  assert.ok(colored(["--color", "auto"], { NO_COLOR: "", FORCE_COLOR: "1" }));
  assertRefused(lint(directory, ["--color", "sometimes"]), "Allowed choices are auto, always, never");
});

test("--quiet prints problems and nothing else", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": broken });
  const quiet = lint(directory, ["--quiet"]);
  assert.match(quiet.output, /no-equals/);
  assert.doesNotMatch(quiet.output, /Checked/);
  lint(directory, ["--quiet", "--baseline", "b.json", "--update-baseline"]);
  const known = lint(directory, ["--quiet", "--baseline", "b.json"]);
  assert.deepEqual([known.code, known.output, known.errors], [0, "", ""]);
});
