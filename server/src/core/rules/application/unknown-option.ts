import type { OptionUse } from "../../dialplan/step/option-letters.ts";
import { quoted } from "../pjsip/words.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import type { CallSite } from "./calls.ts";
import { isOfOtherVersion } from "./option-not-in-version.ts";
import { optionSites } from "./options.ts";
import { placeOf, rewritten } from "./places.ts";

export const unknownOption: DialplanRule = {
  id: "application/unknown-option",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Option letter that the application does not have",
  *check(dialplan, { installation }) {
    for (const { site, options } of optionSites(dialplan, installation)) {
      const unknown = options.filter(
        ({ letter, known }) => !known && !/\s/.test(letter) && !isOfOtherVersion(site, letter, installation),
      );
      const [first] = unknown;
      if (first === undefined) continue;
      if (unknown.every(({ letter }) => letter === ")")) {
        yield tooMany(site, first);
        continue;
      }
      const letters = [...new Set(unknown.map(({ letter }) => letter))];
      const what =
        letters.length === 1
          ? `no option ${quoted(first.letter)}`
          : `none of the options ${letters.map((letter) => quoted(letter)).join(", ")}`;
      yield {
        ...placeOf(site.line, { start: first.start, end: first.end }),
        message: `${site.spec?.name ?? ""} has ${what}: Asterisk logs that and ignores ${letters.length === 1 ? "it" : "them"}`,
        runtimeLog: letters
          .filter((letter) => letter < "\x7f")
          .map((letter) => `Unrecognized option: '${letter}'`),
      };
    }
  },
};

/** Asterisk ignores it already, so that nothing changes where it is removed. */
function tooMany({ line, spec }: CallSite, { start, end }: OptionUse): Finding {
  return {
    ...placeOf(line, { start, end }),
    message: `There is one ")" too many behind the options of ${spec?.name ?? ""}: Asterisk logs it as an unknown option and ignores it`,
    runtimeLog: ["Unrecognized option: ')'"],
    fixes: rewritten(line, { start, end }, "", "Remove it", true),
  };
}
