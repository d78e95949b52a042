// The command line with asterisk-analyzer.json: every command heeds it, init writes it, config shows it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

const pjsip = `[6001]
type = endpoint
aors = 6001
allow = alaw,alaw
suppress_moh_on_sendonly = yes
[6001]
type = aor
max_contacts = 1
`;
const dialplan = "[in]\nexten => s,1,Konference(1)\n same => n,Hangup()\n";

/** The rules of what lint finds, with their files. */
function found(directory: string, ...words: string[]): string[] {
  const { output, code, errors } = run(directory, ["lint", "--format", "json", "--exit-zero", ...words]);
  assert.equal(code, 0, errors);
  const { problems } = JSON.parse(output) as { problems: { file: string; rule: string; severity: string }[] };
  return problems.map(({ file, rule, severity }) => `${file} ${severity} ${rule}`);
}

test("lint heeds the nearest settings file, --no-config does not, and the command line wins", (context) => {
  const directory = directoryWith(context, {
    "etc/pjsip.conf": pjsip,
    "etc/extensions.conf": dialplan,
    "asterisk-analyzer.json":
      '{"version": "18", "knownApplications": ["Konference"], "rules": {"codec": "error", "flow": "off"}}',
  });
  assert.deepEqual(found(directory, "etc"), [
    "etc/pjsip.conf error codec/duplicate-codec",
    "etc/pjsip.conf error pjsip/option-not-in-version",
  ]);
  assert.deepEqual(found(directory, "etc", "--asterisk-version", "23", "--rule", "codec=off"), []);
  const without = found(directory, "etc", "--no-config");
  assert.ok(without.includes("etc/pjsip.conf hint codec/duplicate-codec"));
  assert.ok(without.some((line) => line.endsWith("application/unknown-application")));
  writeFileSync(
    join(directory, "other.json"),
    '{"rules": {"pjsip": "off"}, "ignore": ["etc/extensions.conf"]}',
  );
  assert.deepEqual(found(directory, "etc", "--config", "other.json"), [
    "etc/pjsip.conf hint codec/duplicate-codec",
  ]);
});

test("installations of one run have settings of their own", (context) => {
  const directory = directoryWith(context, {
    "a/pjsip.conf": pjsip,
    "a/asterisk-analyzer.json": '{"version": "18", "rules": {"codec": "off"}}',
    "b/pjsip.conf": pjsip,
  });
  assert.deepEqual(found(directory, "."), [
    "a/pjsip.conf error pjsip/option-not-in-version",
    "b/pjsip.conf hint codec/duplicate-codec",
  ]);
});

test("a mistake in the file stops every command with its place, and no stack", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": pjsip,
    "extensions.conf": dialplan,
    "calls.test.yaml":
      "directory: .\ntests:\n  - dial: { context: in, number: s }\n    expect: { extension: s }\n",
    "asterisk-analyzer.json": '{\n  "profle": "strict",\n  "rules": {"codec": "of"}\n}',
  });
  const expected = [
    'asterisk-analyzer: asterisk-analyzer.json:2:3: there is no setting "profle"; did you mean "profile"?',
    'asterisk-analyzer: asterisk-analyzer.json:3:22: "codec" has to be one of off, error, warning, hint; did you mean "off"?',
    "",
  ].join("\n");
  for (const words of [
    ["lint", "."],
    ["lint", "pjsip.conf"],
    ["lint", "--fix", "."],
    ["effective", "."],
    ["effective", "pjsip.conf"],
    ["identify", "198.51.100.1", "."],
    ["match", "in", "s", "."],
    ["explain", "--dir", ".", "No such context"],
    ["config", "."],
  ]) {
    const { code, errors } = run(directory, words);
    assert.deepEqual({ code, errors }, { code: 2, errors: expected }, words.join(" "));
    assert.notEqual(
      run(directory, [...words, "--no-config", ...(words[0] === "lint" ? ["--exit-zero"] : [])]).code,
      70,
    );
  }
});

test("a settings file that cannot be used is told", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": pjsip,
    "empty.json": "",
    "asterisk-analyzer.json/x": "",
  });
  assert.deepEqual(run(directory, ["lint", ".", "--exit-zero"]).code, 0, "a folder of that name is none");
  const cases: readonly (readonly [string, string])[] = [
    ["missing.json", "asterisk-analyzer: --config missing.json: no such file or directory\n"],
    ["missing/x.json", "asterisk-analyzer: --config missing/x.json: no such file or directory\n"],
    ["empty.json", "asterisk-analyzer: empty.json:1:1: the file is empty; {} says nothing\n"],
    [
      "asterisk-analyzer.json",
      "asterisk-analyzer: asterisk-analyzer.json:1:1: the file is no regular file\n",
    ],
  ];
  for (const [file, errors] of cases)
    assert.deepEqual(run(directory, ["lint", ".", "--config", file]), { code: 2, output: "", errors });
  assert.equal(run(directory, ["lint", ".", "--profile", "mild"]).code, 2);
});

test("what is ignored is neither checked, nor reported, nor mended", (context) => {
  const bad = "[6001]\ntype = endpoint\nallow = ulwa\n";
  const directory = directoryWith(context, {
    "pjsip.conf": "#include pjsip.d/*.conf\n",
    "pjsip.d/a.conf": bad,
    "pjsip.d/b.conf": bad.replace("6001", "6002"),
    "old/pjsip.conf": bad,
    "asterisk-analyzer.json": '{"ignore": ["old", "pjsip.d/b.conf"], "rules": {"reference": "off"}}',
  });
  assert.deepEqual(found(directory, "."), ["pjsip.d/a.conf error codec/unknown-codec"]);
  run(directory, ["lint", ".", "--fix", "--unsafe"]);
  assert.match(readFileSync(join(directory, "pjsip.d/a.conf"), "utf8"), /ulaw/);
  assert.equal(readFileSync(join(directory, "pjsip.d/b.conf"), "utf8"), bad.replace("6001", "6002"));
  const all = run(directory, ["lint", "old"]);
  assert.equal(all.code, 0);
  assert.match(all.errors, /nothing is left to check/);
  const one = run(directory, ["lint", "pjsip.d/b.conf"]);
  assert.equal(one.code, 0);
  assert.match(one.errors, /nothing is left to check/);
});

test("profiles", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": pjsip });
  const exit = (profile: string): number | null => run(directory, ["lint", ".", "--profile", profile]).code;
  assert.deepEqual([exit("minimal"), exit("recommended"), exit("strict")], [0, 0, 1]);
});

test("comments that silence rules may be refused", (context) => {
  const silenced = pjsip.replace("alaw,alaw", "ulwa ; asterisk-analyzer: ignore codec/unknown-codec");
  const directory = directoryWith(context, { "pjsip.conf": silenced });
  assert.deepEqual(found(directory, "."), []);
  assert.deepEqual(found(directory, ".", "--no-suppressions"), [
    "pjsip.conf error codec/unknown-codec",
    "pjsip.conf warning suppression/forbidden",
  ]);
  writeFileSync(
    join(directory, "asterisk-analyzer.json"),
    '{"suppressions": "with-reason", "profile": "minimal"}',
  );
  assert.deepEqual(found(directory, "."), ["pjsip.conf warning suppression/without-reason"]);
});

test("the other commands heed it as well", (context) => {
  const directory = directoryWith(context, {
    "extensions.conf": '#include "/opt/pbx/more.conf"\n',
    "more.conf": "[in]\nexten => _X.,1,Hangup()\n",
    "asterisk-analyzer.json": '{"astetcdir": "/opt/pbx"}',
  });
  assert.equal(run(directory, ["match", "in", "123", "."]).code, 0);
  assert.notEqual(run(directory, ["match", "in", "123", ".", "--no-config"]).code, 0);
  assert.match(run(directory, ["effective", "--file", "extensions.conf"]).output, /_X\./);
});

test("init writes a file for the Asterisk that is named nearby, and never over another", (context) => {
  const directory = directoryWith(context, { Dockerfile: "FROM asterisk:20.9.0\n", "etc/pjsip.conf": pjsip });
  const first = run(directory, ["init", "etc", "--profile", "strict"]);
  assert.deepEqual(first, {
    code: 0,
    output: "etc/asterisk-analyzer.json is written, for Asterisk 20.9.0, as Dockerfile says\n",
    errors: "",
  });
  const place = join(directory, "etc/asterisk-analyzer.json");
  assert.match(readFileSync(place, "utf8"), /"version": "20\.9\.0"/);
  assert.ok(found(directory, "etc").includes("etc/pjsip.conf warning codec/duplicate-codec"));
  writeFileSync(place, "mine");
  const second = run(directory, ["init", "etc"]);
  assert.equal(second.code, 2);
  assert.equal(
    second.errors,
    "asterisk-analyzer: etc/asterisk-analyzer.json exists already; --force replaces it\n",
  );
  assert.equal(readFileSync(place, "utf8"), "mine");
  assert.equal(run(directory, ["init", "etc", "--force", "--asterisk-version", "18"]).code, 0);
  assert.match(readFileSync(place, "utf8"), /"version": "18"/);
  assert.equal(run(directory, ["init", "missing"]).code, 2);
  assert.equal(run(directory, ["init", "etc/pjsip.conf"]).code, 2);
  assert.equal(run(directory, ["init", "--asterisk-version", "17", "--force"]).code, 2);
});

test("config shows what counts and why", (context) => {
  const directory = directoryWith(context, {
    "etc/pjsip.conf": pjsip,
    "etc/asterisk-analyzer.json": `{
      "extends": "../base.json",
      "rules": {"codec": "hint"},
      "format": {"equals": "compact"},
      "overrides": [{"files": ["pjsip.conf"], "rules": {"tls": "off"}}, {"files": ["x.conf"], "rules": {"nat": "off"}}]
    }`,
    "base.json": '{"version": "20.9.0", "format": {"equals": "align", "blankLines": 1}}',
  });
  const { output } = run(directory, ["config", "etc/pjsip.conf", "--format", "json", "--profile", "strict"]);
  const { files, ignored, settings } = JSON.parse(output);
  assert.deepEqual(files, ["etc/asterisk-analyzer.json", "base.json"]);
  assert.equal(ignored, false);
  const line = ({ key, name, value, origin }: Record<string, string>): string =>
    `${key} ${name ?? ""} ${value} ${origin}`;
  assert.deepEqual(settings.map(line), [
    "version  20.9.0 base.json",
    "profile  strict command line",
    "suppressions  allow default",
    "astetcdir  /etc/asterisk default",
    "format equals compact etc/asterisk-analyzer.json",
    "format blankLines 1 base.json",
    "overrides tls off etc/asterisk-analyzer.json",
    "rules codec hint etc/asterisk-analyzer.json",
  ]);
  assert.match(run(directory, ["config", "etc"]).output, /overrides: nat in x\.conf +off/);
  assert.match(run(directory, ["config", "."]).output, /no settings file/);
});
