import { placeOf } from "../application/places.ts";
import type { InstallationRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { nameOf, usedNames } from "./names.ts";

export const missingScript: InstallationRule = {
  id: "elsewhere/missing-script",
  on: "installation",
  effect: "call-fails",
  summary: "AGI script that is not where Asterisk looks for it",
  *check(installation) {
    const { scriptExists } = installation.elsewhere();
    for (const used of usedNames(installation, "agi-command")) {
      const name = nameOf(used);
      if (name === undefined || /[\s:]/.test(name) || scriptExists(name) !== false) continue;
      yield {
        ...placeOf(used.line, used.known),
        message: `The installation has no AGI script ${quotedPiece(name)}: AGISTATUS is NOTFOUND and nothing runs`,
        runtimeLog: [
          `Failed to execute '${name.startsWith("/") ? name : `<directory>/${name}`}': File does not exist.`,
        ],
      };
    }
  },
};
