import type { ArgumentSpec } from "../../catalog/dialplan-spec.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { type CalledApplication, type CallSite, sitesThat } from "./calls.ts";
import { optionsInNumber } from "./misplaced-options.ts";
import { placeOf, rewritten } from "./places.ts";

export const invalidArgument: DialplanRule = {
  id: "application/invalid-argument",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Argument that is not one of the words, or not a number, that the application takes",
  *check(dialplan, { installation }) {
    for (const site of mistaken(dialplan, installation)) yield* findingsOf(site);
  },
};

const mistaken = sitesThat(takesWords, (site) => findingsOf(site).length > 0);

/** Whether it takes words or numbers at all. */
function takesWords({ spec, known }: CalledApplication): boolean {
  return (
    spec !== undefined && known?.arguments.some((each) => each.kind === "enum" || isNumber(each)) === true
  );
}

const none: readonly Finding[] = [];

function findingsOf(site: CallSite): readonly Finding[] {
  const { certain, arguments: given } = site.call;
  let found = none;
  for (let index = 0; index < given.length && index < certain; index++) {
    const finding = findingOf(site, index);
    if (finding !== undefined) found = [...found, finding];
  }
  return found;
}

function findingOf(site: CallSite, index: number): Finding | undefined {
  const argument = site.call.arguments[index];
  const spec = argument?.spec;
  if (argument === undefined || spec === undefined || (spec.kind !== "enum" && !isNumber(spec)))
    return undefined;
  const value = argument.value?.trim();
  if (value === undefined || value === "") return undefined;
  const name = site.spec?.name ?? "";
  if (spec.kind === "enum" && spec.otherValues !== true && spec.values !== undefined) {
    if (spec.values.some((word) => asciiLower(word) === asciiLower(value))) return undefined;
    const near = closest(value, spec.values);
    const list = spec.values.slice(0, 12).join(", ");
    return {
      ...placeOf(site.line, argument),
      message: `${name} takes no ${spec.name} ${quoted(value)}${near === undefined ? "" : ` (did you mean ${quoted(near)}?)`}, only ${list}`,
      fixes:
        near === undefined ? [] : rewritten(site.line, argument, near, `Change to ${quoted(near)}`, false),
    };
  }
  if (!isNumber(spec) || /^[-+]?\.?\d/.test(value) || !wantsNumber(site, index)) return undefined;
  return {
    ...placeOf(site.line, argument),
    message: `The argument "${spec.name}" of ${name} is to be a number: Asterisk cannot read ${quoted(value)} as one, and takes 0 or what holds without it`,
  };
}

function isNumber({ kind }: ArgumentSpec): boolean {
  return kind === "seconds" || kind === "milliseconds" || kind === "number";
}

/** Verbose takes a text alone for its message; what a comma too few makes is another rule's. */
function wantsNumber(site: CallSite, index: number): boolean {
  if (site.call.name === "verbose" && site.call.arguments.length === 1) return false;
  if (site.call.name === "retrydial" || site.call.name === "waitforcondition") return false;
  return optionsInNumber(site)?.start !== site.call.arguments[index]?.start;
}
