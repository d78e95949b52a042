import { valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, PjsipRule } from "../rule.ts";

export const moduleNotLoaded: PjsipRule = {
  id: "pjsip/module-not-loaded",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Object whose module modules.conf does not load",
  *check(model, { environment, catalog }): Iterable<Finding> {
    const reported = new Set<string>();
    for (const { object, typeOption } of model.selected) {
      if (object === undefined || reported.has(object.type)) continue;
      const module = catalog.types.get(object.type)?.spec.module ?? "res_pjsip";
      const missing = ["res_pjsip", module].find((name) => !environment.moduleLoaded(name));
      if (missing === undefined) continue;
      // One report per type: the mistake is in modules.conf, not in each section.
      reported.add(object.type);
      yield {
        ...(typeOption === undefined ? headerPlace(object.section) : valuePlace(typeOption)),
        message: `modules.conf does not load ${missing}: Asterisk skips all sections of type "${object.type}" without a word`,
      };
    }
  },
};
