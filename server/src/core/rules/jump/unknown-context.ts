import type { DialplanRule } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { findingAt, guessed, outcomeOf, renamed } from "./words.ts";

export const unknownJumpContext: DialplanRule = {
  id: "jump/unknown-context",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to a context that the dialplan does not have",
  *check(dialplan, context) {
    const broken = brokenJumps(dialplan, context.installation).filter(
      ({ mistake }) => mistake === "unknown-context",
    );
    const templates = new Set(
      dialplan.load.sections.filter(({ template }) => template).map(({ name }) => name),
    );
    const suggestions = new Suggestions(broken[0]?.targets.known ?? []);
    for (const jump of broken) {
      const { miss } = jump;
      const part = jump.jump.context;
      const { near, text } = guessed(miss.context, suggestions);
      const remark = templates.has(miss.context) ? ` ([${miss.context}] is a template only)` : text;
      const outcome = outcomeOf(jump, dialplan);
      const fixes = near === undefined || jump.jump.kind === "macro" ? [] : renamed(jump, part, near);
      yield findingAt(jump, part, `There is no context "${miss.context}"${remark}`, outcome, fixes);
    }
  },
};
