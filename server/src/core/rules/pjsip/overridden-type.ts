import type { ConfigOption, ConfigSection } from "../../config/load.ts";
import { valuePlace } from "../../config/option-span.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { lineOf, quoted } from "./words.ts";

export const overriddenType: PjsipRule = {
  id: "pjsip/overridden-type",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Second type in one section, which never counts",
  *check(model): Iterable<Finding> {
    for (const { section, typeOption } of model.selected) {
      if (typeOption === undefined) continue;
      for (const later of laterTypes(section, typeOption)) {
        const place = valuePlace(later);
        const first = valuePlace(typeOption);
        yield {
          ...place,
          message: `"type" is already ${quoted(typeOption.value)} by ${lineOf(typeOption, place.file)}: the first one counts and section ${quoted(section.name)} does not become ${quoted(later.value)}`,
          related: [{ ...first, message: `this makes it ${quoted(typeOption.value)}` }],
        };
      }
    }
  },
};

function laterTypes(section: ConfigSection, first: ConfigOption): ConfigOption[] {
  const later: ConfigOption[] = [];
  for (const option of section.options) {
    if (option === first || option.name.length !== 4 || option.value === first.value) continue;
    if (equalsIgnoringCase(option.name, "type")) later.push(option);
  }
  return later;
}
