import { addTo } from "../../text/grouped.ts";
import { placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { type FunctionSite, functionSites } from "./sites.ts";
import { consequence, nameOffsets, notRegistered } from "./words.ts";

export const functionModuleNotLoaded: DialplanRule = {
  id: "function/module-not-loaded",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function whose module modules.conf does not load",
  *check(dialplan, { installation, environment }) {
    const modules = installation.load("modules.conf");
    if (modules.outcome !== "loaded" || modules.partial) return;
    if (!environment.moduleLoaded("pbx_config")) return;
    const missing = new Map<string, FunctionSite[]>();
    for (const site of functionSites(dialplan, installation)) {
      if (site.spec === undefined) continue;
      const { module, otherModules = [] } = site.spec;
      if (module === "core" || [module, ...otherModules].some(environment.moduleLoaded)) continue;
      addTo(missing, module, site);
    }
    // One report per module: the mistake is in modules.conf, not in each step.
    for (const [module, [first, ...rest]] of missing) {
      if (first === undefined) continue;
      const others =
        rest.length === 0 ? "" : ` (${rest.length} more need${rest.length === 1 ? "s" : ""} that module)`;
      yield {
        ...placeIn(first.option, nameOffsets(first.use)),
        message: `modules.conf does not load ${module}.so, which has the function ${quoted(first.name)}: ${consequence(first.use)}${others}`,
        runtimeLog: notRegistered(first.name),
      };
    }
  },
};
