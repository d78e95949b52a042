import { valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { SelectedSection } from "../../pjsip/select-objects.ts";
import { addTo } from "../../text/grouped.ts";
import type { Environment, Mapping } from "../../workspace/environment.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted, lineOf, quoted } from "../words.ts";

export const mappedElsewhere: PjsipRule = {
  id: "pjsip/mapped-elsewhere",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Object of a type that sorcery.conf takes from elsewhere",
  *check(model, { environment, root }): Iterable<Finding> {
    if (environment.sorcery.size === 0) return;
    const skipped = new Map<Mapping, SelectedSection[]>();
    for (const entry of model.selected) {
      const mapping =
        entry.object === undefined ? undefined : otherSource(entry.object.type, environment, root);
      if (mapping === undefined) continue;
      addTo(skipped, mapping, entry);
    }
    for (const [mapping, sections] of skipped) {
      const [first] = sections;
      if (first === undefined) continue;
      const { section, typeOption } = first;
      const place = typeOption === undefined ? headerPlace(section) : valuePlace(typeOption);
      yield {
        ...place,
        message: `${lineOf(mapping.option, place.file)} takes type ${mapping.name} from ${quoted(mapping.option.value)}: without a word Asterisk skips ${counted(
          `${mapping.name} section`,
          sections.map((entry) => entry.section.name),
        )} of this file`,
        related: [
          { ...valuePlace(mapping.option), message: `objects of type ${mapping.name} come from here` },
        ],
      };
    }
  },
};

/** The mapping that takes a type from elsewhere, unless another one names this file besides. */
function otherSource(type: string, { sorcery }: Environment, root: string): Mapping | undefined {
  const mappings = sorcery.get(type);
  return mappings?.some(({ source, file }) => source === "config" && file === root)
    ? undefined
    : mappings?.[0];
}
