import { placeOf, rewritten } from "../application/places.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { outcomeOf } from "./words.ts";

export const contextAsExtension: DialplanRule = {
  id: "jump/context-as-extension",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to a context that leaves out the extension or the priority",
  *check(dialplan, context) {
    for (const broken of brokenJumps(dialplan, context)) {
      const { line, jump, meant } = broken;
      if (broken.mistake !== "context-as-extension" || meant === undefined) continue;
      const { effect, text, log } = outcomeOf(broken, dialplan);
      const [name = ""] = meant.split(",");
      const role = jump.extension === undefined ? "a label" : "an extension";
      const target = { start: jump.start, end: jump.priority?.end ?? jump.end };
      yield {
        ...placeOf(line, target),
        message: `Asterisk takes ${quoted(name)} for ${role} here, not for the context of that name: ${text}`,
        effect,
        runtimeLog: log,
        fixes: rewritten(line, target, meant, `Change to ${quoted(meant)}`, false),
      };
    }
  },
};
