import { priorityOf } from "../../dialplan/extension-index.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { linesThat } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

/** Applications that went to their own priority plus 101 when they failed, up to Asterisk 1.4. */
const jumped: ReadonlySet<string> = new Set(
  [
    "dial",
    "voicemail",
    "voicemailmain",
    "queue",
    "playback",
    "background",
    "chanisavail",
    "meetme",
    "read",
  ].concat(
    ["authenticate", "system", "trysystem", "record", "transfer", "sendtext", "sendimage", "addqueuemember"],
    ["removequeuemember", "pausequeuemember", "unpausequeuemember", "agi", "privacymanager", "directory"],
    [
      "lookupblacklist",
      "mailboxexists",
      "hasvoicemail",
      "hasnewvoicemail",
      "checkgroup",
      "dbget",
      "md5check",
    ],
  ),
);

/** Lines that can be such a priority. */
const late = linesThat(
  ({ lines }) => lines,
  ({ place }) => place.number > 101 && place.label === undefined,
);

export const priorityJumping: DialplanRule = {
  id: "leftover/priority-jumping",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Priority n+101, to which no application goes any more",
  *check(dialplan, { installation }) {
    const steps = installation.steps(dialplan);
    const candidates: { line: StepLine; from: StepLine; number: number }[] = [];
    for (const line of late(steps)) {
      const { extension, number } = line.place;
      if (priorityOf(extension, number - 1) !== undefined) continue;
      const before = priorityOf(extension, number - 101);
      const from = before === undefined ? undefined : steps.lineOf(before);
      if (from?.call !== undefined && jumped.has(from.call.name)) candidates.push({ line, from, number });
    }
    if (candidates.length === 0) return;
    const reached = new Set(steps.jumping.flatMap(({ jumps }) => jumps.map(({ target }) => target?.number)));
    for (const { line, from, number } of candidates) {
      if (reached.has(number)) continue;
      yield {
        ...placeOf(line, line.step.priority),
        message: `Up to Asterisk 1.4 ${quoted(from.step.application.text)} in ${lineOf(from.step.option, line.step.option.file)} went to priority ${number} when it failed: it goes on with the next priority now, and nothing comes here`,
      };
    }
  },
};
