// Reads an expectation file, YAML or JSON. The same rules are published in server/schemas/expectations.schema.json;
// here they give messages with the line of the mistake.

import type { ExpectationFault } from "./expectation.ts";
import { type Expectation, kinds } from "./kinds.ts";
import { YamlReader } from "./yaml-reader.ts";

export interface ExpectationFile {
  /** As written, relative to the file. */
  readonly directory: string | undefined;
  readonly tests: readonly Expectation[];
  readonly faults: readonly ExpectationFault[];
}

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
  const entries = reader.entries(node, "a test");
  if (entries === undefined) return undefined;
  const kind = kinds.find(({ mark }) => entries.some(({ key }) => key === mark));
  const known = kind === undefined ? kinds.flatMap(({ keys }) => keys) : kind.keys;
  const values = reader.values(node, entries, "a test", [...new Set(known)], kind?.required ?? []);
  if (kind === undefined) {
    reader.fault(node, `a test has no ${oneOf(kinds.map(({ mark }) => `"${mark}"`))}`);
    return undefined;
  }
  const fields = new Map(Object.entries(values));
  const name = fields.has("name") ? reader.text(fields.get("name"), `"name"`) : undefined;
  return kind.read(fields, { name, line: reader.line(node) }, reader);
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
