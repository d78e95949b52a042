import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { optionSites } from "./options.ts";
import { placeOf, rewritten } from "./places.ts";

export const unclosedOption: DialplanRule = {
  id: "application/unclosed-option",
  on: "dialplan",
  effect: "call-fails",
  summary: "Option whose parenthesis is not closed",
  *check(dialplan, { installation }) {
    for (const { site, argument, options } of optionSites(dialplan, installation)) {
      const open = options.find(({ fault }) => fault === "unclosed");
      if (open === undefined || site.line.step.parentheses !== "closed") continue;
      const { line, call, inner, spec } = site;
      const last = argument.end === call.data.end && !inner;
      const whole = call.source.slice(line.step.restStart).trim() === "";
      const given = call.source.slice(open.argument?.start ?? open.end, argument.end);
      const hangsUp = call.name === "dial" || call.name === "retrydial";
      yield {
        ...placeOf(line, { start: open.start, end: open.end }),
        message: `Nothing closes the parenthesis of option ${quoted(open.letter)} of ${spec?.name ?? ""}: ${hangsUp ? "Asterisk dials nobody and hangs up" : "Asterisk ignores the option and all that follow it, or refuses the call"}`,
        runtimeLog:
          open.argument?.parts.every(({ kind }) => kind === "literal") === true
            ? [`Missing closing parenthesis for argument '${open.letter}' in string '${given}'`]
            : [],
        fixes:
          last && whole
            ? rewritten(line, { start: argument.end, end: argument.end }, ")", 'Add ")"', true)
            : [],
        ...(hangsUp ? {} : { effect: "works-otherwise" as const }),
      };
    }
  },
};
