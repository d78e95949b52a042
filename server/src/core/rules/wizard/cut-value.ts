import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { wizardPrefixes } from "../../pjsip/wizard.ts";
import { cutFindings } from "../pjsip/cut-value.ts";
import type { WizardRule } from "../rule.ts";

export const cutWizardValue: WizardRule = {
  id: "wizard/cut-value",
  on: "wizard",
  effect: "works-otherwise",
  summary: "Value of a wizard cut off by a semicolon that is not escaped",
  check: ({ wizards }, { catalog }) =>
    cutFindings(
      wizards.flatMap(({ section }) =>
        section.options.map((option) => ({ option, spec: specOf(option.name, catalog) })),
      ),
    ),
};

/** What is known of an option of a wizard, with or without a prefix. */
function specOf(name: string, catalog: PjsipCatalog): OptionSpec | undefined {
  const prefix = name.slice(0, name.indexOf("/") + 1);
  const type = wizardPrefixes[prefix];
  return type === undefined
    ? catalog.wizard.option(name)
    : catalog.types.get(type)?.option(name.slice(prefix.length));
}
