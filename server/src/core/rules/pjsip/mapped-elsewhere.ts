import { valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { lineOf } from "./words.ts";

export const mappedElsewhere: PjsipRule = {
  id: "pjsip/mapped-elsewhere",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Object of a type that sorcery.conf takes from elsewhere",
  *check(model, { environment }): Iterable<Finding> {
    const reported = new Set<string>();
    for (const { object, typeOption } of model.selected) {
      if (object === undefined || reported.has(object.type)) continue;
      const mappings = environment.sorcery.get(object.type);
      const [mapping] = mappings ?? [];
      if (mappings === undefined || mapping === undefined) continue;
      if (mappings.some(({ source, file }) => source === "config" && file === "pjsip.conf")) continue;
      reported.add(object.type);
      const place = typeOption === undefined ? headerPlace(object.section) : valuePlace(typeOption);
      const source = mapping.source === "config" ? (mapping.file ?? "elsewhere") : mapping.source;
      yield {
        ...place,
        message: `${lineOf(mapping.option, place.file)} takes objects of type "${object.type}" from ${source}: Asterisk does not read them from this file`,
        related: [{ ...valuePlace(mapping.option), message: "the mapping" }],
      };
    }
  },
};
