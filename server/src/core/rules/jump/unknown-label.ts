import { findExtension } from "../../dialplan/lookup.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { DialplanRule } from "../rule.ts";
import { mostQuestions, Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import { type BrokenJump, brokenJumps } from "./broken-jumps.ts";
import { findingAt, fromWhere, guessed, outcomeOf, renamed } from "./words.ts";

export const unknownLabel: DialplanRule = {
  id: "jump/unknown-label",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to a label that the extension does not have",
  *check(dialplan, context) {
    const broken = brokenJumps(dialplan, context.installation).filter(
      ({ mistake }) => mistake === "unknown-label",
    );
    for (const jump of broken) {
      const { miss } = jump;
      const part = jump.jump.priority;
      const label = String(miss.priority);
      const suggestions = broken.length > mostQuestions ? undefined : new Suggestions(labels(jump, dialplan));
      const { near, text } = guessed(label, suggestions);
      const message = `Extension ${quoted(miss.extension ?? "")} of context ${quoted(miss.context)} has no label ${quoted(label)}${text}${fromWhere(jump)}`;
      const fixes = near === undefined ? [] : renamed(jump, part, near);
      yield findingAt(jump, part, message, outcomeOf(jump, dialplan), fixes);
    }
  },
};

/** The labels of the extension that is found. */
function labels({ jump, miss }: BrokenJump, dialplan: Dialplan): string[] {
  const own = jump.extension === undefined && jump.context === undefined;
  const { context, extension = "", place } = miss;
  const target = own
    ? place.extension
    : findExtension(dialplan, { context, extension, priority: 1 }).found?.extension;
  return (target?.priorities ?? []).flatMap(({ label }) => (label === undefined ? [] : [label]));
}
