import { formatVersion } from "../../catalog/version.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionsOfOtherVersions, isOfChanSip } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const removedFunction: DialplanRule = {
  id: "function/removed-function",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that this version of Asterisk no longer has",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    for (const { option, use, name, other } of functionsOfOtherVersions(dialplan, installation)) {
      if (other.removedIn === undefined || other.removedIn > version.major || isOfChanSip(other)) continue;
      const instead = other.replacement === undefined ? "" : `; use ${other.replacement} instead`;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `Asterisk ${formatVersion(version)} has no function ${quoted(name)} any more (it went with ${other.removedIn}): ${consequence(use)}${instead}`,
        runtimeLog: notRegistered(name),
      };
    }
  },
};
