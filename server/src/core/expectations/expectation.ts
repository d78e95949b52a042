// What somebody expects of a configuration: the tests of an expectation file.

import type { RequestFacts } from "../pjsip/identify/sip-request.ts";

/** A request that comes in, and the endpoint that it should be taken for. */
export interface IdentifyExpectation {
  readonly kind: "identify";
  readonly name: string | undefined;
  /** Where the test stands in its file, 1-based. */
  readonly line: number;
  readonly request: RequestFacts;
  /** `null`: no endpoint. */
  readonly endpoint: string | null;
}

export type Expectation = IdentifyExpectation;

/** A mistake in an expectation file. */
export interface ExpectationFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface ExpectationFile {
  /** As written, relative to the file. */
  readonly directory: string | undefined;
  readonly tests: readonly Expectation[];
  readonly faults: readonly ExpectationFault[];
}
