import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Environment } from "../../workspace/environment.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";
import { audioCodecs, missingModule, stiffEndpoints } from "./convertible.ts";

export const codecModuleNotLoaded: InstallationRule = {
  id: "codec/module-not-loaded",
  on: "installation",
  effect: "works-otherwise",
  summary: "Endpoint whose codecs no loaded module converts",
  *check(installation): Iterable<Finding> {
    if (installation.load("modules.conf").outcome !== "loaded") return;
    const { environment } = installation;
    const index = installation.objects();
    if (index.partial) return;
    const mute = stiffEndpoints(index, environment).flatMap((endpoint) => {
      const option = lastOption(endpoint, "allow");
      const missing = missingModules(audioCodecs(endpoint, index) ?? [], environment);
      return option === undefined || missing.length === 0 ? [] : [{ endpoint, option, missing }];
    });
    for (const [option, group] of groupedBy(mute, (entry): ConfigOption => entry.option)) {
      const ids = group.map(({ endpoint }) => endpoint.id);
      const modules = group[0].missing.map((module) => `${module}.so`).join(", ");
      yield {
        ...valuePlace(option),
        message: `modules.conf does not load ${modules}, and ${counted("endpoint", ids)} ${ids.length === 1 ? "allows" : "allow"} no other audio codec: calls work with others that have the same codec only, and most prompts, recordings and conferences do not`,
      };
    }
  },
};

/** The modules that codecs lack; passing them on is all that anybody can do with some others. */
function missingModules(codecs: readonly string[], environment: Environment): readonly string[] {
  return [...new Set(codecs.flatMap((name) => missingModule(name, environment) ?? []))];
}
