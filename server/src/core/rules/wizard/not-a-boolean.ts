import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { isFalse, isTrue } from "../../pjsip/values/booleans.ts";
import type { Finding, WizardRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const wizardNotABoolean: WizardRule = {
  id: "wizard/not-a-boolean",
  on: "wizard",
  effect: "works-otherwise",
  summary: "Word in a wizard that is neither yes nor no and silently means no",
  *check({ wizards }, { catalog }): Iterable<Finding> {
    const seen = new Set<ConfigOption>();
    for (const option of wizards.flatMap(({ section }) => section.options)) {
      if (seen.has(option) || catalog.wizard.option(option.name)?.kind !== "bool") continue;
      if (isTrue(option.value) || isFalse(option.value)) continue;
      seen.add(option);
      yield {
        ...valuePlace(option),
        message: `${quoted(option.value)} is no word for yes or no: Asterisk takes it for no and leaves out what ${quoted(option.name)} stands for`,
      };
    }
  },
};
