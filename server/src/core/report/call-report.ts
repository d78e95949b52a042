// How the answer to "what happens when this number is called?" is shown, as text and as JSON.

import type { CallAnswer, CallStep } from "../dialplan/call.ts";
import {
  doubtText,
  extensionText,
  firstOption,
  includeText,
  lackText,
  placeOf,
  rivalText,
  stepName,
  stepNotes,
  stepText,
  wayTexts,
} from "../dialplan/call-words.ts";
import type { FoundExtension, Rival } from "../dialplan/lookup.ts";
import type { Dialplan } from "../dialplan/model.ts";
import { includesOf } from "../dialplan/search.ts";
import { shownInJson } from "../syntax/template/marks.ts";
import { printable } from "./printable.ts";
import type { Style } from "./style.ts";

/** `--format text`. */
export function callText(answer: CallAnswer, dialplan: Dialplan, style: Style): string {
  const { call, runs, certain, steps, others } = answer;
  const number = `"${printable(call.extension)}"`;
  const lines =
    runs === undefined
      ? [style.error(printable(lackText(answer, dialplan)))]
      : [
          `${number} in [${printable(call.context)}] ${certain ? "runs" : "may run"} ${style.bold(printable(extensionText(runs)))}`,
        ];
  const part = (title: string, texts: readonly string[]): void => {
    if (texts.length > 0) lines.push(`${title}:`, ...texts.map((text) => `  ${printable(text)}`));
  };
  if (runs !== undefined) part("By way of", wayTexts(runs));
  const doubtful =
    runs === undefined ? "Not certain, since this may answer" : "Not certain, since this may answer first";
  part(doubtful, answer.lookup.doubts.map(doubtText));
  part("Steps", stepLines(steps));
  const lost = others.filter(({ fate }) => fate !== "might-run" && fate !== "asked-first");
  part(
    "Would take it as well",
    lost.map((rival) => rivalText(rival, runs)),
  );
  return `${lines.join("\n")}\n`;
}

function stepLines(steps: readonly CallStep[]): string[] {
  const names = steps.map((step) => stepName(step));
  const width = Math.min(
    30,
    names.reduce((most, name) => Math.max(most, name.length), 0),
  );
  return steps.map((step, index) => {
    const { file, line } = placeOf(step.at.priority.step.option);
    const notes = [`${file}:${line}`, ...stepNotes(step)].join("; ");
    return `${(names[index] ?? "").padEnd(width)}  ${stepText(step.at.priority.step)}  (${notes})`;
  });
}

/** `--format json`. */
export function callJson(answer: CallAnswer, dialplan: Dialplan): string {
  const { call, lookup, runs, steps, others } = answer;
  const shown = {
    version: 1,
    context: call.context,
    number: call.extension,
    ...(call.callerId === undefined ? {} : { callerId: call.callerId }),
    result: resultOf(answer),
    runs: runs === undefined ? null : shownExtension(runs),
    ...(runs === undefined ? { message: lackText(answer, dialplan) } : {}),
    doubts: lookup.doubts.map(doubtText),
    steps: steps.map((step) => ({
      context: step.at.context.name,
      extension: step.at.extension.shown,
      priority: step.at.priority.number,
      ...(step.at.priority.label === undefined ? {} : { label: step.at.priority.label }),
      step: stepText(step.at.priority.step),
      ...placeOf(step.at.priority.step.option),
      elsewhere: step.elsewhere,
      uncertain: step.uncertain,
      afterEnd: step.afterEnd,
    })),
    others: others.map((rival) => ({ ...shownRival(rival), message: rivalText(rival, runs) })),
  };
  return `${shownInJson(JSON.stringify(shown))}\n`;
}

function resultOf({ runs, certain, unseen }: CallAnswer): string {
  if (runs === undefined) return unseen.length > 0 ? "uncertain" : "not-found";
  return certain ? "found" : "uncertain";
}

function shownRival({ met, fate }: Rival): object {
  return met.kind === "switch" ? { context: met.context.name, fate } : { ...shownExtension(met), fate };
}

function shownExtension(
  found: Pick<FoundExtension, "context" | "extension" | "path" | "open" | "against">,
): object {
  const option = firstOption(found.extension);
  return {
    context: found.context.name,
    extension: found.extension.shown,
    ...(option === undefined ? {} : placeOf(option)),
    includes: includesOf(found).map((include) => ({
      include: includeText(include),
      ...placeOf(include.option),
    })),
  };
}
