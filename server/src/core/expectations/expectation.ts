// What all tests of an expectation file have in common, whatever they are about.

import type { YamlReader } from "./yaml-reader.ts";

/** What somebody expects. */
export interface ExpectationFacts {
  readonly name: string | undefined;
  /** Where the test stands in its file, 1-based. */
  readonly line: number;
}

/** How one kind of test is read. */
export interface ExpectationKind<Read extends ExpectationFacts> {
  /** The key that tells tests of this kind from all others. */
  readonly mark: string;
  readonly keys: readonly string[];
  readonly required: readonly string[];
  /** Undefined, with a fault, for a test that cannot be used. */
  read(fields: Fields, facts: ExpectationFacts, reader: YamlReader): Read | undefined;
}

/** The values of a test by key; undefined where it lacks the key. */
export type Fields = ReadonlyMap<string, unknown>;

/** What came of a test; the report prints it as it stands here. */
export interface Outcome {
  readonly line: number;
  readonly passed: boolean;
  readonly name: string;
  /** Why it failed; asked only where it did. */
  readonly details: () => readonly Detail[];
}

/** A line of the report below a test that failed. */
export interface Detail {
  readonly key: string;
  readonly value: string | null | readonly string[];
}

/** A mistake in an expectation file. */
export interface ExpectationFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
