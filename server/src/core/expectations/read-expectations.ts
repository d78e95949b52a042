// Reads an expectation file, YAML or JSON. The same rules are published in server/schemas/expectations.schema.json;
// here they give messages with the line of the mistake.

import { type HeaderLine, isPort, type RequestFacts, sipRequest } from "../pjsip/identify/sip-request.ts";
import type { Expectation, ExpectationFile } from "./expectation.ts";
import { YamlReader } from "./yaml-reader.ts";

export function readExpectations(text: string): ExpectationFile {
  const reader = new YamlReader(text);
  const { root } = reader;
  if (root === undefined || root === null) {
    if (reader.faults.length === 0) reader.fault(root, "the file is empty");
    return { directory: undefined, tests: [], faults: reader.faults };
  }
  if (reader.isList(root))
    return { directory: undefined, tests: testsOf(root, reader), faults: reader.faults };
  const file = reader.map(root, "the file", ["directory", "tests", "$schema"], ["tests"]) ?? {};
  const directory = file.directory === undefined ? undefined : reader.text(file.directory, `"directory"`);
  const tests = file.tests === undefined ? [] : testsOf(file.tests, reader);
  return { directory, tests, faults: reader.faults };
}

function testsOf(node: unknown, reader: YamlReader): readonly Expectation[] {
  return (reader.list(node, `"tests"`) ?? []).flatMap((item) => testOf(item, reader) ?? []);
}

function testOf(node: unknown, reader: YamlReader): Expectation | undefined {
  const test = reader.map(node, "a test", ["name", "from", "requestUri", "expect"], ["from", "expect"]);
  if (test?.from === undefined || test.expect === undefined) return undefined;
  const name = test.name === undefined ? undefined : reader.text(test.name, `"name"`);
  const requestUri = test.requestUri === undefined ? undefined : reader.text(test.requestUri, `"requestUri"`);
  const from = sourceOf(test.from, reader);
  const expected = reader.map(test.expect, `"expect"`, ["endpoint"], ["endpoint"]);
  if (from === undefined || expected?.endpoint === undefined) return undefined;
  const endpoint = reader.isNull(expected.endpoint) ? null : reader.text(expected.endpoint, `"endpoint"`);
  if (endpoint === undefined) return undefined;
  return { kind: "identify", name, line: reader.line(node), request: { ...from, requestUri }, endpoint };
}

function sourceOf(node: unknown, reader: YamlReader): RequestFacts | undefined {
  const from = reader.map(node, `"from"`, ["address", "port", "user", "headers"], ["address"]);
  if (from?.address === undefined) return undefined;
  const source = reader.text(from.address, `"address"`);
  if (source === undefined) return undefined;
  const request = sipRequest({ source });
  if ("error" in request) reader.fault(from.address, request.error);
  const user = from.user === undefined ? undefined : reader.text(from.user, `"user"`);
  const port = from.port === undefined ? undefined : reader.text(from.port, `"port"`);
  if (port !== undefined && !isPort(port))
    reader.fault(from.port, `"port" has to be a number from 1 to 65535`);
  const headers = from.headers === undefined ? [] : headersOf(from.headers, reader);
  return { source, port: port === undefined ? undefined : Number(port), from: user, headers };
}

function headersOf(node: unknown, reader: YamlReader): HeaderLine[] {
  return (reader.entries(node, `"headers"`) ?? []).flatMap(({ key, value }) => {
    const text = reader.text(value, `the header "${key}"`);
    return text === undefined ? [] : [{ name: key, value: text }];
  });
}
