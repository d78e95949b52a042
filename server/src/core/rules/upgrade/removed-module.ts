import { formerModule, presenceOf } from "../../catalog/modules.ts";
import { formatVersion } from "../../catalog/version.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { UpgradeRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { withoutTheLine } from "./line-fixes.ts";
import { failedLog, loadLines } from "./load-lines.ts";

export const removedModule: UpgradeRule = {
  id: "upgrade/removed-module",
  on: "upgrade",
  effect: "line-ignored",
  summary: "Line of modules.conf that loads a module which the newer version does not have",
  *check({ load, settings: { version } }, from) {
    for (const { option, module, required } of loadLines(load("modules.conf"))) {
      const former = formerModule(module);
      if (former === undefined || presenceOf(former, version) !== "gone") continue;
      if (presenceOf(former, from) === "gone") continue;
      const outcome = required ? "Asterisk does not start" : "the line fails at each start";
      const use = former.replacement === undefined ? "" : `; ${former.replacement} does its work`;
      yield {
        ...valuePlace(option),
        message: `Asterisk ${formatVersion(version)} has no ${quoted(module)}, which was removed in Asterisk ${former.removedIn}: ${outcome}${use}`,
        log: [failedLog(option)],
        ...(required ? { effect: "file-rejected" as const } : {}),
        fixes: withoutTheLine(option),
      };
    }
  },
};
