import { formatVersion } from "../../catalog/version.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionsOfOtherVersions } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const functionNotInVersion: DialplanRule = {
  id: "function/function-not-in-version",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that only newer versions of Asterisk have",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    for (const { option, use, name, other } of functionsOfOtherVersions(dialplan, installation)) {
      if (other.removedIn !== undefined && other.removedIn <= version.major) continue;
      const major = other.presentIn.find((each) => each > version.major);
      const first = other.introduced?.[String(version.major)] ?? other.introduced?.[String(major)] ?? major;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `Asterisk ${formatVersion(version)} has no function ${quoted(name)}${first === undefined ? "" : ` (it came with ${first})`}: ${consequence(use)}`,
        runtimeLog: notRegistered(name),
      };
    }
  },
};
