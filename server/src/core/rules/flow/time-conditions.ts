// Every time condition of a dialplan: of include, GotoIfTime, ExecIfTime and IFTIME, as far as it is written out.

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import { parseTiming, type Timing } from "../../dialplan/timing/parse-timing.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { sitesThat } from "../application/calls.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { Fix } from "../rule.ts";

export interface TimeCondition {
  readonly text: string;
  readonly timing: Timing;
  readonly option: ConfigOption;
  /** Where the text begins in the option's value. */
  readonly start: number;
  /** Whether Asterisk looks at it when it loads the file, and not when a call comes. */
  readonly atLoad: boolean;
  /** What happens where it is never true. */
  readonly never: string;
}

const applications: ReadonlyMap<string, string> = new Map([
  ["gotoiftime", "the call never takes the first branch"],
  ["execiftime", "the application never runs"],
]);

const timed = sitesThat(({ name }) => applications.has(name));

export const timeConditions: PerDialplan<readonly TimeCondition[]> = perDialplan(findConditions);

function findConditions(dialplan: Dialplan, installation: Installation): TimeCondition[] {
  const found: TimeCondition[] = [];
  const add = adder(found);
  const seen = new Set<ConfigOption>();
  for (const { includes } of dialplan.contexts.values()) {
    for (const { times, context, option } of includes) {
      if (times === undefined || seen.has(option)) continue;
      seen.add(option);
      const start = option.value.length - times.length;
      if (start <= 0 || !option.value.endsWith(times)) continue;
      const never = `context "${context}" is never included`;
      add(option, start, times, true, never);
    }
  }
  for (const { call, line } of timed(dialplan, installation)) {
    const never = applications.get(call.name);
    if (never !== undefined && call.arguments.length > 1)
      addArgument(add, line.step.option, call.arguments[0], never);
  }
  for (const line of installation.steps(dialplan).withFunctions) {
    for (const use of line.functions) {
      if (use.name === "IFTIME" && use.arguments.length > 1)
        addArgument(add, line.step.option, use.arguments[0], "the result is never the first text");
    }
  }
  return found;
}

type Add = (option: ConfigOption, start: number, text: string, atLoad: boolean, never: string) => void;

/** Adds conditions. The hours of a company stand in many places, and are read once. */
function adder(found: TimeCondition[]): Add {
  const known = new Map<string, Timing | undefined>();
  const read = (text: string): Timing | undefined => {
    if (text.includes("$")) return undefined;
    let timing = known.get(text);
    if (timing === undefined) {
      timing = parseTiming(text);
      known.set(text, timing);
    }
    return timing;
  };
  return (option, start, text, atLoad, never) => {
    const timing = read(text);
    if (timing !== undefined) found.push({ text, timing, option, start, atLoad, never });
  };
}

function addArgument(add: Add, option: ConfigOption, argument: Argument | undefined, never: string): void {
  if (argument?.value !== undefined && argument.value === argument.raw)
    add(option, argument.start, argument.raw, false, never);
}

export function placeIn({ option, start }: TimeCondition, from: number, to: number): Place {
  return valuePlace(option, start + from, start + to);
}

/** A fix that puts another text in the place of a piece of the condition. */
export function changed(
  { option, start }: TimeCondition,
  from: number,
  to: number,
  text: string,
  safe: boolean,
): readonly Fix[] {
  const place = pieceOf(option, start + from, start + to);
  return writtenAt(place, text, `Change to "${text}"`, safe);
}
