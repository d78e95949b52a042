import { formerModule, presenceOf } from "../../catalog/modules.ts";
import { formatVersion } from "../../catalog/version.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { UpgradeRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { failedLog, loadLines } from "./load-lines.ts";

export const moduleNotBuilt: UpgradeRule = {
  id: "upgrade/module-not-built",
  on: "upgrade",
  effect: "works-otherwise",
  summary: "Module that the newer version builds only where somebody asks for it",
  *check({ load, settings: { version } }, from) {
    for (const { option, module, required } of loadLines(load("modules.conf"))) {
      const former = formerModule(module);
      if (presenceOf(former, version) !== "on-demand" || presenceOf(former, from) !== "built") continue;
      const outcome = required ? "Asterisk does not start without it" : "it is not there unless you do";
      yield {
        ...valuePlace(option),
        message: `Asterisk ${formatVersion(version)} does not build ${quoted(module)} by default: choose it in menuselect, ${outcome}; Asterisk ${former?.removedIn ?? ""} has it no more`,
        log: [failedLog(option)],
      };
    }
  },
};
