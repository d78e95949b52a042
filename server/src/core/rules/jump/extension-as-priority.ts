import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { outcomeOf } from "./words.ts";

export const extensionAsPriority: DialplanRule = {
  id: "jump/extension-as-priority",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to an extension that leaves out the priority",
  *check(dialplan, context) {
    for (const broken of brokenJumps(dialplan, context.installation)) {
      const { line, jump, miss, meant } = broken;
      if (broken.mistake !== "extension-as-priority" || meant === undefined) continue;
      const { effect, text, log } = outcomeOf(broken, dialplan);
      const target = { start: jump.start, end: jump.priority?.end ?? jump.end };
      const taken = typeof miss.priority === "number" ? "priority" : "label";
      const name = jump.priority?.value ?? "";
      yield {
        ...placeOf(line, target),
        message: `Asterisk takes ${quoted(name)} for a ${taken} of extension ${quoted(miss.place.extension.name)} here, not for the extension of that name: ${text}`,
        effect,
        runtimeLog: log,
        fixes: rewritten(line, target, meant, `Change to ${quoted(meant)}`, false),
      };
    }
  },
};
