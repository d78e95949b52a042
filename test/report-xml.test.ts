// `lint --format junit` and `--format checkstyle`, read by a strict XML parser.

import assert from "node:assert/strict";
import test from "node:test";
import { SaxesParser } from "saxes";
import { checkstyleReport, lintJunitReport, type Report } from "../server/src/core/api.ts";
import { checkedOf, everyExample, oddFailure, oddInstallation, reportOf } from "./support/lint-reports.ts";

interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const junit = (): Report => lintJunitReport((severity) => severity !== "hint");

/** The root of a document; throws where it is not well-formed. */
function parsed(xml: string): Element {
  const top: Element = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = {
      name,
      attributes: new Map(Object.entries(attributes as Record<string, string>)),
      children: [],
      text: "",
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const [root] = top.children;
  assert.ok(root);
  return root;
}

for (const [name, report] of [
  ["junit", junit],
  ["checkstyle", checkstyleReport],
] as const) {
  test(`${name}: every example and every odd character makes well-formed XML`, () => {
    for (const text of [
      reportOf(report(), []),
      reportOf(report(), everyExample()),
      reportOf(report(), [oddInstallation()], [oddFailure]),
    ]) {
      parsed(text);
      // What a strict parser cannot hold at all.
      assert.ok(!/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
    }
  });
}

test("checkstyle: files with their errors", () => {
  const root = parsed(
    reportOf(checkstyleReport(), [
      checkedOf({ "pjsip.conf": '[a]\ntype=endpoint\nallow=ulaww\nx "<&>"\n' }, "site"),
    ]),
  );
  assert.equal(root.name, "checkstyle");
  assert.deepEqual(
    root.children.map(({ name, attributes }) => [name, attributes.get("name")]),
    [["file", "site/pjsip.conf"]],
  );
  const [codec, equals] = root.children[0]?.children ?? [];
  assert.equal(codec?.attributes.get("line"), "3");
  assert.equal(codec?.attributes.get("column"), "7");
  assert.equal(codec?.attributes.get("severity"), "error");
  assert.equal(codec?.attributes.get("source"), "asterisk-analyzer.codec/unknown-codec");
  assert.match(codec?.attributes.get("message") ?? "", /\nAsterisk logs: /);
  assert.match(equals?.attributes.get("message") ?? "", /"<&>"/);
});

test("checkstyle: a problem further down in another installation reopens its file", () => {
  const checked = checkedOf({ "pjsip.conf": "[a]\ntype\n" }, "a");
  const root = parsed(
    reportOf(checkstyleReport(), [checked, { ...checked, installation: "b" }, checked], [oddFailure]),
  );
  assert.deepEqual(
    root.children.map(({ children }) => children.length),
    [1, 1, 1, 1],
  );
});

test("junit: problems fail, hints do not, files without problems pass, unreadable ones are errors", () => {
  const checked = checkedOf({ "pjsip.conf": "[a]\ntype=endpoint\nallow=!all,ulaw,ulaw\nx\n" });
  const root = parsed(reportOf(junit(), [checked], [{ path: "gone", reason: "permission denied" }]));
  assert.deepEqual(Object.fromEntries(root.attributes), {
    name: "asterisk-analyzer",
    tests: "4",
    failures: "1",
    errors: "1",
  });
  assert.deepEqual(
    root.children.map(({ attributes, children }) => [
      attributes.get("name"),
      attributes.get("tests"),
      ...children.map((test) => test.children[0]?.name ?? "passed"),
    ]),
    [
      ["pjsip.conf", "2", "system-out", "failure"],
      ["clean.conf", "1", "passed"],
      ["gone", "1", "error"],
    ],
  );
  const failure = root.children[0]?.children[1]?.children[0];
  assert.match(failure?.text ?? "", /^pjsip\.conf:4:1: error: .* \[config\/no-equals\]\nAsterisk logs: /);
});
