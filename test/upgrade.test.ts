// `asterisk-analyzer upgrade`: what comes with a newer version and what was there before, its fixes and its exit codes.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

const configuration = {
  "extensions.conf": `[office]
exten => 200,1,Macro(greet,hello)
 same => n,Set(CALLERID(nme)=x)
 same => n,Hangup()

[macro-greet]
exten => s,1,Playback(\${ARG1})
`,
  "pjsip.conf": `[lan]
type = transport
protocol = udp
bind = 0.0.0.0

[200]
type = endpoint
allow = alaw,pcmu
aors = 200

[200]
type = aor
max_contacts = 1
`,
  "logger.conf": "[general]\nrotatetimestamp = yes\n",
};

test("what breaks is told by chapters, what was broken before is only counted", (context) => {
  const directory = directoryWith(context, configuration);
  const { code, output } = run(directory, ["upgrade", "--from", "18", "--to", "23", "."]);
  assert.equal(code, 1);
  assert.match(output, /^Breaks\n/);
  assert.match(output, /extensions\.conf:2:16: error: Asterisk 23\.4\.1 has no "Macro" any more/);
  assert.match(output, /logger\.conf:2:1: error: .* use "rotatestrategy = timestamp"/);
  assert.doesNotMatch(output, /pcmu/);
  assert.match(
    output,
    /From Asterisk 18\.26\.4 to 23\.4\.1: 2 things break, .*other problems? .* there already/,
  );
});

test("the same as JSON", (context) => {
  const directory = directoryWith(context, configuration);
  const { output } = run(directory, ["upgrade", "--from", "18", "--format", "json", "."]);
  const { from, to, installations } = JSON.parse(output) as {
    from: string;
    to: string;
    installations: { installation: string; breaks: { rule: string }[]; before: number }[];
  };
  assert.deepEqual([from, to, installations.length], ["18.26.4", "23.4.1", 1]);
  assert.deepEqual(
    installations[0]?.breaks.map(({ rule }) => rule),
    ["leftover/macro", "upgrade/removed-setting"],
  );
  assert.ok((installations[0]?.before ?? 0) > 0);
});

test("--fix mends what has a safe fix and nothing that was broken before", (context) => {
  const directory = directoryWith(context, configuration);
  const { code } = run(directory, ["upgrade", "--from", "18", "--fix", "."]);
  assert.equal(code, 0);
  const text = (name: string): string => readFileSync(join(directory, name), "utf8");
  assert.match(text("extensions.conf"), /^exten => 200,1,Gosub\(macro-greet,s,1\(hello\)\)$/m);
  assert.match(text("extensions.conf"), /Playback\(\$\{ARG1\}\)\n same => n,Return\(\)\n$/);
  assert.equal(text("logger.conf"), "[general]\nrotatestrategy = timestamp\n");
  assert.equal(text("pjsip.conf"), configuration["pjsip.conf"]);
});

test("--diff writes nothing", (context) => {
  const directory = directoryWith(context, configuration);
  const { code, output } = run(directory, ["upgrade", "--from", "18", "--diff", "."]);
  assert.equal(code, 1);
  assert.match(output, /^\+rotatestrategy = timestamp$/m);
  assert.equal(readFileSync(join(directory, "logger.conf"), "utf8"), configuration["logger.conf"]);
});

test("nothing changes between versions that treat the configuration alike", (context) => {
  const directory = directoryWith(context, configuration);
  const { code, output } = run(directory, ["upgrade", "--from", "21", "--to", "22", "."]);
  assert.equal(code, 0);
  assert.match(output, /nothing breaks/);
});

test("what breaks in a template whatever its values are", (context) => {
  const text = "[office]\nexten => {{ first }},1,Macro(greet)\nexten => 6,1,Macro(greet,{{ name }})\n";
  const directory = directoryWith(context, { "extensions.conf.j2": text });
  const { code, output } = run(directory, ["upgrade", "--from", "18", "--to", "22", "."]);
  assert.equal(code, 1);
  assert.match(output, /2 things break/);
});

test("a template whose blocks nobody can judge yet is no clean bill", (context) => {
  const text = "[office]\n{% if a %}\nexten => 1,1,Macro(greet)\n{% endif %}\n";
  const directory = directoryWith(context, { "extensions.conf.j2": text });
  const { output } = run(directory, ["upgrade", "--from", "18", "--to", "22", "."]);
  assert.match(output, /nothing breaks.* Blocks of 1 template are not told of in full: render it and check/);
  const json = run(directory, ["upgrade", "--from", "18", "--to", "22", "--format", "json", "."]).output;
  const { installations } = JSON.parse(json) as {
    readonly installations: readonly { readonly unsure: unknown }[];
  };
  assert.deepEqual(installations[0]?.unsure, ["extensions.conf.j2"]);
});

test("wrong versions", (context) => {
  const directory = directoryWith(context, configuration);
  const errors = (...words: string[]): string => {
    const ran = run(directory, ["upgrade", ...words, "."]);
    assert.equal(ran.code, 2);
    return ran.errors;
  };
  assert.match(errors("--from", "23", "--to", "18"), /--from 23: not older than 18/);
  assert.match(errors("--from", "11"), /--from 11: expected 18, 20/);
  assert.match(errors(), /--from/);
});
