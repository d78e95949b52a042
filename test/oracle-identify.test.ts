// Requests that a real Asterisk 23.4.1 took for an endpoint or for none, put to our tests in an expectation file.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  defaultSettings,
  memoryFiles,
  openInstallation,
  type TestedFile,
  tapReport,
} from "../server/src/core/api.ts";
import { readExpectations, runExpectation } from "../server/src/core/expectations-api.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

interface Recorded {
  readonly pjsip: readonly string[];
  readonly tests: readonly {
    readonly request: {
      readonly source: string;
      readonly port: number;
      readonly from: string;
      readonly header: string | null;
      readonly number: string;
    };
    /** Absent where only the answer's status is known. */
    readonly endpoint?: string | null;
    readonly noMatch: boolean;
  }[];
}

test("requests are taken for the recorded endpoints", { skip: skipWithoutShared }, (context) => {
  const path = join(sharedFolder ?? "", "oracle", "identify.json");
  const recorded = JSON.parse(readFileSync(path, "utf8")) as readonly Recorded[];
  let known = 0;
  let requests = 0;
  let right = 0;
  const tested: TestedFile[] = [];
  const contradictions: string[] = [];
  for (const [index, { pjsip, tests }] of recorded.entries()) {
    const installation = openInstallation(
      memoryFiles({ "pjsip.conf": `${pjsip.join("\n")}\n` }),
      defaultSettings,
    );
    const file = readExpectations(JSON.stringify({ tests: tests.map(expectation) }));
    assert.deepEqual(file.faults, []);
    assert.equal(file.tests.length, tests.length);
    const outcomes = file.tests.map((each) => runExpectation(each, () => installation));
    for (const [at, { passed, details }] of outcomes.entries()) {
      const row = tests[at];
      if (row === undefined) continue;
      requests++;
      // With auth_username in the order, Asterisk says so only after a thousand such requests.
      const said = !pjsip.some((line) => /^endpoint_identifier_order=.*auth_username/.test(line));
      if (said && (details().find(({ key }) => key === "actual")?.value === null) !== row.noMatch)
        contradictions.push(`configuration ${index}, request ${at}`);
      if (row.endpoint === undefined) continue;
      known++;
      if (passed) right++;
    }
    tested.push({
      path: `configuration ${index}`,
      outcomes: outcomes.filter((_, at) => tests[at]?.endpoint !== undefined),
    });
  }
  context.diagnostic(
    `identify: ${right} of ${known} recorded endpoints agree (${((right / known) * 100).toFixed(2)} %); of ${requests} requests, ${contradictions.length} are let in or refused otherwise`,
  );
  const wrong = [...tapReport(tested)].filter(
    (text) => text.startsWith("not ok") || text.startsWith("  ---"),
  );
  assert.deepEqual(wrong.slice(0, 5), []);
  assert.deepEqual(contradictions.slice(0, 5), []);
});

function expectation({ request, endpoint, noMatch }: Recorded["tests"][number]): object {
  const { source, port, from, header, number } = request;
  const [name = "", ...value] = header?.split(":") ?? [];
  const host = source.includes(":") ? "[2001:db8::1]" : "198.51.100.1";
  return {
    from: {
      address: source,
      port,
      user: from,
      headers: header === null ? {} : { [name]: value.join(":").trim() },
    },
    requestUri: `sip:${number}@${host}:5060`,
    expect: { endpoint: endpoint ?? (noMatch ? null : "(unknown)") },
  };
}
