import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { optionSites } from "./options.ts";
import { placeOf } from "./places.ts";

export const missingOptionArgument: DialplanRule = {
  id: "application/missing-option-argument",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Option without the argument that it needs",
  *check(dialplan, { installation }) {
    for (const { site, options } of optionSites(dialplan, installation)) {
      for (const { letter, spec, start, end, argument } of options) {
        if (hasDefault(site.call.name, letter)) continue;
        if (spec?.argumentRequired !== true || (argument !== undefined && argument.start < argument.end))
          continue;
        const names = spec.argumentNames?.join(spec.argumentSeparator ?? ",") ?? "...";
        yield {
          ...placeOf(site.line, { start, end }),
          message: `Option ${quoted(letter)} of ${site.spec?.name ?? ""} needs an argument in parentheses, "${letter}(${names})": it does not work without one`,
        };
      }
    }
  },
};

/** Whether the option works without its argument, whatever its documentation says. */
function hasDefault(application: string, letter: string): boolean {
  if (application === "queue") return letter === "F";
  if (application === "voicemailmain") return letter === "a";
  return application === "directory";
}
