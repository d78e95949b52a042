// `format` on the command line: what it changes, names and leaves alone.

import assert from "node:assert/strict";
import { chmodSync, existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

const site = {
  "pjsip.conf": '[a]\ntype=endpoint\nallow = ulaw\naors = a\n#include "pjsip.d/*.conf"\n',
  "pjsip.d/b.conf": "  [b]  \ntype = aor\nmax_contacts=1",
  "extensions.conf": "[in]\nexten=>1, 1,Answer()\n#include more.inc\n",
  "more.inc": "[out]\nexten=>2, n,Hangup()\n",
  "notes.conf": "[a]\nb=1  \nc = 2\n",
};
const formatted = {
  "pjsip.conf": '[a]\ntype = endpoint\nallow = ulaw\naors = a\n#include "pjsip.d/*.conf"\n',
  "pjsip.d/b.conf": "[b]\ntype = aor\nmax_contacts = 1\n",
  "extensions.conf": "[in]\nexten => 1,1,Answer()\n#include more.inc\n",
  "more.inc": "[out]\nexten => 2,n,Hangup()\n",
  "notes.conf": site["notes.conf"],
};

test("all files of an installation, and those that they include, in one go; the second time nothing is left", (context) => {
  const directory = directoryWith(context, site);
  const first = run(directory, ["format"]);
  assert.deepEqual(first, { code: 0, output: "4 files formatted, 0 left as they are.\n", errors: "" });
  assert.deepEqual(texts(directory), formatted);
  const second = run(directory, ["format", "."]);
  assert.deepEqual(second, { code: 0, output: "0 files formatted, 4 left as they are.\n", errors: "" });
  assert.equal(run(directory, ["format", "--check"]).code, 0);
});

test("--check names the files and writes nothing", (context) => {
  const directory = directoryWith(context, { ...site, "pjsip.d/b.conf": formatted["pjsip.d/b.conf"] });
  const { code, output, errors } = run(directory, ["format", "--check"]);
  assert.equal(code, 1);
  assert.deepEqual(output.trimEnd().split("\n"), [
    "extensions.conf: not formatted",
    "more.inc: not formatted",
    "pjsip.conf: not formatted",
    "3 files not formatted, 1 left as it is.",
  ]);
  assert.equal(errors, "");
  assert.equal(texts(directory)["pjsip.conf"], site["pjsip.conf"]);
});

test("--diff shows what would change, without secrets", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "[a]\ntype = auth\nusername = a\npassword=hunter2\n",
  });
  for (const words of [["--diff"], ["--diff", "--check"]]) {
    const { code, output } = run(directory, ["format", ...words]);
    assert.equal(code, 1);
    assert.match(output, /^--- pjsip\.conf\n\+\+\+ pjsip\.conf\n@@ /);
    assert.match(output, /^\+password = \*\*\*$/m);
    assert.doesNotMatch(output, /hunter2/);
  }
  assert.match(readFileSync(join(directory, "pjsip.conf"), "utf8"), /password=hunter2/);
});

test("of a named file what it includes is left alone", (context) => {
  const directory = directoryWith(context, site);
  assert.match(run(directory, ["format", "extensions.conf"]).output, /^1 file formatted, 0 left/);
  assert.deepEqual(texts(directory), { ...site, "extensions.conf": formatted["extensions.conf"] });
  // That a fragment is part of a dialplan is seen where it is included.
  run(directory, ["format", "more.inc"]);
  assert.equal(texts(directory)["more.inc"], formatted["more.inc"]);
  run(directory, ["format", "notes.conf"]);
  assert.equal(texts(directory)["notes.conf"], "[a]\nb = 1\nc = 2\n");
});

test("standard input is printed as the file of the given name would be", (context) => {
  const directory = directoryWith(context, site);
  const input = "[x]\nexten=>1, 1,A";
  const asked = (...words: string[]): string => run(directory, ["format", ...words], { input }).output;
  assert.equal(asked("--stdin-filename", "extensions.conf"), "[x]\nexten => 1,1,A\n");
  assert.equal(asked("--stdin-filename", "more.inc"), "[x]\nexten => 1,1,A\n");
  assert.equal(asked("--stdin-filename", "nowhere/extensions.conf", "-"), "[x]\nexten => 1,1,A\n");
  assert.equal(asked("-"), "[x]\nexten=>1, 1,A\n");
  assert.deepEqual(texts(directory), site);
  const check = run(directory, ["format", "--check", "--stdin-filename", "extensions.conf"], { input });
  assert.deepEqual(check, { code: 1, output: "extensions.conf: not formatted\n", errors: "" });
  const diff = run(directory, ["format", "--diff", "-"], { input: "[x]\na=1  \n" });
  assert.equal(diff.code, 1);
  assert.match(diff.output, /^-a=1 {2}\n\+a=1$/m);
  assert.deepEqual(run(directory, ["format", "-"]), { code: 0, output: "", errors: "" });
});

test("bytes that are no UTF-8, line ends and a byte-order mark stay", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": Buffer.from("\xef\xbb\xbf[a]\r\nb = 1  \r\ncallerid=M\xfcller\r\nd = 2", "latin1"),
    "m\xfcsli/pjsip.conf": "[a]\nb = 1\nc=2\n",
  });
  assert.equal(run(directory, ["format"]).code, 0);
  assert.equal(
    readFileSync(join(directory, "pjsip.conf"), "latin1"),
    "\xef\xbb\xbf[a]\r\nb = 1\r\ncallerid = M\xfcller\r\nd = 2\r\n",
  );
  assert.equal(readFileSync(join(directory, "m\xfcsli/pjsip.conf"), "utf8"), "[a]\nb = 1\nc = 2\n");
});

test("a link stays a link, its target is formatted once, and what lies outside is not touched", (context) => {
  const outside = directoryWith(context, { "queues.conf": "[a]  \n" });
  const directory = directoryWith(context, {
    "real/phones.conf": "[a]  \ntype = aor\n",
    "extensions.conf": `[a]\n#include "${outside}/queues.conf"\n`,
  });
  symlinkSync("real/phones.conf", join(directory, "pjsip.conf"));
  symlinkSync("real/phones.conf", join(directory, "sip.conf"));
  assert.match(run(directory, ["format"]).output, /^1 file formatted, 1 left/);
  assert.ok(lstatSync(join(directory, "pjsip.conf")).isSymbolicLink());
  assert.equal(readFileSync(join(directory, "real/phones.conf"), "utf8"), "[a]\ntype = aor\n");
  assert.equal(readFileSync(join(outside, "queues.conf"), "utf8"), "[a]  \n");
  symlinkSync(join(outside, "queues.conf"), join(directory, "queues.conf"));
  const { code, errors } = run(directory, ["format"]);
  assert.equal(code, 2);
  assert.match(errors, /queues\.conf: lies outside the installation/);
});

const templates = {
  "pjsip.conf.j2": '[a]\ntype=endpoint\nallow = ulaw\naors = a\ncontext={{ c }}\n#include "more.conf"\n',
  "more.conf.j2": "[b]\ntype=aor\nmax_contacts = 1\nqualify_frequency = 5\n",
};
const formattedTemplates = {
  "pjsip.conf.j2": templates["pjsip.conf.j2"].replace("type=", "type = "),
  "more.conf.j2": templates["more.conf.j2"].replace("type=", "type = "),
};

test("files that are there as templates only are formatted under their own names", (context) => {
  const directory = directoryWith(context, templates);
  const check = run(directory, ["format", "--check"]);
  assert.deepEqual(check, {
    code: 1,
    output:
      "pjsip.conf.j2: not formatted\nmore.conf.j2: not formatted\n2 files not formatted, 0 left as they are.\n",
    errors: "",
  });
  const done = run(directory, ["format"]);
  assert.deepEqual(done, { code: 0, output: "2 files formatted, 0 left as they are.\n", errors: "" });
  for (const [name, text] of Object.entries(formattedTemplates))
    assert.equal(readFileSync(join(directory, name), "utf8"), text);
  assert.equal(run(directory, ["format", "--check"]).code, 0);
});

test("a template that is named is formatted alone, also beside the file that is made of it", (context) => {
  for (const beside of [{}, { "pjsip.conf": "[a]\ntype=aor\n" }]) {
    const directory = directoryWith(context, { ...templates, ...beside });
    assert.equal(run(directory, ["format", "--check", "pjsip.conf.j2"]).code, 1);
    const { code, output, errors } = run(directory, ["format", "pjsip.conf.j2"]);
    assert.deepEqual([code, output, errors], [0, "1 file formatted, 0 left as they are.\n", ""]);
    const texts = Object.keys(templates).map((name) => readFileSync(join(directory, name), "utf8"));
    assert.deepEqual(texts, [formattedTemplates["pjsip.conf.j2"], templates["more.conf.j2"]]);
  }
});

test("templates and plain files of one tree are formatted together", (context) => {
  const directory = directoryWith(context, { ...site, "voip/pjsip.conf.j2": "[a]  \ntype = aor\n" });
  const { code, output, errors } = run(directory, ["format"]);
  assert.deepEqual([code, output, errors], [0, "5 files formatted, 0 left as they are.\n", ""]);
  assert.equal(readFileSync(join(directory, "voip/pjsip.conf.j2"), "utf8"), "[a]\ntype = aor\n");
});

test("a template that cannot be read is named", {
  skip: process.getuid?.() !== 0 && "needs root",
}, (context) => {
  const directory = directoryWith(context, templates);
  chmodSync(directory, 0o755);
  chmodSync(join(directory, "pjsip.conf.j2"), 0o600);
  const { code, errors } = run(directory, ["format", "--check"], { uid: 65534 });
  assert.equal(code, 2);
  assert.equal(errors, "asterisk-analyzer: pjsip.conf.j2: cannot be read\n");
});

test("wrong words and paths get a sentence and code 2", (context) => {
  const directory = directoryWith(context, { ...site, "empty/readme.txt": "" });
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["-", "pjsip.conf"], /either standard input is formatted, or files are/],
    [["--stdin-filename", "a.conf", "pjsip.conf"], /either standard input/],
    [["nowhere.conf"], /nowhere\.conf: no such file/],
    [["empty"], /no Asterisk configuration/],
    [["--chek"], /unknown option '--chek'/],
  ];
  for (const [words, expected] of cases) {
    const { code, output, errors } = run(directory, ["format", ...words]);
    assert.deepEqual([code, output], [2, ""], words.join(" "));
    assert.match(errors, expected);
  }
  assert.deepEqual(texts(directory), site);
});

function texts(directory: string): Record<string, string> {
  const paths = Object.keys(site).filter((path) => existsSync(join(directory, path)));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(directory, path), "utf8")]));
}
