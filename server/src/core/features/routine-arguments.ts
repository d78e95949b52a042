// What a subroutine does with the arguments that a call hands over: which of its steps read them.

import { findExtension } from "../dialplan/lookup.ts";
import type { Step } from "../dialplan/model.ts";
import { maskLine } from "../text/secrets.ts";
import type { StepAt } from "./cursor/model.ts";
import { code } from "./markdown.ts";
import { placeText } from "./places.ts";
import { dialplanOf } from "./step-places.ts";
import type { Subject } from "./subject.ts";

const read = /\$\{(?:LOCAL\()?ARG([1-9]\d?)\)?[:}]/g;

/**
 * The first step that reads each argument, by its number, from where a call enters at; `location`:
 * "context,extension,priority", of which the front may be left out. Empty where it is not known or nothing is read.
 */
export function argumentsRead(
  subject: Subject,
  { context, extension }: StepAt,
  location: string,
): ReadonlyMap<number, Step> {
  const found = new Map<number, Step>();
  const parts = location.split(",").map((part) => part.trim());
  const priority = parts.pop() ?? "";
  const where = { extension: parts.pop() ?? extension, context: parts.pop() ?? context };
  if (where.context === undefined || where.extension === undefined || location.includes("$")) return found;
  const wanted = /^\d{1,9}$/.test(priority) ? Number(priority) : priority;
  const target = findExtension(dialplanOf(subject), {
    context: where.context,
    extension: where.extension,
    priority: wanted,
  }).found;
  for (const { number, step } of target?.extension.priorities ?? []) {
    if (target === undefined || number < target.priority.number) continue;
    for (const match of step.data.text.matchAll(read)) {
      const index = Number(match[1]);
      if (!found.has(index)) found.set(index, step);
    }
  }
  return found;
}

/** "`${ARG1}` of the subroutine, first read in extensions.conf:4: `Dial(${ARG1})`" */
export function routineArgument(reads: ReadonlyMap<number, Step>, index: number): string {
  const step = reads.get(index);
  const own = `${code(`\${ARG${index}}`)} of the subroutine`;
  if (step === undefined) return own;
  return `${own}, first read in ${placeText(step.option)}: ${code(stepText(step))}`;
}

/** A step as it is written, without secrets. */
export function stepText({ application, data, parentheses }: Step): string {
  return maskLine(parentheses === "none" ? application.text : `${application.text}(${data.text})`);
}
