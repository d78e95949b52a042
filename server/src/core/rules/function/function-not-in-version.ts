import { formatVersion } from "../../catalog/version.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { functionSites } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const functionNotInVersion: DialplanRule = {
  id: "function/function-not-in-version",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function that only newer versions of Asterisk have",
  *check(dialplan, { installation }) {
    const { version } = installation.settings;
    const known = new Set(installation.settings.knownFunctions);
    for (const { option, use, name, spec } of functionSites(dialplan, installation)) {
      const later = use.spec;
      if (spec !== undefined || later === undefined || known.has(name)) continue;
      if (later.removedIn !== undefined && later.removedIn <= version.major) continue;
      const major = later.presentIn.find((each) => each > version.major);
      const first = later.introduced?.[String(version.major)] ?? later.introduced?.[String(major)] ?? major;
      yield {
        ...placeIn(option, nameOffsets(use)),
        message: `Asterisk ${formatVersion(version)} has no function ${quoted(name)}${first === undefined ? "" : ` (it came with ${first})`}: ${consequence(use)}`,
        runtimeLog: notRegistered(name),
      };
    }
  },
};
