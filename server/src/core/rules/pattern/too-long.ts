import { languageOf } from "../../dialplan/pattern/matches.ts";
import { byteText } from "../../dialplan/pattern/parse-pattern.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { extensionsNamed, namedExtensions, placeInName } from "./names.ts";

/** What a channel holds of the extension in which it is. */
const longest = 79;

function isLong(name: string): boolean {
  return name.length * 3 > longest && byteText(name).length > longest;
}

const longNames = extensionsNamed(isLong);

export const tooLong: DialplanRule = {
  id: "pattern/too-long",
  on: "dialplan",
  effect: "call-fails",
  summary: "Name that is longer than the extension of any call",
  *check(dialplan, { installation }) {
    for (const named of namedExtensions(longNames, dialplan, installation)) {
      const { name } = named.extension;
      const count = languageOf(name).positions.length;
      if (count <= longest) continue;
      yield {
        ...placeInName(named, 0, name.length),
        message: `Asterisk keeps ${longest} bytes of the extension that a call is in, and ${quoted(name)} asks for ${count}: no call fits`,
      };
    }
  },
};
