// The options of calls, for the rules that look at their letters.

import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { type OptionUse, readOptions } from "../../dialplan/step/option-letters.ts";
import { constantText, type Part } from "../../dialplan/substitution/text.ts";
import type { PerDialplan } from "../../workspace/per-dialplan.ts";
import { type CalledApplication, type CallSite, perCall } from "./calls.ts";

/** The option string of a call. */
export interface OptionSite {
  readonly site: CallSite;
  readonly argument: Argument;
  /** Those that no substitution before them makes uncertain. */
  readonly options: readonly OptionUse[];
}

/** These read their letters by themselves, and say nothing of others. */
const readThemselves: ReadonlySet<string> = new Set([
  "sms",
  "externalivr",
  "originate",
  "forkcdr",
  "waitexten",
]);

/** Every string of option letters in a dialplan. */
export const optionSites: PerDialplan<readonly OptionSite[]> = perCall(readsOptions, undefined, (sites) => {
  const found: OptionSite[] = [];
  for (const site of sites) {
    const { call, spec } = site;
    const argument = optionsOf(site);
    if (spec === undefined || argument === undefined) continue;
    const options = certainOptions(call, argument, spec);
    if (options.length > 0) found.push({ site, argument, options });
  }
  return found;
});

/** A call is the same object for as long as its text is the same, and belongs to one version of Asterisk. */
const known = new WeakMap<Call, readonly OptionUse[]>();

function certainOptions(call: Call, argument: Argument, spec: ApplicationSpec): readonly OptionUse[] {
  let options = known.get(call);
  if (options === undefined) {
    options = readOptions(call.source, argument, spec).filter(({ certain }) => certain);
    known.set(call, options);
  }
  return options;
}

function readsOptions({ name, spec }: CalledApplication): boolean {
  return spec !== undefined && spec.options.length > 0 && !readThemselves.has(name);
}

function optionsOf({ call, spec }: CallSite): Argument | undefined {
  const index = spec?.arguments.findIndex(({ kind }) => kind === "options") ?? -1;
  const argument = call.arguments[index];
  return argument === undefined || !isCertain(call, index) || argument.start >= argument.end
    ? undefined
    : argument;
}

/** Whether an argument is the one that it seems to be: what stands before it and yields commas makes it another. */
function isCertain(call: Call, index: number): boolean {
  return (
    index < call.certain ||
    call.arguments.slice(0, index).every(({ text }) => text.parts.every((part) => isOnePiece(call, part)))
  );
}

/** What was dialled, and what a subroutine was given, are one argument. */
function isOnePiece({ source }: Call, part: Part): boolean {
  if (part.kind !== "variable") return part.kind === "literal";
  return /^(?:EXTEN|ARG\d+)$/.test(constantText(source, part.name) ?? "");
}
