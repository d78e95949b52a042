import { variable as variableNamed } from "../../catalog/variables.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { linesWithText } from "../../workspace/per-context.ts";
import { placeOf } from "../application/places.ts";
import type { DialplanRule, RuleContext } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { chanSip, type LeftBehind, reports } from "./left-behind.ts";

export const sipVariable: DialplanRule = {
  id: "chan-sip/sip-variable",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable that only chan_sip set or read",
  *check(dialplan, context) {
    if (chanSip(context) === "gone") yield* reports([...places(dialplan, context)], "variable", context);
  },
};

function* places(dialplan: Dialplan, { installation }: RuleContext): Generator<LeftBehind> {
  const steps = installation.steps(dialplan);
  const suspects = naming(steps);
  if (suspects.length === 0) return;
  const { reading, writing } = steps;
  const read = new Set<string>();
  const written = new Set<string>(dialplan.globals.keys());
  for (const { reads } of reading) for (const { name } of reads) if (name !== undefined) read.add(name);
  for (const { writes } of writing)
    for (const { variable } of writes) if (variable !== undefined) written.add(variable);
  for (const line of suspects) {
    for (const { name, nameStart, nameEnd } of line.reads) {
      if (name === undefined || written.has(name)) continue;
      const found = leftBehind(name, "set");
      if (found !== undefined) yield { ...found, place: placeOf(line, { start: nameStart, end: nameEnd }) };
    }
    for (const { variable, nameStart, nameEnd } of line.writes) {
      if (variable === undefined || read.has(variable)) continue;
      const found = leftBehind(variable, "read");
      if (found !== undefined) yield { ...found, place: placeOf(line, { start: nameStart, end: nameEnd }) };
    }
  }
}

/** Lines with such a variable. */
const naming = linesWithText(
  ({ reads, writes }) =>
    reads.some(({ name }) => name !== undefined && names.test(name)) ||
    writes.some(({ variable }) => variable !== undefined && names.test(variable)),
);

/** RTPAUDIOQOS and its like are not among them: PJSIP sets them, too. */
const names = /^(?:SIP|ALERT_INFO$|VXML_URL$)/;

/** `chanSipDid`: whether chan_sip set the variable for the dialplan, or read what the dialplan set. */
function leftBehind(name: string, chanSipDid: "set" | "read"): Omit<LeftBehind, "place"> | undefined {
  const spec = names.test(name) ? variableNamed(name) : undefined;
  if (spec === undefined || spec.removedIn !== 21 || spec.kind !== chanSipDid) return undefined;
  const outcome = chanSipDid === "set" ? "nothing sets it" : "setting it has no effect";
  return {
    what: quotedPiece(name),
    outcome,
    instead: spec.replacement === undefined ? "" : `; instead there is ${spec.replacement}`,
    fixes: [],
  };
}
