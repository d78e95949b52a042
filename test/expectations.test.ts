// Expectation files: what is wrong with them, how they are read, what is reported; and the commands around them.

import assert from "node:assert/strict";
import test from "node:test";
import {
  defaultSettings,
  junitReport,
  memoryFiles,
  openInstallation,
  tapReport,
} from "../server/src/core/api.ts";
import { readExpectations, runExpectation } from "../server/src/core/expectations-api.ts";
import { directoryWith, run } from "./support/command-line.ts";
import { endpoint, identify, open } from "./support/identify.ts";

test("expectations: every mistake is told with its line", () => {
  const { faults } = readExpectations(`directory: .
tests:
  - from: {adress: 198.51.100.7}
    expect: {endpoint: a}
  - from: {address: 198.51.100.7, port: 70000}
    expect: {endpoint: a}
  - from: {address: example.com}
    expect: {endpoints: a}
  - expect: {endpoint: a}
  - 5
extra: 1
`);
  assert.deepEqual(
    faults.map(({ line, message }) => `${line}: ${message}`).sort(),
    [
      "10: a test has to be a map of keys and values",
      '11: the file has an unknown key "extra" (known are directory, tests, $schema)',
      '3: "from" has an unknown key "adress" (did you mean "address"?)',
      '3: "from" has no "address"',
      '5: "port" has to be a number from 1 to 65535',
      '7: "example.com" is no IP address (write 198.51.100.7, 198.51.100.7:5060 or [2001:db8::7]:5060)',
      '8: "expect" has an unknown key "endpoints" (did you mean "endpoint"?)',
      '8: "expect" has no "endpoint"',
      '9: a test has no "from", "context" or "text"',
    ].sort(),
  );
});

test("expectations: texts are taken as they are written", () => {
  const { tests, faults } = readExpectations(
    "- {from: {address: 192.0.2.1, user: 0049, headers: {X-A: 007}}, expect: {endpoint: 0049}}\n- {from: {address: '::1'}, expect: {endpoint: ~}}\n",
  );
  assert.deepEqual(faults, []);
  assert.deepEqual(
    tests.map((each) =>
      each.kind === "identify"
        ? [each.endpoint, each.request.from, each.request.headers?.[0]?.value]
        : each.kind,
    ),
    [
      ["0049", "0049", "007"],
      [null, undefined, undefined],
    ],
  );
});

test("expectations: TAP with the reason of a failure", () => {
  const installation = open(endpoint("provider") + identify("i", "provider", "match=198.51.100.7"));
  const { tests } = readExpectations(`
- name: 'calls #1'
  from: {address: 198.51.100.7}
  expect: {endpoint: provider}
- from: {address: 198.51.100.8}
  expect: {endpoint: providr}
`);
  const outcomes = tests.map((each) => runExpectation(each, () => installation));
  assert.equal(
    [...tapReport([{ path: "t.yaml", outcomes }])].join(""),
    `TAP version 14
1..2
ok 1 - calls \\#1
not ok 2 - 198.51.100.8:5060 is taken for endpoint "providr"
  ---
  message: "no endpoint takes the request; there is no endpoint \\"providr\\" (did you mean \\"provider\\"?)"
  severity: fail
  at: "t.yaml:5"
  request: "198.51.100.8:5060"
  expected: "providr"
  actual: null
  nearest:
    - "identify \\"i\\" matches 198.51.100.7, which does not hold the address (pjsip.conf:7)"
  log:
    - "Request 'INVITE' from '<sip:<user>@<domain>>' failed for '198.51.100.8:5060' (callid: <callid>) - No matching endpoint found"
  ...
`,
  );
});

test("the commands and their exit codes", (context) => {
  const directory = directoryWith(context, {
    "etc/pjsip.conf": endpoint("provider") + identify("i", "provider", "match=198.51.100.7"),
    "good.yaml": "directory: etc\ntests:\n- from: {address: 198.51.100.7}\n  expect: {endpoint: provider}\n",
    "bare.json": '[{"from": {"address": "198.51.100.8"},\n\t"expect": {"endpoint": "provider"}}]\n',
    "broken.yaml": "tests: [\n",
    "faulty.yaml": "tests: 5\n",
  });
  assert.equal(run(directory, ["identify", "198.51.100.7:4711", "etc"]).code, 0);
  assert.equal(run(directory, ["identify", "[2001:db8::1]:5060", "etc", "--format", "json"]).code, 1);
  assert.equal(run(directory, ["identify", "198.51.100", "etc"]).code, 2);
  assert.equal(run(directory, ["identify", "198.51.100.7", "none"]).code, 2);
  assert.equal(run(directory, ["identify", "198.51.100.7", "etc", "--header", "nonsense"]).code, 2);
  assert.equal(run(directory, ["test", "good.yaml"]).code, 0);
  assert.equal(run(directory, ["test", "bare.json", "--dir", "etc"]).code, 1);
  assert.match(run(directory, ["test", "bare.json"]).errors, /names no directory/);
  assert.equal(run(directory, ["test", "bare.json"]).code, 2);
  assert.equal(run(directory, ["test", "broken.yaml", "--dir", "etc"]).code, 2);
  assert.match(run(directory, ["test", "faulty.yaml"]).errors, /faulty.yaml:1:8: "tests" has to be a list/);
  const both = run(directory, ["test", "good.yaml", "bare.json", "--dir", "etc"]);
  assert.match(both.output, /^TAP version 14\n1\.\.2\n# good.yaml\nok 1 - .*\n# bare.json\nnot ok 2 - /);
  const provider = run(directory, ["lint", "etc", "--provider", "provider=198.51.100.0/28"]);
  assert.match(provider.output, /identify\/provider-not-matched/);
  assert.equal(run(directory, ["lint", "etc", "--provider", "provider=example"]).code, 2);
});

const office = `[phones]
include => day,9:00-17:00,mon-fri
include => night
exten => 20,1,Answer()
 same => n,Dial(SIP/20:geheim@example.com)
exten => _2X/88,1,Goto(20,1)
 same => n,Hangup()
exten => _2X,1,NoOp()
exten => _2X,3,Hangup()
[day]
exten => _3X,1,NoOp()
[night]
exten => _3X,1,NoOp()
`;

test("expectations: what the dialplan runs", () => {
  const installation = openInstallation(memoryFiles({ "extensions.conf": office }), defaultSettings);
  const { tests, faults } = readExpectations(`
- {context: phones, number: 20, expect: {context: phones, extension: 20}}
- {context: phones, number: 21, callerId: 88, expect: {context: phones, extension: "_[1-2]X/88"}}
- {context: phones, number: 21, callerId: 88, expect: {context: phones, extension: '_[2]x/8-8'}}
- {context: phones, number: 21, expect: {context: phones, extension: _2X}}
- {context: phones, number: 30, time: sun 10:00, expect: {context: night, extension: _3X}}
- {context: phones, number: 30, time: "2026-11-23 10:00", expect: {context: nigt, extension: _3X}}
- {context: phones, number: 30, expect: {context: night, extension: _3X}}
- {context: phones, number: 40, expect: ~}
- {context: phons, number: 40, expect: {context: phones, extension: 40}}
`);
  assert.deepEqual(faults, []);
  const outcomes = tests.map((each) => runExpectation(each, () => installation));
  const tap = [...tapReport([{ path: "t.yaml", outcomes }])].join("");
  assert.deepEqual(
    tap.split("\n").filter((line) => /^(?:not )?ok|^ {2}(?:message|doubts)|^ {4}-/.test(line)),
    [
      "ok 1 - 20 in [phones] runs 20 in [phones]",
      "not ok 2 - 21 in [phones] from 88 runs _[1-2]X/88 in [phones]",
      '  message: "_2X/88 in [phones] (extensions.conf:6) runs"',
      '    - "_2X in [phones] (extensions.conf:8): comes later in the order of the context"',
      "ok 3 - 21 in [phones] from 88 runs _[2]x/8-8 in [phones]",
      "not ok 4 - 21 in [phones] runs _2X in [phones]",
      '  message: "it is not certain what runs; say \\"callerId\\""',
      "  doubts:",
      '    - "_2X/88 in [phones] (extensions.conf:6): depends on a caller number that fits \\"88\\""',
      "ok 5 - 30 in [phones] at sun 10:00 runs _3X in [night]",
      "not ok 6 - 30 in [phones] at 2026-11-23 10:00 runs _3X in [nigt]",
      '  message: "_3X in [day] (extensions.conf:11) runs; there is no context \\"nigt\\""',
      '    - "include => day,9:00-17:00,mon-fri (extensions.conf:2)"',
      '    - "_3X in [night] (extensions.conf:13): its context [night] is asked later"',
      "not ok 7 - 30 in [phones] runs _3X in [night]",
      '  message: "it is not certain what runs; say \\"time\\""',
      '    - "include => night (extensions.conf:3)"',
      "  doubts:",
      '    - "_3X in [day] (extensions.conf:11): depends on the time condition of \\"include => day,9:00-17:00,mon-fri\\" (extensions.conf:2)"',
      "ok 8 - 40 in [phones] runs nothing",
      "not ok 9 - 40 in [phons] runs 40 in [phones]",
      '  message: "there is no context \\"phons\\" in extensions.conf (did you mean \\"phones\\"?)"',
    ],
  );
  const wrong = readExpectations("[{context: a, number: 1, time: noon, expect: 5}]");
  assert.deepEqual(
    wrong.faults.map(({ message }) => message),
    [
      '"time" has to be "2026-11-21 14:30", "sat 14:30" or "14:30"',
      '"expect" has to be a map of keys and values',
    ],
  );
});

test("expectations: contexts that another module makes, and that nothing makes", () => {
  const text = "[phones]\ninclude => parkedcalls\nexten => 20,1,Answer()\n";
  const files = { "extensions.conf": text, "res_parking.conf": "[general]\n[default]\nparkpos=701-720\n" };
  const installation = openInstallation(memoryFiles(files), defaultSettings);
  const { tests } = readExpectations(`
- {context: phones, number: 703, expect: ~}
- {context: phons, number: 40, expect: ~}
- {context: phones, number: 20, expect: {context: phones, extension: 20}}
`);
  const outcomes = tests.map((each) => runExpectation(each, () => installation));
  assert.deepEqual(
    outcomes.map(({ passed, details }) => (passed ? "passed" : details()[0]?.value)),
    [
      'not certain: the context "parkedcalls" is made by another module',
      'there is no context "phons" in extensions.conf (did you mean "phones"?)',
      "passed",
    ],
  );
});

test("expectations: JUnit", () => {
  const installation = openInstallation(memoryFiles({ "extensions.conf": office }), defaultSettings);
  const { tests } = readExpectations(
    JSON.stringify([
      { name: '<a> & "b"\u0001\ud800\ufffe', context: "phones", number: "20", expect: null },
      { context: "phones", number: "20", expect: { context: "phones", extension: "20" } },
    ]),
  );
  const outcomes = tests.map((each) => runExpectation(each, () => installation));
  assert.equal(
    [...junitReport([{ path: "t&.yaml", outcomes }])].join(""),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="asterisk-analyzer" tests="2" failures="1" errors="0">
  <testsuite name="t&amp;.yaml" tests="2" failures="1" errors="0">
    <testcase name="&lt;a&gt; &amp; &quot;b&quot;␁\\u{d800}\\u{fffe}" classname="t&amp;.yaml" file="t&amp;.yaml" line="1">
      <failure message="20 in [phones] (extensions.conf:4) runs">t&amp;.yaml:1
call: 20 in [phones]
expected: none
actual: 20 in [phones]
others:
  - _2X/88 in [phones] (extensions.conf:6): comes later in the order of the context
  - _2X in [phones] (extensions.conf:8): comes later in the order of the context</failure>
    </testcase>
    <testcase name="20 in [phones] runs 20 in [phones]" classname="t&amp;.yaml" file="t&amp;.yaml" line="1"/>
  </testsuite>
</testsuites>
`,
  );
});

test("match: the steps and exit codes", (context) => {
  const directory = directoryWith(context, {
    "extensions.conf": office,
    "t.yaml": "directory: .\ntests: [{context: phones, number: 40, expect: ~}]\n",
  });
  const { code, output } = run(directory, ["match", "phones", "20"]);
  assert.equal(code, 0);
  assert.match(output, /^"20" in \[phones\] runs 20 in \[phones\] \(extensions\.conf:4\)\nSteps:\n {2}20,1 /);
  assert.match(output, /20,2 +Dial\(SIP\/20:\*\*\*@example\.com\)/);
  assert.match(output, /_2X,3 +Hangup\(\) +\(extensions\.conf:9; taken from \[phones\]/);
  assert.match(
    run(directory, ["match", "phones", "25", "--cid", "88"]).output,
    /_2X\/88,2 +Hangup\(\) .*reached by a jump only/,
  );
  const json = JSON.parse(run(directory, ["match", "phones", "30", ".", "--format", "json"]).output);
  assert.deepEqual(
    [json.result, json.runs.context, json.others[0].fate],
    ["uncertain", "night", "might-run"],
  );
  assert.equal(run(directory, ["match", "phones", "40"]).code, 1);
  assert.equal(run(directory, ["match", "phons", "20"]).code, 1);
  const wrong = run(directory, ["match", "phones", "20", "--time", "noon"]);
  assert.deepEqual([wrong.code, wrong.output], [2, ""]);
  assert.equal(run(directory, ["match", "phones", "20", "nowhere"]).code, 2);
  assert.match(
    run(directory, ["test", "t.yaml", "--format", "junit"]).output,
    /^<\?xml .*\n<testsuites .* failures="0"/,
  );
});
