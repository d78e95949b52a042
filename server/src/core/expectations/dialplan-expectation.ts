// The test `{context, number, callerId?, time?, expect}`: a number that is called in a context, and the extension that
// should run.

import { answerCall, type CallAnswer } from "../dialplan/call.ts";
import { doubtText, extensionText, lackText, rivalText, wayTexts } from "../dialplan/call-words.ts";
import type { Dialplan } from "../dialplan/model.ts";
import { extensionKey } from "../dialplan/pattern/compare.ts";
import { storedCallerId } from "../dialplan/pattern/normal-name.ts";
import type { Candidate } from "../dialplan/search.ts";
import { type Moment, momentForms, parseMoment } from "../dialplan/timing/moment.ts";
import type { Installation } from "../workspace/installation.ts";
import { contextsElsewhere } from "../workspace/names.ts";
import type { Detail, ExpectationFacts, ExpectationKind, Outcome } from "./expectation.ts";
import type { YamlReader } from "./yaml-reader.ts";

export interface DialplanExpectation extends ExpectationFacts {
  readonly kind: "dialplan";
  readonly context: string;
  readonly number: string;
  /** "": the caller has no number; undefined: it must not matter. */
  readonly callerId: string | undefined;
  readonly time: { readonly text: string; readonly moment: Moment } | undefined;
  /** `null`: no extension. */
  readonly runs: ExpectedExtension | null;
}

export interface ExpectedExtension {
  readonly context: string;
  /** With "/CALLERID" where it is to be the one for that caller. */
  readonly extension: string;
}

export const dialplanKind: ExpectationKind<DialplanExpectation> = {
  mark: "context",
  keys: ["name", "context", "number", "callerId", "time", "expect"],
  required: ["context", "number", "expect"],
  read(fields, facts, reader) {
    const text = (key: string): string | undefined =>
      fields.has(key) ? reader.text(fields.get(key), `"${key}"`) : undefined;
    const [context, number, callerId] = [text("context"), text("number"), text("callerId")];
    const time = fields.has("time") ? timeOf(fields.get("time"), reader) : undefined;
    const runs = fields.has("expect") ? expectedOf(fields.get("expect"), reader) : undefined;
    if (context === undefined || number === undefined || runs === undefined) return undefined;
    return { kind: "dialplan", ...facts, context, number, callerId, time, runs };
  },
};

function timeOf(node: unknown, reader: YamlReader): DialplanExpectation["time"] {
  const text = reader.text(node, `"time"`);
  if (text === undefined) return undefined;
  const moment = parseMoment(text);
  if (moment === undefined) reader.fault(node, `"time" has to be ${momentForms}`);
  return moment === undefined ? undefined : { text, moment };
}

function expectedOf(node: unknown, reader: YamlReader): ExpectedExtension | null | undefined {
  if (reader.isNull(node)) return null;
  const expected = reader.map(node, `"expect"`, ["context", "extension"], ["context", "extension"]);
  if (expected?.context === undefined || expected.extension === undefined) return undefined;
  const context = reader.text(expected.context, `"context"`);
  const extension = reader.text(expected.extension, `"extension"`);
  return context === undefined || extension === undefined ? undefined : { context, extension };
}

export function runDialplan(expectation: DialplanExpectation, installation: Installation): Outcome {
  const { name, line, context, number, callerId, time, runs } = expectation;
  const dialplan = installation.dialplan();
  const title =
    name ?? `${callText(expectation)} ${runs === null ? "runs nothing" : `runs ${expectedText(runs)}`}`;
  if (dialplan.load.outcome !== "loaded")
    return { line, passed: false, name: title, details: () => noDialplan };
  const answer = answerCall(
    dialplan,
    { context, extension: number, callerId, moment: time?.moment },
    contextsElsewhere(installation),
  );
  return {
    line,
    passed: isAsExpected(answer, runs),
    name: title,
    details: () => detailsOf(expectation, answer, dialplan),
  };
}

const noDialplan: readonly Detail[] = [
  {
    key: "message",
    value: "Asterisk has no dialplan: it does not load extensions.conf, for a mistake that lint tells",
  },
];

/** Everything that may run has to be what is expected. */
function isAsExpected({ lookup, unseen }: CallAnswer, expected: ExpectedExtension | null): boolean {
  const { found, doubts, kind } = lookup;
  // That nothing runs in a context that does not exist is a mistake in the test.
  if (expected === null) return kind === "not-found" && lookup.lacking !== "context" && unseen.length === 0;
  const possible = found === undefined ? doubts : [...doubts, found];
  return found !== undefined && possible.every((met) => met.kind === "extension" && isSame(met, expected));
}

/** Any spelling of the extension will do; without "/CALLERID" it is the one for all callers. */
function isSame({ context, extension }: Candidate, expected: ExpectedExtension): boolean {
  const [name = "", ...callerId] = expected.extension.split("/");
  const wanted = callerId.length === 0 ? undefined : storedCallerId(callerId.join("/"));
  const isIt = extensionKey(extension.name, extension.callerId) === extensionKey(name, wanted);
  return isIt && context.name === expected.context;
}

function detailsOf(
  expectation: DialplanExpectation,
  answer: CallAnswer,
  dialplan: Dialplan,
): readonly Detail[] {
  const { runs, lookup, others } = answer;
  const actual = runs === undefined ? null : shownText(runs.context.name, runs.extension.shown);
  const lost = others.filter(({ fate }) => fate !== "might-run" && fate !== "asked-first");
  return [
    { key: "message", value: messageOf(expectation, answer, dialplan) },
    { key: "call", value: callText(expectation) },
    { key: "expected", value: expectation.runs === null ? null : expectedText(expectation.runs) },
    { key: "actual", value: actual },
    { key: "by", value: runs === undefined ? [] : wayTexts(runs) },
    { key: "doubts", value: lookup.doubts.map(doubtText) },
    { key: "others", value: lost.map((rival) => rivalText(rival, runs)) },
  ];
}

function messageOf(expectation: DialplanExpectation, answer: CallAnswer, dialplan: Dialplan): string {
  const { runs, certain, lookup } = answer;
  if (!certain && lookup.doubts.length > 0) {
    const unsaid = [
      ...(expectation.callerId === undefined ? ['"callerId"'] : []),
      ...(expectation.time === undefined ? ['"time"'] : []),
    ].filter((key) =>
      lookup.doubts.some(({ open }) => open.some(({ kind }) => keyOfCondition[kind] === key)),
    );
    const advice = unsaid.length === 0 ? "" : `; say ${unsaid.join(" and ")}`;
    return `it is not certain what runs${advice}`;
  }
  if (runs === undefined) return lackText(answer, dialplan);
  const expected = expectation.runs?.context;
  const known = expected === undefined || dialplan.contexts.has(expected);
  return `${extensionText(runs)} runs${known ? "" : `; there is no context "${expected}"`}`;
}

const keyOfCondition: Readonly<Record<string, string>> = { caller: '"callerId"', time: '"time"' };

function callText({ context, number, callerId, time }: DialplanExpectation): string {
  const caller =
    callerId === undefined ? "" : callerId === "" ? " without caller number" : ` from ${callerId}`;
  return `${number} in [${context}]${caller}${time === undefined ? "" : ` at ${time.text}`}`;
}

function expectedText({ context, extension }: ExpectedExtension): string {
  return shownText(context, extension);
}

function shownText(context: string, extension: string): string {
  return `${extension} in [${context}]`;
}
