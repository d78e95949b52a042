import { quoted } from "../pjsip/words.ts";
import type { DialplanRule } from "../rule.ts";
import { isOfOtherVersion } from "./option-not-in-version.ts";
import { optionSites } from "./options.ts";
import { placeOf } from "./places.ts";

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
