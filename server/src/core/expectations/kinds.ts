// The kinds of tests: one module each, one line each here.

import type { Installation } from "../workspace/installation.ts";
import { type DialplanExpectation, dialplanKind, runDialplan } from "./dialplan-expectation.ts";
import type { ExpectationKind, Outcome } from "./expectation.ts";
import { type IdentifyExpectation, identifyKind, runIdentify } from "./identify-expectation.ts";
import { runText, type TextExpectation, textKind } from "./text-expectation.ts";

export type Expectation = IdentifyExpectation | DialplanExpectation | TextExpectation;

export const kinds: readonly ExpectationKind<Expectation>[] = [identifyKind, dialplanKind, textKind];

/** Puts one expectation to the test; `open` is asked for the configuration only by tests that are about one. */
export function runExpectation(expectation: Expectation, open: () => Installation): Outcome {
  switch (expectation.kind) {
    case "identify":
      return runIdentify(expectation, open());
    case "dialplan":
      return runDialplan(expectation, open());
    case "text":
      return runText(expectation);
  }
}
