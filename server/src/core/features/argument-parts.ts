// Arguments that consist of parts of their own, each of which a signature shows: the branches behind the "?" of
// GotoIf, the fields of a time condition.

import type { ArgumentPart, ArgumentSpec, DialplanEntry } from "../catalog/dialplan-spec.ts";
import { kindPhrase } from "./documentation/argument-words.ts";

/** The parts that are shown one by one; empty where the argument is one thing. */
export function partsOf({ parts = [], partSeparator, separator }: ArgumentSpec): readonly ArgumentPart[] {
  const shown = (partSeparator === ":" || partSeparator === ",") && separator === undefined;
  return shown && parts.length > 1 ? parts : [];
}

/** Which part the end of `before` is in; what stands in brackets or quotes separates nothing. */
export function partIndex({ parts = [], partSeparator }: ArgumentSpec, before: string): number {
  let index = 0;
  let depth = 0;
  let quoted = false;
  for (const unit of before) {
    if (unit === '"') quoted = !quoted;
    else if ("([{".includes(unit)) depth++;
    else if (")]}".includes(unit)) depth = Math.max(0, depth - 1);
    else if (unit === partSeparator && depth === 0 && !quoted) index++;
  }
  return Math.min(index, Math.max(0, parts.length - 1));
}

/** "optional, `[[context,]extension,]priority`, for when the condition is true" */
export function partDocumentation(
  { arguments: all }: DialplanEntry,
  argument: ArgumentSpec,
  { name, required, kind }: ArgumentPart,
): string {
  const branch = /(true|false)$/.exec(name)?.[1];
  const own = argument.kind === "time-spec" ? timeFields[name] : undefined;
  const words = own ?? kindPhrase(kind ?? argument.kind);
  const when = all[0]?.kind === "time-spec" ? timeBranches : conditionBranches;
  const where = branch === undefined ? "" : `, for when ${when[branch]}`;
  return `${required ? "" : "optional, "}${words}${where}${required ? " (required)" : ""}`;
}

const conditionBranches: Readonly<Record<string, string>> = {
  true: "the condition is true",
  false: "the condition is false",
};

const timeBranches: Readonly<Record<string, string>> = {
  true: "the clock matches",
  false: "the clock does not match",
};

const timeFields: Readonly<Record<string, string>> = {
  times: "times of day such as `9:00-17:00`, or `*`",
  weekdays: "days of the week such as `mon-fri`, or `*`",
  mdays: "days of the month such as `1-7`, or `*`",
  months: "months such as `jan-mar`, or `*`",
  timezone: "time zone such as `Europe/Berlin`",
};
