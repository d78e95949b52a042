import { priorityOf } from "../../dialplan/extension-index.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import type { NameUse } from "../../dialplan/step/references.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { constantText } from "../../dialplan/substitution/text.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { placeOf } from "../application/places.ts";
import { lostNames } from "../jump/doubts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { certainlyNext } from "./subroutines.ts";

export const headerNeverSent: DialplanRule = {
  id: "flow/header-never-sent",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "SIP header that is added to the channel of the caller",
  *check(dialplan, { installation }) {
    if (dialplan.partial) return;
    const steps = installation.steps(dialplan);
    let lost: ReadonlySet<string> | undefined;
    for (const line of steps.writing) {
      for (const { function: written } of line.writes) {
        if (written?.name !== "PJSIP_HEADER" || line.call === undefined) continue;
        const [action, header] = written.arguments.map(({ text }) => constantText(sourceOf(line), text));
        if (action?.trim().toLowerCase() !== "add" || isRead(header, readHeaders(dialplan, installation)))
          continue;
        lost ??= lostNames(dialplan);
        const dial = dialBehind(line, steps, lost);
        if (dial?.call === undefined) continue;
        const { application } = dial.call;
        const inheritable = installation.dialplanCatalog.functions.function("PJSIP_INHERITABLE_HEADER");
        const instead = inheritable === undefined ? "" : ", or write PJSIP_INHERITABLE_HEADER";
        yield {
          ...placeOf(line, written),
          message: `${header === undefined ? "this header" : quoted(header.trim())} is never sent: it is added to the channel that runs ${application.text}, on which no INVITE goes out; add it in a subroutine that the option b runs on the called channel${instead}`,
          related: [{ ...placeOf(dial, application), message: "what is called here is another channel" }],
        };
      }
    }
  },
};

function sourceOf({ call }: StepLine): string {
  return call?.source ?? "";
}

/**
 * The step that calls others, where nothing but that can follow: then the channel is none that Dial is about to call,
 * for which a header would be in time.
 */
function dialBehind(line: StepLine, steps: DialplanSteps, lost: ReadonlySet<string>): StepLine | undefined {
  const [place] = line.places;
  if (place === undefined || place.extension.unknown || lost.has(place.extension.name)) return undefined;
  const next = priorityOf(place.extension, place.number + 1);
  const found = next && certainlyNext(next, steps, ({ name }) => name === "dial" || name === "queue");
  return found?.names.some(isOfOthers) === true ? undefined : found;
}

/** What is called by way of Local or another technology has no place for the header on the channel that is called. */
function isOfOthers({ dial }: NameUse): boolean {
  return dial?.driver !== undefined && dial.driver !== "pjsip";
}

const mentioning = linesWithText(({ step }) => /PJSIP_HEADER/i.test(step.option.value));

const reading = /PJSIP_HEADER(?:S\(|\(\s*read\s*,([^),]*))/gi;

/** The headers that steps read, in lower case; undefined: any. */
const readHeaders: PerDialplan<ReadonlySet<string | undefined>> = perDialplan((dialplan, installation) => {
  const found = new Set<string | undefined>();
  for (const { step } of mentioning(installation.steps(dialplan))) {
    for (const [, name] of step.option.value.matchAll(reading)) {
      const read = name?.trim().toLowerCase();
      found.add(read === undefined || /[*$]/.test(read) ? undefined : read);
    }
  }
  return found;
});

/** Whether a step reads the header, which it gets as it was added, on the same channel. */
function isRead(header: string | undefined, read: ReadonlySet<string | undefined>): boolean {
  return header === undefined ? read.size > 0 : read.has(undefined) || read.has(header.trim().toLowerCase());
}
