// `lint --format github` and `--format gitlab`, held against what the two services document.

import assert from "node:assert/strict";
import test from "node:test";
import {
  conciseReport,
  githubReport,
  gitlabReport,
  plainStyle,
  type Report,
} from "../server/src/core/api.ts";
import { checkedOf, everyExample, oddFailure, oddInstallation, reportOf } from "./support/lint-reports.ts";

const github = (): Report => githubReport((path) => path);
const gitlab = (): Report => gitlabReport((path) => path);

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** A workflow command as the runner reads it. */
function commandOf(line: string): Command {
  const [, name = "", properties = "", message = ""] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const unescaped = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  return {
    name,
    properties: new Map(
      properties.split(",").map((property) => {
        const [key = "", ...value] = property.split("=");
        return [key, unescaped(value.join("="))] as const;
      }),
    ),
    message: message.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%"),
  };
}

test("github: a command for each problem, with every odd name as it is", () => {
  for (const checked of [oddInstallation(), ...everyExample()]) {
    const lines = reportOf(github(), [checked], [oddFailure]).split("\n").slice(0, -1);
    assert.equal(lines.length, checked.problems.length);
    for (const [index, line] of lines.entries()) {
      const { name, properties, message } = commandOf(line);
      const problem = checked.problems[index];
      assert.equal(name, problem?.severity === "hint" ? "notice" : problem?.severity);
      assert.equal(properties.get("title"), problem?.rule);
      const path = checked.installation === "." ? problem?.file : `${checked.installation}/${problem?.file}`;
      assert.equal(properties.get("file"), path);
      for (const key of ["line", "endLine"]) assert.match(properties.get(key) ?? "", /^\d+$/);
      assert.equal(properties.has("col"), properties.get("line") === properties.get("endLine"));
      assert.ok(message.length > 5 && !/[\x00-\x09\x0b-\x1f]/.test(message), message);
      for (const unit of line.slice(2).split("::")[0] ?? "") assert.ok(unit >= " ", line);
    }
  }
});

test("github: percent signs, commas and colons are escaped as documented", () => {
  const text = reportOf(github(), [checkedOf({ "pjsip.conf": "[a]\n50%,a:b\n" }, "a:b,50%")]);
  assert.ok(text.startsWith("::error file=a%3Ab%2C50%25/pjsip.conf,line=2,endLine=2,col=1,"), text);
  assert.ok(text.includes("title=config/no-equals::"), text);
  assert.equal(reportOf(github(), []), "");
});

test("gitlab: the documented keys, and fingerprints that tell all apart", () => {
  const text = reportOf(gitlab(), [oddInstallation(), ...everyExample()], [oddFailure]);
  const issues = JSON.parse(text) as Record<string, unknown>[];
  assert.ok(issues.length > 500);
  for (const { description, check_name, fingerprint, severity, location, ...others } of issues) {
    assert.deepEqual(others, {});
    for (const value of [description, check_name, fingerprint])
      assert.ok(typeof value === "string" && value !== "" && isText(value));
    assert.ok(["info", "minor", "major", "critical", "blocker"].includes(severity as string));
    const { path, lines } = location as { path: string; lines: { begin: number } };
    assert.ok(isText(path) && !/^(?:\.?\/|\.\.)/.test(path), path);
    assert.ok(Number.isInteger(lines.begin) && lines.begin > 0);
  }
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  assert.equal(reportOf(gitlab(), []), "[]\n");
});

test("gitlab: names of files stay as they are, but for bytes that are no text", () => {
  const issues = JSON.parse(reportOf(gitlab(), [oddInstallation()])) as { location: { path: string } }[];
  const paths = new Set(issues.map(({ location }) => location.path));
  for (const path of ["odd/a b%20,c:d.conf", "odd/line\nbreak.conf", "odd/byte\\xff.conf", "odd/ü😀#?.conf"])
    assert.ok(paths.has(path), path);
});

test("concise: one line for each problem, whatever it quotes", () => {
  for (const checked of [oddInstallation(), ...everyExample()]) {
    const lines = reportOf(conciseReport(plainStyle, false), [checked]).split("\n").slice(0, -1);
    assert.equal(lines.length, checked.problems.length);
    for (const line of lines)
      assert.match(line, /^.+?:\d+:\d+: (?:error|warning|hint): .+ \[[a-z-]+\/[a-z-]+\]$/);
  }
});

/** Whether every reader of JSON takes it: no half of a character. */
function isText(value: string): boolean {
  return !/\p{Cs}/u.test(value);
}
