import { mostArguments } from "../../dialplan/step/call.ts";
import { type CalledApplication, type CallSite, sitesThat } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const pipeAsSeparator: DialplanRule = {
  id: "leftover/pipe-as-separator",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Arguments separated by | as before Asterisk 1.6",
  *check(dialplan, { installation }) {
    for (const site of mistaken(dialplan, installation)) {
      const { call, line } = site;
      const { start, end, parts } = call.data;
      let text = "";
      for (const part of parts) {
        const piece = call.source.slice(part.start, part.end);
        text += part.kind === "literal" ? piece.replaceAll("|", ",") : piece;
      }
      yield {
        ...placeOf(line, call.data),
        message: `"|" separates no arguments: Asterisk takes all of ${quoted(call.source.slice(start, end))} for one; write ","`,
        fixes: rewritten(line, call.data, text, 'Write "," for "|"', call.name !== "verbose"),
      };
    }
  },
};

const mistaken = sitesThat(mayHaveSeveral, (site) => !site.inner && hasPipes(site));

/** Kinds of a first argument in which nobody writes a "|". */
const plainKinds: ReadonlySet<string> = new Set(
  [
    "dialstring",
    "sound-file",
    "recording-file",
    "fax-file",
    "queue",
    "voicemail-mailbox",
    "voicemail-context",
  ].concat(
    [
      "dialplan-context",
      "dialplan-extension",
      "dialplan-priority",
      "meetme-conference",
      "moh-class",
      "agi-command",
    ],
    [
      "seconds",
      "milliseconds",
      "number",
      "variable-name",
      "confbridge-conference",
      "channel-prefix",
      "password",
    ],
    ["followme-profile", "parking-lot", "queue-interface", "epoch", "digits"],
  ),
);

const branching: ReadonlySet<string> = new Set(["gotoif", "gosubif", "gotoiftime"]);

/** Whether a "|" stands where a comma is expected, and no comma anywhere. */
export function hasPipes({ call, spec }: Pick<CallSite, "call" | "spec">): boolean {
  if (!call.source.includes("|") || !mayHaveSeveral({ name: call.name, spec })) return false;
  // Its message alone may hold a "|"; the level is a digit.
  if (call.name === "verbose" && !/^\d+\|/.test(call.source.slice(call.data.start, call.data.end)))
    return false;
  let pipes = false;
  // A "|" in the condition of GotoIf is an operator of it, and one between times means the same as a comma.
  let place = !branching.has(call.name);
  for (const part of call.data.parts) {
    if (part.kind !== "literal") continue;
    const text = call.source.slice(part.start, part.end);
    if (text.includes(",")) return false;
    const question = place ? 0 : text.indexOf("?");
    if (question < 0) continue;
    place = true;
    pipes ||= text.includes("|", question);
  }
  return pipes;
}

function mayHaveSeveral({ name, spec }: Pick<CalledApplication, "name" | "spec">): boolean {
  if (spec === undefined) return false;
  if (branching.has(name)) return true;
  const [first] = spec.arguments;
  return (
    first !== undefined &&
    spec.separator === undefined &&
    mostArguments(spec.arguments) > 1 &&
    plainKinds.has(first.kind)
  );
}
