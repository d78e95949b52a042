// Fingerprints stay when lines move, differ where problems differ, and say nothing about passwords.

import assert from "node:assert/strict";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  Fingerprints,
  fingerprint,
  memoryFiles,
  openInstallation,
  SourceLines,
} from "../server/src/core/api.ts";

const text = `[6001]
type = aor
max_contacts 1
max_contacts 1
[6002]
type = aor
max_contacts 1
`;

/** The fingerprints of the lines without "=" in a pjsip.conf. */
function fingerprints(content: string, path = "pjsip.conf"): string[] {
  const installation = openInstallation(memoryFiles({ "pjsip.conf": content }), defaultSettings);
  const problems = checkInstallation(installation, ["pjsip.conf"]);
  const source = new SourceLines(content);
  const names = new Fingerprints();
  return problems
    .filter(({ rule }) => rule === "config/no-equals")
    .map((problem) => names.of(problem, path, source));
}

test("problems that are alike have fingerprints of their own", () => {
  const found = fingerprints(text);
  assert.equal(found.length, 3);
  assert.equal(new Set(found).size, 3);
  for (const name of found) assert.match(name, /^[0-9a-f]{16}$/);
});

test("fingerprints stay when lines and sections move, and when blanks change", () => {
  const found = fingerprints(text);
  assert.deepEqual(fingerprints(`; a comment\n\n${text}`), found);
  assert.deepEqual(fingerprints(text.replaceAll("\n", "\r\n")), found);
  assert.deepEqual(fingerprints(text.replaceAll("max_contacts 1", "\tmax_contacts   1 ")), found);
  const [first, second] = text.split(/(?=\[6002\])/);
  assert.deepEqual(fingerprints(`${second}${first}`).sort(), [...found].sort());
});

test("fingerprints stay when a line is formatted or explained, and differ where it says something else", () => {
  const of = (line: string): string => {
    const span = { start: 4, end: 5 };
    return fingerprint({ rule: "a/b", file: "a.conf", span }, new SourceLines(`[a]\n${line}\n`));
  };
  for (const [one, ...others] of [
    ["allow=ulaw,alaw", "allow = ulaw, alaw", "\tallow   =ulaw ,alaw ; why"],
    ["exten=>1,n,Dial(a)", "exten => 1, n, Dial(a)  ;why", "exten  =>1,n,Dial(a)"],
    ["a = b\\;c", "a=b\\;c ; d"],
    ["password = one", "password=two ; three"],
  ] as const)
    for (const other of others) assert.equal(of(other), of(one), other);
  const different = [
    "a = b",
    "a => b",
    "a = c",
    "a = b c",
    "a = b\\;c",
    "; a = b",
    "; a = c",
    "a = b;--c--;d",
  ];
  assert.equal(new Set(different.map(of)).size, different.length);
});

test("a new problem of the same kind further up takes nobody's fingerprint", () => {
  const added = fingerprints(`[6000]\ntype = aor\nmax_contacts 1\n${text}`);
  assert.deepEqual(added.slice(1), fingerprints(text));
});

test("another file, line, section or rule is another fingerprint", () => {
  const source = new SourceLines(text);
  const span = { start: text.indexOf("max"), end: text.indexOf("max") + 3 };
  const problem = { rule: "config/no-equals", file: "pjsip.conf", span };
  const all = [
    fingerprint(problem, source),
    fingerprint({ ...problem, rule: "config/no-option-name" }, source),
    fingerprint({ ...problem, file: "other.conf" }, source),
    fingerprint({ ...problem, span: { start: 0, end: 1 } }, source),
    fingerprint(problem, new SourceLines(text.replace("[6001]", "[6003]"))),
  ];
  assert.equal(new Set(all).size, all.length);
});

test("a password has no part in a fingerprint", () => {
  const of = (password: string): string => {
    const content = `[a]\ntype = auth\npassword = ${password}\n`;
    const span = { start: content.indexOf("password"), end: content.length - 1 };
    return fingerprint(
      { rule: "security/weak-password", file: "pjsip.conf", span },
      new SourceLines(content),
    );
  };
  assert.equal(of("hunter2"), of("correct horse battery staple"));
});
