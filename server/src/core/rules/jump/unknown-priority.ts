import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { findingAt, fromWhere, outcomeOf } from "./words.ts";

export const unknownPriority: DialplanRule = {
  id: "jump/unknown-priority",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to a priority that the extension does not have",
  *check(dialplan, context) {
    for (const jump of brokenJumps(dialplan, context.installation)) {
      const { miss } = jump;
      // An extension without a first priority is a mistake of its own.
      if (jump.mistake !== "unknown-priority" || Number(miss.priority) <= 1) continue;
      const message = `Extension ${quoted(miss.extension ?? "")} of context ${quoted(miss.context)} has no priority ${miss.priority}${fromWhere(jump)}`;
      yield findingAt(jump, jump.jump.priority, message, outcomeOf(jump, dialplan), []);
    }
  },
};
