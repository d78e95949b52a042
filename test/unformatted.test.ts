// The rule about files that formatting would change, beside the command that formats: the same files, the same texts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  checkInstallation,
  type Files,
  isDialplanFile,
  memoryFiles,
  mendFiles,
  openInstallation,
  type Problem,
  rootFiles,
  ruleNamed,
} from "../server/src/core/api.ts";
import { formattedFile } from "../server/src/core/editor-api.ts";
import { defaultSettings, type Settings } from "../server/src/core/workspace/settings.ts";
import { directoryWith, run } from "./support/command-line.ts";
import { below, mulberry32, pick } from "./support/random.ts";
import { damaged } from "./support/random-pieces.ts";
import { installationsBelow, realInstallations } from "./support/real-installations.ts";
import { skipWithoutShared } from "./support/shared.ts";

const name = "style/unformatted";
const asked = `${name}=warning`;
const rule = ruleNamed(name);
assert.ok(rule !== undefined);

const site = {
  "pjsip.conf": '[a]\ntype=auth\nusername=a\npassword = hunter2\n#include "pjsip.d/*.conf"\n',
  "pjsip.d/b.conf": "[b]\ntype = aor\nmax_contacts = 1\n",
  "extensions.conf": "[in]\nexten=>1, 1,Answer()\n\n\n\n\n#include more.inc\n",
  "more.inc": "[out]\nexten => 2,1,Hangup()",
  "queues.conf": "[general]\n#include more.inc\n",
};

test("only who asks for it hears of it", (context) => {
  const directory = directoryWith(context, site);
  assert.equal(run(directory, ["lint", "--format", "concise", "--severity", "hint"]).code, 0);
  for (const words of [
    ["--profile", "strict"],
    ["--rule", asked],
  ]) {
    const { code, output } = run(directory, ["lint", "--format", "concise", ...words]);
    assert.equal(code, 1);
    const found = output.split("\n").filter((line) => line.includes(name));
    assert.deepEqual(
      found.map((line) => `${/^[^:]*:\d+:\d+/.exec(line)?.[0]} ${/\d+ lines?/.exec(line)?.[0]}`),
      ["extensions.conf:2:6 3 lines", "more.inc:2:21 1 line", "pjsip.conf:4:9 1 line"],
    );
  }
});

test("--fix writes what the command writes, as the settings have it", (context) => {
  for (const format of [{}, { equals: "align", blankLines: 1 }]) {
    const files = { ...site, "asterisk-analyzer.json": JSON.stringify({ format }) };
    const [mended, formatted] = [directoryWith(context, files), directoryWith(context, files)];
    run(mended, ["lint", "--rule", asked, "--fix"]);
    assert.equal(run(formatted, ["format"]).code, 0);
    for (const path of Object.keys(site)) assert.equal(textOf(mended, path), textOf(formatted, path), path);
    assert.notEqual(textOf(mended, "pjsip.conf"), site["pjsip.conf"]);
    assert.doesNotMatch(run(mended, ["lint", "--profile", "strict"]).output, /unformatted/);
  }
});

test("a password next to blanks stays where it is", (context) => {
  const directory = directoryWith(context, site);
  for (const format of ["text", "json", "sarif"]) {
    const { output } = run(directory, ["lint", "--profile", "strict", "--format", format]);
    assert.match(output, /unformatted/);
    assert.doesNotMatch(output, /hunter2/, format);
  }
  const shown = run(directory, ["lint", "--rule", asked, "--diff"]).output;
  assert.match(shown, /^-password = \*\*\*$/m);
});

test("a file may ask to be left alone", (context) => {
  const text = `; asterisk-analyzer: ignore-file ${name}\n[a]\ntype=aor\nmax_contacts = 1\ncontact = sip:a\n`;
  const directory = directoryWith(context, { "pjsip.conf": text });
  assert.doesNotMatch(run(directory, ["lint", "--profile", "strict"]).output, /style|suppression/);
});

test("of a template the lines without tags count, also those in blocks, and files beside it are told of as before", (context) => {
  const files = {
    "pjsip.conf.j2":
      "[a]\ntype=aor\n{% if x %}\nmax_contacts = 1\ncontact = sip:a\n{% endif %}\nqualify_timeout={{ t  }}\n",
    "extensions.conf": "[in]\nexten=>1,1,Answer()\n",
  };
  const [mended, formatted] = [directoryWith(context, files), directoryWith(context, files)];
  const { output } = run(mended, ["lint", "--profile", "strict", "--format", "concise"]);
  assert.match(output, /pjsip\.conf\.j2:2:5: .*style\/unformatted/);
  assert.match(output, /extensions\.conf:2:6: .*style\/unformatted/);
  run(mended, ["lint", "--rule", asked, "--fix"]);
  run(formatted, ["format"]);
  for (const path of Object.keys(files)) assert.equal(textOf(mended, path), textOf(formatted, path), path);
  assert.match(textOf(mended, "pjsip.conf.j2"), /^type = aor$/m);
  assert.match(textOf(mended, "pjsip.conf.j2"), /=\{\{ t {2}\}\}$/m);
});

for (const [title, all, skip] of [
  ["our examples", () => installationsBelow("examples"), false],
  ["real configurations", realInstallations, skipWithoutShared],
] as const) {
  test(`mending it once formats ${title}, damaged ones too`, { skip }, (context) => {
    const random = mulberry32(7);
    let told = 0;
    for (const { name: installation, texts } of all()) {
      const whole = texts();
      const victim = pick(random, [...whole.keys()]);
      const broken = new Map(whole).set(victim, damaged(random, whole.get(victim) ?? ""));
      for (const given of [whole, broken]) told += mendedOnce(installation, given, below(random, 2) === 0);
    }
    assert.ok(told > 5);
    context.diagnostic(`${told} files are not formatted`);
  });
}

/** Mends the problems of an installation, and answers how many there were. */
function mendedOnce(installation: string, texts: ReadonlyMap<string, string>, settled: boolean): number {
  const settings: Settings = settled
    ? { ...defaultSettings, format: { equals: "compact" } }
    : defaultSettings;
  const roots = rootFiles(memoryFiles(texts));
  const check = (files: Files): readonly Problem[] =>
    checkInstallation(openInstallation(files, settings), roots, rule === undefined ? [] : [rule]);
  const problems = check(memoryFiles(texts));
  const files = new Set(problems.map(({ file }) => file));
  assert.equal(files.size, problems.length, "one problem for each file");
  const request = { check, allows: () => true, mayChange: () => true };
  const done = mendFiles({ ...request, problems, files: memoryFiles(texts) });
  assert.deepEqual(done.problems, [], installation);
  assert.equal(done.mended.length, problems.length);
  for (const { path, before, after } of done.files.changes) {
    const ways = [true, false].map((dialplan) =>
      formattedFile(path, before, { ...settings.format, dialplan }),
    );
    assert.ok(isDialplanFile(path) ? ways[0] === after : ways.includes(after), `${installation}: ${path}`);
  }
  return problems.length;
}

function textOf(directory: string, path: string): string {
  return readFileSync(join(directory, path), "utf8");
}
