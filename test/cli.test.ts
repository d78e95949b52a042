// The command line as people and scripts use it: the bundle is run over small directories.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { bundle, directoryWith, run } from "./support/command-line.ts";

const clean = "[6001]\ntype = aor\nmax_contacts = 1\n";
const broken = "[6001]\ntype = aor\nmax_contacts 1\n";
const hint = "[6001]\ntype=endpoint\nallow=!all,ulaw,ulaw\n";

test("exit codes tell clean, faulty and unusable apart", (context) => {
  const directory = directoryWith(context, {
    "clean/pjsip.conf": clean,
    "broken/pjsip.conf": broken,
    "empty/readme.txt": "nothing here\n",
  });
  const code = (...words: string[]): number | null => run(directory, words).code;
  assert.equal(code("lint", "clean"), 0);
  assert.equal(code("lint", "broken"), 1);
  assert.equal(code("lint"), 1);
  assert.equal(code("lint", "broken", "--exit-zero"), 0);
  assert.equal(code("lint", "missing"), 2);
  assert.equal(code("lint", "clean", "missing"), 2);
  assert.equal(code("lint", "missing", "--exit-zero"), 2);
  assert.equal(code("lint", "empty"), 2);
  assert.equal(code("lint", "empty", "clean"), 0);
  assert.match(run(directory, ["lint", "empty"]).errors, /empty: no Asterisk configuration found/);
});

test("--severity says what counts as failure, --rule what a problem is", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": hint, "extensions.conf": "[a]\nexten\n" });
  const code = (...words: string[]): number | null => run(directory, ["lint", ...words]).code;
  assert.equal(code(), 1);
  assert.equal(code("--rule", "config/no-equals=hint"), 0);
  assert.equal(code("--rule", "config/no-equals=hint", "--severity", "hint"), 1);
  assert.equal(code("--rule", "config=off"), 0);
  assert.equal(code("--rule", "config=off", "--rule", "config/no-equals=error"), 1);
  assert.equal(code("--rule", "config=off", "--rule", "codec=off", "--severity", "hint"), 0);
});

test("--known-application names applications of modules of one's own", (context) => {
  const directory = directoryWith(context, { "extensions.conf": "[a]\nexten => 1,1,OurBilling(1)\n" });
  assert.equal(run(directory, ["lint"]).code, 1);
  assert.equal(run(directory, ["lint", "--known-application", "ourbilling"]).code, 0);
  assert.equal(run(directory, ["lint", "--known-application", "Other"]).code, 1);
});

test("wrong usage is one clear line on stderr and exit code 2", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": clean });
  for (const [words, text] of [
    [["lint", "--fromat", "json"], "unknown option '--fromat'"],
    [["lint", "--format", "xml"], "Allowed choices are text, concise, json, sarif"],
    [["lint", "--severity", "info"], "Allowed choices are error, warning, hint"],
    [["lint", "--asterisk-version", "17"], "--asterisk-version 17: expected 18, 20, 21, 22, 23"],
    [["lint", "--rule", "config/no-equal=off"], 'did you mean "config/no-equals"?'],
    [["lint", "--rule", "config/no-equals"], "expected ID=off"],
    [["lint", "--unsafe"], "needs --fix or --diff"],
    [["lint", "--show-fixes"], "needs --fix or --diff"],
    [["lint", "--diff", "--format", "json"], "--diff prints changes only"],
    [["lint", "nowhere"], "nowhere: no such file or directory"],
    [["effective", "nowhere"], "nowhere: no such file or directory"],
    [["effective", ".", "--file", "../x.conf"], "does not lie in"],
    [["explain", "no-equal"], 'did you mean "config/no-equals"?'],
    [["explain", "no equals", "--dir", "nowhere"], "nowhere: no such file or directory"],
    [["lnit"], "unknown command 'lnit'"],
  ] as const) {
    const { code, output, errors } = run(directory, words);
    assert.equal(code, 2, words.join(" "));
    assert.equal(output, "", words.join(" "));
    assert.ok(errors.includes(text), `${words.join(" ")}: ${errors}`);
    assert.match(errors, /^asterisk-analyzer: .*\n$/, words.join(" "));
  }
});

test("text frames put the carets under the piece, behind tabs and wide characters", (context) => {
  const directory = directoryWith(context, {
    "extensions.conf": "[a]\n\texten\t=> 1,1,NoOp(\x1b[31m漢字)\n\t漢 #x\n",
  });
  const { output } = run(directory, ["lint"]);
  assert.equal(
    output,
    [
      'extensions.conf:3:2: error: "漢 #x" has no "=": Asterisk skips the line [config/no-equals]',
      "  1 | [a]",
      "  2 |     exten   => 1,1,NoOp(␛[31m漢字)",
      "  3 |     漢 #x",
      "    |     ^^^^^",
      "  = Asterisk logs: No '=' (equal sign) in line 3 of extensions.conf",
      "",
      "Checked 1 file in 1 installation: 1 error.",
      "",
    ].join("\n"),
  );
});

test("colours only where somebody asks or looks", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": broken });
  const colourful = (env: Record<string, string>): boolean =>
    run(directory, ["lint"], { env }).output.includes("\x1b[");
  assert.equal(colourful({ NO_COLOR: "" }), false);
  assert.equal(colourful({ NO_COLOR: "", FORCE_COLOR: "1" }), true);
  assert.equal(colourful({ NO_COLOR: "1", FORCE_COLOR: "1" }), false);
});

const secrets = ["hunter2", "s3cr3t", "tail99", "0711", "geheim1", "old-pw", "inner-pw", "uri-pw", "wiz-pw"];
const secretFiles = {
  "pjsip.conf": [
    "[a]",
    "type=auth",
    "auth_type=userpas",
    "password hunter2",
    "pasword = s3cr3t",
    "password = s3cr3t;tail99",
    "; password = old-pw",
    "username",
    "[r]",
    "type=registration",
    "client_uri=sip:me:uri-pw@example.com:x",
    "[b](+password=s3cr3t)",
    "",
  ].join("\n"),
  "pjsip_wizard.conf":
    "[w]\ntype=wizard\ninbound_auth/password = wiz-pw\ninbound_auth/pasword wiz-pw\noops\n",
  "sip.conf":
    "[general]\nregister => me:geheim1@example.com\noops\nsecret geheim1\nmd5secret=geheim1\noops\n",
  "voicemail.conf": "[office]\n6001 => 0711,Me\noops\n",
  "extensions.conf":
    "[x]\nexten => 1,1,Set(PASSWORD=inner-pw)\nsame => n,Dial(SIP/me:uri-pw@example.com)\noops\n",
};

test("no output shows a secret", (context) => {
  const directory = directoryWith(context, secretFiles);
  for (const words of [
    ["lint"],
    ...["concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle"].map((format) => [
      "lint",
      "--format",
      format,
    ]),
    ["lint", "--diff", "--unsafe"],
    ["explain", "--dir", ".", "No '=' (equal sign) in line 4 of pjsip.conf"],
    ["explain", "WARNING[1] res_sorcery_config.c: Error parsing password=hunter2 at line 4 of "],
    ...Object.keys(secretFiles).flatMap((file) => [
      ["effective", "--file", file],
      ["effective", "--file", file, "--format", "json"],
    ]),
    ["lint", "--fix", "--unsafe"],
  ]) {
    const { output, errors } = run(directory, words);
    for (const secret of secrets) {
      assert.ok(!output.includes(secret), `${words.join(" ")} shows ${secret}:\n${output}`);
      assert.ok(!errors.includes(secret), `${words.join(" ")} shows ${secret}:\n${errors}`);
    }
  }
});

test("--diff writes nothing, --fix only safe fixes, --fix --unsafe the others", (context) => {
  const text = "[6001]\ntype = Endpoint\ncontxt = a\nallow = ulaw\n";
  const directory = directoryWith(context, { "pjsip.conf": text });
  const path = join(directory, "pjsip.conf");
  chmodSync(path, 0o640);
  const diff = run(directory, ["lint", "--diff"]);
  assert.equal(diff.code, 1);
  assert.match(
    diff.output,
    /^--- pjsip.conf\n\+\+\+ pjsip.conf\n@@ .*\n \[6001\]\n-type = Endpoint\n\+type = endpoint\n/,
  );
  assert.equal(readFileSync(path, "utf8"), text);
  const wouldMend = run(directory, ["lint", "--diff", "--show-fixes"]);
  assert.match(wouldMend.errors, /--fix mends pjsip\.conf: pjsip\/[\w-]+ \(1\)/);
  const fix = run(directory, ["lint", "--fix", "--show-fixes"]);
  assert.match(fix.errors, /: mended pjsip\.conf: pjsip\/[\w-]+ \(1\)\n$/);
  assert.equal(fix.code, 1);
  assert.equal(readFileSync(path, "utf8"), "[6001]\ntype = endpoint\ncontxt = a\nallow = ulaw\n");
  assert.match(fix.output, /Mended 1 problem in 1 file\./);
  assert.equal(run(directory, ["lint", "--fix", "--unsafe"]).code, 0);
  assert.equal(readFileSync(path, "utf8"), "[6001]\ntype = endpoint\ncontext = a\nallow = ulaw\n");
  assert.equal(statSync(path).mode & 0o777, 0o640);
  const nothing = run(directory, ["lint", "--diff", "--unsafe"]);
  assert.deepEqual([nothing.code, nothing.output], [0, ""]);
});

test("line ends and bytes that are no UTF-8 survive --fix", (context) => {
  const before = Buffer.from(
    "\xef\xbb\xbf; M\xfcller \xe2\x82\xac \xf0\x9f\r\n[6001]\r\ntype = Endpoint\r\n\x00x\r\nlast=\xff",
    "latin1",
  );
  const directory = directoryWith(context, { "pjsip.conf": before });
  run(directory, ["lint", "--fix"]);
  assert.deepEqual(
    readFileSync(join(directory, "pjsip.conf")),
    Buffer.from(before.toString("latin1").replace("Endpoint", "endpoint"), "latin1"),
  );
});

test("--fix follows a link inside the installation, and leaves what lies outside", (context) => {
  const directory = directoryWith(context, {
    "site/real/pjsip-real.conf": "[6001]\ntype = Aor\n",
    "elsewhere/users.conf": "[6002]\ntype = Endpoint\n",
    "site/pjsip_wizard.conf": "",
  });
  symlinkSync("real/pjsip-real.conf", join(directory, "site/pjsip.conf"));
  assert.equal(run(directory, ["lint", "--fix", "site"]).code, 0);
  assert.match(readFileSync(join(directory, "site/real/pjsip-real.conf"), "utf8"), /type = aor/);
  const outside = directoryWith(context, {
    "other/x.conf": "[6002]\ntype = Endpoint\n",
    "site/acl.conf": "",
  });
  symlinkSync("../other/x.conf", join(outside, "site/pjsip.conf"));
  const { code, errors } = run(outside, ["lint", "--fix", "site"]);
  assert.equal(code, 2);
  assert.match(errors, /site\/pjsip\.conf: lies outside the installation, left as it is/);
  assert.match(readFileSync(join(outside, "other/x.conf"), "utf8"), /type = Endpoint/);
});

test("a FIFO is never opened", { skip: process.platform === "win32" && "no FIFOs here" }, (context) => {
  const directory = directoryWith(context, { "extensions.conf": "[a]\n#tryinclude pipe.conf\n" });
  for (const name of ["pjsip.conf", "pipe.conf"]) spawnSync("mkfifo", [join(directory, name)]);
  const { code, errors } = run(directory, ["lint"]);
  assert.equal(code, 2);
  assert.match(errors, /pjsip\.conf: not a regular file/);
  assert.equal(run(directory, ["lint", "pipe.conf"]).code, 2);
  assert.equal(run(directory, ["effective"]).code, 2);
});

test("a file that may not be read is said", {
  skip: process.platform === "win32" && "no modes here",
}, (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": clean,
    "iax.conf.j2": "[a]\n",
    "sub/extensions.conf": "[a]\n",
  });
  // Whoever has to run it may not be able to read the checkout.
  cpSync(dirname(bundle), join(directory, "dist"), { recursive: true });
  copyFileSync("package.json", join(directory, "package.json"));
  chmodSync(directory, 0o755);
  for (const name of ["pjsip.conf", "iax.conf.j2"]) chmodSync(join(directory, name), 0);
  chmodSync(join(directory, "sub"), 0);
  // The super-user may read everything; nobody may not.
  const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
  const program = join(directory, "dist/cli.js");
  const runs = [["lint"], ["upgrade", "--from", "18", "."]].map((words) =>
    run(directory, words, { ...uid, program }),
  );
  chmodSync(join(directory, "sub"), 0o755);
  for (const { code, errors } of runs) {
    assert.equal(code, 2);
    assert.match(errors, /pjsip\.conf: cannot be read/);
    assert.match(errors, /iax\.conf\.j2: cannot be read/);
    assert.match(errors, /sub: permission denied/);
  }
});

test("huge lines are cut, and take no time", (context) => {
  const directory = directoryWith(context, {
    "extensions.conf": `[a]\nexten => ${"x".repeat(5_000_000)}\nexten => ${";".repeat(3_000_000)}\noops ${"y".repeat(5000)}\n`,
  });
  const { code, output } = run(directory, ["lint"]);
  assert.equal(code, 1);
  assert.ok(output.length < 5000, output.slice(0, 1000));
});

test("a thousand problems are printed, the others counted", (context) => {
  const directory = directoryWith(context, { "extensions.conf": `[a]\n${"oops\n".repeat(1500)}` });
  const { output } = run(directory, ["lint"]);
  assert.equal(output.match(/^extensions\.conf:/gm)?.length, 1000);
  assert.match(output, /\.\.\. and 500 more problems\./);
  assert.match(output, /1,500 errors/);
  assert.equal(JSON.parse(run(directory, ["lint", "--format", "json"]).output).problems.length, 1500);
});

test("beyond a thousand problems the first of each rule are printed, too: one may explain all others", (context) => {
  const calls = Array.from({ length: 1500 }, (_, index) => `exten => ${index},1,Dial(PJSIP/nobody)`);
  const directory = directoryWith(context, {
    "pjsip.conf": "[6001]\ntype=endpoint\n",
    "extensions.conf": `[a]\n${calls.join("\n")}\n[b\n`,
  });
  const { output } = run(directory, ["lint"]);
  assert.equal(output.match(/^extensions\.conf:.*unknown-endpoint/gm)?.length, 1000);
  assert.match(output, /^extensions\.conf:1502:.*config\/unclosed-header/m);
});

test("each installation of a tree is checked once, on its own", (context) => {
  const directory = directoryWith(context, {
    "a/pjsip.conf": "[x](!)\ntype=aor\n#include conf.d/*.conf\n#include nested/pjsip.conf\n",
    "a/conf.d/one.conf": "[6001](x)\noops\n",
    "a/nested/pjsip.conf": "[6002](x)\noops\n",
    "b/deep/extensions.conf": "[x]\noops\n",
    "b/nginx/http.conf": "server { oops }\n",
    "node_modules/c/pjsip.conf": broken,
    ".git/pjsip.conf": broken,
  });
  symlinkSync("..", join(directory, "a/loop"));
  const { output } = run(directory, ["lint", ".", "a", "a/../b", "--format", "json"]);
  const { problems, summary } = JSON.parse(output);
  assert.deepEqual(
    problems.map(({ installation, file }: { installation: string; file: string }) => [installation, file]),
    [
      ["a", "a/conf.d/one.conf"],
      ["a", "a/nested/pjsip.conf"],
      ["b/deep", "b/deep/extensions.conf"],
    ],
  );
  assert.equal(summary.installations, 2);
});

test("a single file is checked as Asterisk comes to it", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "[x](!)\ntype=aor\n[6000](x)\noops\n#include conf.d/*.conf\n",
    "conf.d/one.conf": "[6001](x)\noops\n",
    "alone/pjsip.phones.conf": "[6001]\ntype = Endpoint\n",
  });
  const files = (...words: string[]): string[] =>
    JSON.parse(run(directory, ["lint", "--format", "json", ...words]).output).problems.map(
      ({ file, rule }: { file: string; rule: string }) => `${file} ${rule}`,
    );
  assert.deepEqual(files("conf.d/one.conf"), ["conf.d/one.conf config/no-equals"]);
  assert.deepEqual(files("pjsip.conf"), ["conf.d/one.conf config/no-equals", "pjsip.conf config/no-equals"]);
  assert.deepEqual(files("alone/pjsip.phones.conf"), ["alone/pjsip.phones.conf pjsip/unknown-type"]);
});

test("explain knows rules, lines and logs", (context) => {
  const directory = directoryWith(context, { "site/pjsip.conf": broken });
  const rule = run(directory, ["explain", "config/no-equals"]);
  assert.equal(rule.code, 0);
  assert.match(rule.output, /^# config\/no-equals\n/);
  assert.equal(run(directory, ["explain", "no-equals"]).output, rule.output);
  const line = run(directory, ["explain", "No '=' (equal sign) in line 3 of pjsip.conf"]);
  assert.equal(line.code, 0);
  assert.ok(line.output.includes(rule.output));
  assert.equal(run(directory, ["explain", "something else"]).code, 1);
  const log = [
    "[2026-01-02 10:11:12] WARNING[123] config.c: No '=' (equal sign) in line 3 of /etc/asterisk/pjsip.conf",
    "[Jan  2 10:11:12] \x1b[1;33mWARNING\x1b[0m[99][C-00000001]: \x1b[1;37mconfig.c\x1b[0m:2107 process_text_line: No '=' (equal sign) in line 3 of /etc/asterisk/pjsip.conf",
    "[2026-01-02 10:11:12] ERROR[123] odd.c: Nobody knows this",
    "[2026-01-02 10:11:12] VERBOSE[123] odd.c: Nor this",
    "[2026-01-02 10:11:12] ERROR[123] config.c: parse error: No category context for line 1 of /etc/asterisk/x.conf",
  ].join("\n");
  const all = run(directory, ["explain", "--dir", "site"], { input: log });
  assert.equal(all.code, 0);
  assert.match(all.output, /> No '=' .* \(2 times\)\n {2}site\/pjsip\.conf:3:1: /);
  assert.match(all.output, /> parse error: .*\n {2}nothing in the directory causes this message now\n/);
  assert.equal(all.output.match(/^# config\/no-equals$/gm)?.length, 1);
  assert.match(all.errors, /1 warning or error line that no rule knows/);
});

test("rules lists every rule with its effect", (context) => {
  const directory = directoryWith(context, {});
  const listed = JSON.parse(run(directory, ["rules", "--format", "json"]).output);
  assert.deepEqual(Object.keys(listed[0]), ["id", "effect", "severity", "profile", "summary", "fix"]);
  assert.match(run(directory, ["rules"]).output, /^config\/no-equals +error +line-ignored +Line without/m);
});

test("a reader that goes away is no error", async (context) => {
  const directory = directoryWith(context, { "extensions.conf": `[a]\n${"oops\n".repeat(20_000)}` });
  const child = spawn(process.execPath, [bundle, "lint", "--format", "json"], { cwd: directory });
  let errors = "";
  child.stderr.on("data", (data) => {
    errors += String(data);
  });
  child.stdout.once("data", () => child.stdout.destroy());
  await new Promise((done) => child.on("close", done));
  assert.equal(errors, "");
});
