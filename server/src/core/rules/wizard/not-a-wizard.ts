import { valuePlace } from "../../config/option-span.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, WizardRule } from "../rule.ts";

export const notAWizard: WizardRule = {
  id: "wizard/not-a-wizard",
  on: "wizard",
  effect: "line-ignored",
  summary: "Section of pjsip_wizard.conf that is no wizard",
  *check(model): Iterable<Finding> {
    const wizards = new Set(model.wizards.map(({ section }) => section));
    for (const section of model.load.sections) {
      if (section.template || wizards.has(section) || section.options.length === 0) continue;
      const type = firstOption(section, "type");
      const place = type === undefined ? headerPlace(section) : valuePlace(type);
      const meant = type !== undefined && asciiLower(type.value) === "wizard";
      const reason =
        type === undefined ? 'has no "type = wizard"' : `has type ${quoted(type.value)} instead of "wizard"`;
      yield {
        ...place,
        message: `section ${quoted(section.name)} ${reason}: Asterisk skips it without a word`,
        fixes: meant
          ? [{ title: 'Change to "wizard"', safe: true, edits: [{ ...place, text: "wizard" }] }]
          : [],
      };
    }
  },
};
