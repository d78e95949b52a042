import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { WizardModel } from "../../pjsip/wizard-model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import { changedTo, fixOf, lineBehind, optionLine, pieceOf } from "../fix.ts";
import type { Finding, Fix, WizardRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";
import { isWizardOption } from "./unknown-option.ts";

export const notAWizard: WizardRule = {
  id: "wizard/not-a-wizard",
  on: "wizard",
  effect: "line-ignored",
  summary: "Section of pjsip_wizard.conf that is no wizard",
  *check(model, { catalog }): Iterable<Finding> {
    for (const [owner, sections] of skipped(model)) {
      const [section] = sections;
      if (section === undefined) continue;
      const what = counted(
        "section",
        sections.map(({ name }) => name),
      );
      if ("header" in owner) {
        // What we could not read may hold the type.
        if (model.load.partial) continue;
        yield {
          ...headerPlace(owner),
          message: `${what} has no "type = wizard": Asterisk skips it without a word`,
          fixes: insertion(owner, catalog),
        };
      } else {
        const place = valuePlace(owner);
        const meant = asciiLower(owner.value.replace(/["']/g, "")) === "wizard";
        const reason = meant
          ? `${quoted(owner.value)} must be written "wizard"`
          : `pjsip_wizard.conf knows no type but "wizard"`;
        yield {
          ...place,
          message: `${reason}: Asterisk skips ${what} without a word`,
          fixes: meant ? correction(owner) : [],
        };
      }
    }
  },
};

/** Sections that nothing is made of, by the type line to blame; not those that others inherit from. */
function skipped({ load, wizards }: WizardModel): Map<ConfigOption | ConfigSection, ConfigSection[]> {
  const known = new Set(wizards.map(({ section }) => section));
  for (const { bases } of load.sections) for (const { section } of bases) known.add(section);
  const groups = new Map<ConfigOption | ConfigSection, ConfigSection[]>();
  for (const section of load.sections) {
    if (section.template || known.has(section) || section.options.length === 0) continue;
    const owner = firstOption(section, "type") ?? section;
    addTo(groups, owner, section);
  }
  return groups;
}

function correction(type: ConfigOption): readonly Fix[] {
  const place = pieceOf(type, 0, type.value.length);
  return changedTo(place, "wizard", false);
}

/** The type is beyond doubt where all options are those of a wizard. */
function insertion(section: ConfigSection, catalog: PjsipCatalog): readonly Fix[] {
  if (!section.options.every(({ name }) => isWizardOption(name, catalog))) return [];
  const place = { file: section.file, line: section.header };
  const edit = lineBehind(place, optionLine(section, "type", "wizard"));
  return fixOf(edit, 'Insert "type = wizard"', false);
}
