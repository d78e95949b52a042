import type { ConfigSection } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, WizardRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

export const duplicateWizard: WizardRule = {
  id: "wizard/duplicate-wizard",
  on: "wizard",
  effect: "works-otherwise",
  summary: "Two wizards of the same name, of which the last one counts",
  *check(model): Iterable<Finding> {
    const last = new Map<string, ConfigSection>();
    for (const { section } of model.wizards) last.set(section.name, section);
    for (const { section } of model.wizards) {
      const later = last.get(section.name);
      if (later === undefined || later === section) continue;
      const place = headerPlace(section);
      yield {
        ...place,
        message: `wizard ${quoted(section.name)} comes again in ${lineOf({ line: later.header, file: later.file }, place.file)}: Asterisk makes its objects from that section only`,
        related: [{ ...headerPlace(later), message: "this one counts" }],
      };
    }
  },
};
