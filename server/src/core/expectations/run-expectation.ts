// Puts one expectation to the test.

import type { Answer } from "../pjsip/identify/answer.ts";
import type { Identification } from "../pjsip/identify/identification.ts";
import { identifyRequest } from "../pjsip/identify/identify-request.ts";
import { type SipRequest, sipRequest } from "../pjsip/identify/sip-request.ts";
import type { Installation } from "../workspace/installation.ts";
import type { Expectation } from "./expectation.ts";

export interface Outcome {
  readonly expectation: Expectation;
  readonly passed: boolean;
  readonly request: SipRequest;
  readonly answer: Answer;
  readonly identification: Identification;
}

export function runExpectation(expectation: Expectation, installation: Installation): Outcome {
  const request = sipRequest(expectation.request);
  if ("error" in request) throw new Error(`an expectation that was read has a bad request: ${request.error}`);
  const identification = installation.identification();
  const answer = identifyRequest(identification, request);
  const passed = (answer.match?.endpoint ?? null) === expectation.endpoint;
  return { expectation, passed, request, answer, identification };
}
