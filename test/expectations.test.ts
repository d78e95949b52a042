// Expectation files: what is wrong with them, how they are read, what is reported; and the commands around them.

import assert from "node:assert/strict";
import test from "node:test";
import { readExpectations, runExpectation, tapReport } from "../server/src/core/api.ts";
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
      '9: a test has no "from" or "text"',
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
