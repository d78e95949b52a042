// `effective` as people and scripts see it. That it agrees with Asterisk is left to oracle-parse.test.ts.

import assert from "node:assert/strict";
import test from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

const files = {
  "pjsip.conf": [
    "[phone](!)",
    "type = endpoint",
    "allow = !all",
    "#include conf.d/*.conf",
    "[6001](phone)",
    "allow += ,ulaw",
    "set_var = A=b\\;c",
    "[6001](+)",
    "mailboxes = 6001@x",
    "",
  ].join("\n"),
  "conf.d/auth.conf": "; comment\n[auth1]\ntype=auth\npassword=hunter2\n",
};

test("JSON holds every section with its origin", (context) => {
  const directory = directoryWith(context, files);
  const { code, output } = run(directory, ["effective", "--format", "json"]);
  assert.equal(code, 0);
  const option = (name: string, value: string, file: string, line: number): object => ({
    name,
    value,
    file,
    line,
  });
  assert.deepEqual(JSON.parse(output), {
    file: "pjsip.conf",
    sections: [
      {
        name: "phone",
        template: true,
        inherits: [],
        file: "pjsip.conf",
        line: 1,
        options: [option("type", "endpoint", "pjsip.conf", 2), option("allow", "!all", "pjsip.conf", 3)],
      },
      {
        name: "auth1",
        template: false,
        inherits: [],
        file: "conf.d/auth.conf",
        line: 2,
        options: [
          option("type", "auth", "conf.d/auth.conf", 3),
          option("password", "***", "conf.d/auth.conf", 4),
        ],
      },
      {
        name: "6001",
        template: false,
        inherits: ["phone"],
        file: "pjsip.conf",
        line: 5,
        options: [
          option("type", "endpoint", "pjsip.conf", 2),
          option("allow", "!all ,ulaw", "pjsip.conf", 3),
          option("set_var", "A=b;c", "pjsip.conf", 7),
          option("mailboxes", "6001@x", "pjsip.conf", 9),
        ],
      },
    ],
  });
});

test("text reads like a configuration with the origin of every line", (context) => {
  const directory = directoryWith(context, files);
  const { output } = run(directory, ["effective", "--section", "6001"]);
  assert.deepEqual(
    output.split("\n").map((line) => line.replace(/ {2,}/, "  ")),
    [
      "[6001](phone)  ; pjsip.conf:5",
      "type = endpoint  ; pjsip.conf:2",
      "allow = !all ,ulaw  ; pjsip.conf:3",
      "set_var = A=b\\;c  ; pjsip.conf:7",
      "mailboxes = 6001@x  ; pjsip.conf:9",
      "",
      "",
    ],
  );
});

test("secrets are shown only on request", (context) => {
  const directory = directoryWith(context, files);
  assert.match(run(directory, ["effective"]).output, /password = \*\*\*/);
  assert.match(run(directory, ["effective", "--show-secrets"]).output, /password = hunter2/);
  const masked = directoryWith(context, {
    "sip.conf":
      "[general]\nregister => me:hunter2@example.com/6001\nauth=6001\nsecret=hunter2\nregexten=6001\n",
  });
  const { sections } = JSON.parse(
    run(masked, ["effective", "--file", "sip.conf", "--format", "json"]).output,
  );
  assert.deepEqual(
    sections[0].options.map(({ value }: { value: string }) => value),
    ["me:***@example.com/6001", "6001", "***", "6001"],
  );
});

test("a file that Asterisk does not hold says why", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "[a]\n#include gone.conf\n",
    "loop.conf": "[a]\nb=c\n[a](+,a)\nd=e\n",
    "queues.conf": "[general]\n",
  });
  const effective = (file: string): { code: number | null; error: string; sections: unknown[] } => {
    const { code, output } = run(directory, ["effective", "--file", file, "--format", "json"]);
    return { code, ...JSON.parse(output) };
  };
  const rejected = effective("pjsip.conf");
  assert.equal(rejected.code, 1);
  assert.match(rejected.error, /pjsip\.conf:2: .*gone\.conf/);
  assert.deepEqual(rejected.sections, []);
  const endless = effective("loop.conf");
  assert.equal(endless.code, 1);
  assert.match(endless.error, /never finishes reading/);
  const missing = effective("rtp.conf");
  assert.equal(missing.code, 2);
  assert.match(missing.error, /missing/);
  assert.equal(run(directory, ["effective"]).output, "");
  assert.equal(run(directory, ["effective", "--file", "queues.conf", "--section", "x"]).code, 2);
});

test("any file of the directory can be asked for", (context) => {
  const directory = directoryWith(context, files);
  for (const words of [
    [".", "--file", "conf.d/auth.conf"],
    [".", "--file", `${directory}/conf.d/auth.conf`],
    ["conf.d/auth.conf"],
    [directory, "--file", "./conf.d/auth.conf"],
  ]) {
    const { code, output } = run(directory, ["effective", ...words, "--format", "json"]);
    assert.equal(code, 0);
    const { file, sections } = JSON.parse(output);
    assert.equal(file, "conf.d/auth.conf", words.join(" "));
    assert.equal(sections.length, 1);
  }
});
