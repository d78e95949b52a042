import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { brokenJumps } from "./broken-jumps.ts";
import { extensionsOf, reachOf } from "./reach.ts";
import { findingAt, fromWhere, guessed, maximumGuessed, outcomeOf, renamed } from "./words.ts";

export const unknownExtension: DialplanRule = {
  id: "jump/unknown-extension",
  on: "dialplan",
  effect: "call-fails",
  summary: "Jump to an extension that the context does not have",
  *check(dialplan, context) {
    const broken = brokenJumps(dialplan, context).filter(({ mistake }) => mistake === "unknown-extension");
    const reach = broken.length === 0 ? undefined : reachOf(dialplan, context.installation);
    for (const jump of broken) {
      const { miss } = jump;
      const part = jump.jump.extension;
      const closure = reach?.closure(miss.context);
      const name = miss.extension ?? "";
      const names =
        closure === undefined || broken.length > maximumGuessed
          ? []
          : extensionsOf(closure)
              .map((extension) => extension.name)
              .filter((other) => !other.startsWith("_"));
      const { near, text } = guessed(name, names);
      const others = (closure?.contexts.length ?? 0) > 1 ? ", with all that it includes," : "";
      const message = `Context ${quoted(miss.context)}${others} has no extension for ${quoted(name)}${text}${fromWhere(jump)}`;
      const fixes = near === undefined ? [] : renamed(jump, part, near);
      yield findingAt(jump, part, message, outcomeOf(jump, dialplan), fixes);
    }
  },
};
