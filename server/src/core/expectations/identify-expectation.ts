// The test `{from, requestUri?, expect: {endpoint}}`: a request that comes in, and the endpoint that it should be
// taken for.

import type { Answer } from "../pjsip/identify/answer.ts";
import { matchText, nearText, otherText, requestText } from "../pjsip/identify/answer-words.ts";
import type { Identification } from "../pjsip/identify/identification.ts";
import { identifyRequest } from "../pjsip/identify/identify-request.ts";
import { type HeaderLine, isPort, type RequestFacts, sipRequest } from "../pjsip/identify/sip-request.ts";
import { closest } from "../text/closest.ts";
import type { Installation } from "../workspace/installation.ts";
import type { Detail, ExpectationFacts, ExpectationKind, Outcome } from "./expectation.ts";
import type { YamlReader } from "./yaml-reader.ts";

export interface IdentifyExpectation extends ExpectationFacts {
  readonly kind: "identify";
  readonly request: RequestFacts;
  /** `null`: no endpoint. */
  readonly endpoint: string | null;
}

export const identifyKind: ExpectationKind<IdentifyExpectation> = {
  mark: "from",
  keys: ["name", "from", "requestUri", "expect"],
  required: ["from", "expect"],
  read(fields, facts, reader) {
    if (!fields.has("expect")) return undefined;
    const requestUri = fields.has("requestUri")
      ? reader.text(fields.get("requestUri"), `"requestUri"`)
      : undefined;
    const from = sourceOf(fields.get("from"), reader);
    const expected = reader.map(fields.get("expect"), `"expect"`, ["endpoint"], ["endpoint"]);
    if (from === undefined || expected?.endpoint === undefined) return undefined;
    const endpoint = reader.isNull(expected.endpoint) ? null : reader.text(expected.endpoint, `"endpoint"`);
    if (endpoint === undefined) return undefined;
    return { kind: "identify", ...facts, request: { ...from, requestUri }, endpoint };
  },
};

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

export function runIdentify(expectation: IdentifyExpectation, installation: Installation): Outcome {
  const request = sipRequest(expectation.request);
  if ("error" in request) throw new Error(`an expectation that was read has a bad request: ${request.error}`);
  const identification = installation.identification();
  const answer = identifyRequest(identification, request);
  const { name, line, endpoint } = expectation;
  const shown = requestText(request);
  return {
    line,
    passed: (answer.match?.endpoint ?? null) === endpoint,
    name: name ?? `${shown} is taken for ${endpoint === null ? "no endpoint" : `endpoint "${endpoint}"`}`,
    details: () => detailsOf(endpoint, shown, answer, identification),
  };
}

function detailsOf(
  endpoint: string | null,
  request: string,
  answer: Answer,
  identification: Identification,
): readonly Detail[] {
  const { match, others, nearest, notes, log } = answer;
  return [
    { key: "message", value: messageOf(endpoint, answer, identification) },
    { key: "request", value: request },
    { key: "expected", value: endpoint },
    { key: "actual", value: match?.endpoint ?? null },
    ...(match === undefined ? [] : [{ key: "by", value: matchText(match) }]),
    { key: "others", value: others.map(otherText) },
    { key: "nearest", value: nearest.map(nearText) },
    { key: "notes", value: notes },
    { key: "log", value: match === undefined ? log : [] },
  ];
}

function messageOf(endpoint: string | null, { match }: Answer, identification: Identification): string {
  const taken =
    match === undefined ? "no endpoint takes the request" : `endpoint "${match.endpoint}" takes the request`;
  if (endpoint === null || identification.endpoints.has(endpoint)) return taken;
  if (identification.dropped("endpoint").some(({ id }) => id === endpoint))
    return `${taken}; Asterisk drops endpoint "${endpoint}" for a mistake that lint tells`;
  const near = closest(endpoint, identification.endpoints.keys());
  return `${taken}; there is no endpoint "${endpoint}"${near === undefined ? "" : ` (did you mean "${near}"?)`}`;
}
