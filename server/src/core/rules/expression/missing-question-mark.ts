import { constantText, type Part, type Text } from "../../dialplan/substitution/text.ts";
import { sitesThat } from "../application/calls.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import { functionSites } from "../function/sites.ts";
import type { DialplanRule, Finding, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { answersPlainly } from "./never-quoted.ts";

const branching = sitesThat(({ name }) => applications.has(name));

export const missingQuestionMark: DialplanRule = {
  id: "expression/missing-question-mark",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Condition without the question mark that its branches follow",
  *check(dialplan, { installation }) {
    for (const { line, call } of branching(dialplan, installation)) {
      const kind = applications.get(call.name);
      if (kind === undefined || hasMark(call.source, call.data, kind)) continue;
      // With a comma it is the old syntax of ExecIf.
      if (call.name === "execif" && call.arguments.length > 1) continue;
      const found = { option: line.step.option, source: call.source, text: call.data };
      yield finding(found, call.application.text, kind, "no branch is ever taken");
    }
    for (const { option, use, name } of functionSites(dialplan, installation)) {
      const kind = use.access === "read" ? functions.get(name) : undefined;
      // The mark separates the arguments.
      const text = kind === undefined || use.arguments.length > 1 ? undefined : use.arguments[0]?.text;
      if (kind === undefined || text === undefined || hasMark(option.value, text, kind)) continue;
      yield finding({ option, source: option.value, text }, name, kind, "the function yields nothing");
    }
  },
};

type Kind = "condition" | "time";

const applications: ReadonlyMap<string, Kind> = new Map([
  ["gotoif", "condition"],
  ["gosubif", "condition"],
  ["execif", "condition"],
  ["gotoiftime", "time"],
]);

const functions: ReadonlyMap<string, Kind> = new Map([
  ["IF", "condition"],
  ["IFTIME", "time"],
]);

interface Written {
  readonly option: Parameters<typeof placeIn>[0];
  readonly source: string;
  readonly text: Text;
}

/** Whether there is a question mark, or may be one in some call. */
function hasMark(source: string, { start, end, parts }: Text, kind: Kind): boolean {
  if (start >= end || parts.length === 0) return true;
  const first = parts.find(
    (part) => part.kind !== "literal" || source.slice(part.start, part.end).trim() !== "",
  );
  if (kind === "condition" && (first === undefined || first.kind === "literal")) return true;
  return parts.some((part) => mayBeMark(source, part));
}

function mayBeMark(source: string, part: Part): boolean {
  if (part.kind === "literal") return source.slice(part.start, part.end).includes("?");
  if (!part.closed) return true;
  if (part.kind === "expression") return !isTruth(source, part.body);
  return part.kind === "variable" || !answersPlainly(constantText(source, part.name));
}

/** Whether an expression compares, so that nothing but 0 or 1 comes out. */
function isTruth(source: string, { start, end, parts }: Text): boolean {
  const text = parts
    .map((part) => (part.kind === "literal" ? source.slice(part.start, part.end) : "x"))
    .join("");
  return (
    start < end &&
    !text.includes("?") &&
    !text.includes("::") &&
    /[=<>]/.test(text) &&
    !/=~|~~|[|&:]/.test(text)
  );
}

function finding(written: Written, of: string, kind: Kind, outcome: string): Finding {
  const { option, text } = written;
  const syntax = kind === "time" ? "time?branch" : "condition?branch";
  return {
    ...placeIn(option, text),
    message: `${of} has no "?" between its condition and its branches: ${outcome}; write ${quoted(`${of}(${syntax})`)}`,
    fixes: kind === "time" ? timeFix(written) : conditionFix(written),
  };
}

/** The mark behind the first substitution, in place of what somebody took for it. */
function conditionFix({ option, source, text: { end, parts } }: Written): readonly Fix[] {
  const at = parts.find(({ kind }) => kind !== "literal")?.end ?? end;
  const rest = source.slice(at, end);
  if (rest.trim() === "") return [];
  const taken = /^\s*(?:,|:(?=.*:))?\s*/.exec(rest)?.[0].length ?? 0;
  return changes(option, [{ start: at, end: at + taken, text: "?" }], 'Add "?"', false);
}

/** Behind the fourth field, where no timezone can be meant. */
function timeFix({ option, source, text: { start, end } }: Written): readonly Fix[] {
  const fields = source.slice(start, end).split(",");
  if (fields.length < 5 || fields.length > 7 || fields[4]?.includes("/") === true) return [];
  const at = start + fields.slice(0, 4).join(",").length;
  return changes(option, [{ start: at, end: at + 1, text: "?" }], 'Put "?" in the place of the comma', false);
}
