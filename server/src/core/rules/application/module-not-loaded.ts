import { addTo } from "../../text/grouped.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { type CalledApplication, type CallSite, callSites } from "./calls.ts";
import { placeOf } from "./places.ts";
import { notFoundLog } from "./words.ts";

export const moduleNotLoaded: DialplanRule = {
  id: "application/module-not-loaded",
  on: "dialplan",
  effect: "call-fails",
  summary: "Application whose module modules.conf does not load",
  *check(dialplan, { installation, environment }) {
    const modules = installation.load("modules.conf");
    if (modules.outcome !== "loaded" || modules.partial) return;
    if (!environment.moduleLoaded("pbx_config")) return;
    const missing = new Map<string, CallSite[]>();
    const isMissing = ({ spec }: CalledApplication): boolean =>
      spec !== undefined &&
      spec.module !== "core" &&
      ![spec.module, ...(spec.otherModules ?? [])].some(environment.moduleLoaded);
    for (const site of callSites(dialplan, installation, isMissing, ({ guarded }) => !guarded)) {
      const module = site.spec?.module ?? "";
      addTo(missing, module, site);
    }
    // One report per module: the mistake is in modules.conf, not in each step.
    for (const [module, [first, ...rest]] of missing) {
      if (first === undefined) continue;
      const { text } = first.call.application;
      const others =
        rest.length === 0 ? "" : ` (${rest.length} more need${rest.length === 1 ? "s" : ""} that module)`;
      yield {
        ...placeOf(first.line, first.call.application),
        message: `modules.conf does not load ${module}.so, which has ${quoted(text)}: Asterisk hangs up when a call comes to this step${others}`,
        runtimeLog: notFoundLog(first),
      };
    }
  },
};
