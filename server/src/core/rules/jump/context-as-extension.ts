import { type Offsets, placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { type BrokenJump, brokenJumps } from "./broken-jumps.ts";
import { outcomeOf } from "./words.ts";

export const contextAsExtension: DialplanRule = {
  id: "jump/context-as-extension",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to a context that leaves out the extension or the priority",
  *check(dialplan, context) {
    for (const broken of brokenJumps(dialplan, context.installation)) {
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
        fixes: corrected(broken, target, meant),
      };
    }
  },
};

/** The whole location in the place of the target; arguments that stand in the middle of it come to its end. */
function corrected({ line, jump }: BrokenJump, target: Offsets, meant: string): readonly Fix[] {
  const [, given = "", rest = ""] =
    /^(\([^()]*\))(.*)$/s.exec(line.step.option.value.slice(target.end, jump.end)) ?? [];
  if (rest === "") return rewritten(line, target, meant, `Change to ${quoted(meant)}`, false);
  if (!meant.endsWith(",s,1") || !/^ *(?:,s)?,1 *$/.test(rest)) return [];
  const text = `${meant}${given}`;
  const whole = { start: target.start, end: jump.end };
  return rewritten(line, whole, text, `Change to ${quoted(text)}`, false);
}
