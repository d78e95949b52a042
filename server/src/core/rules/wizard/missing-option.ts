import { valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, WizardRule } from "../rule.ts";

export const missingWizardOption: WizardRule = {
  id: "wizard/missing-option",
  on: "wizard",
  effect: "object-rejected",
  summary: "Wizard that lacks what another of its options needs",
  *check(model): Iterable<Finding> {
    for (const fault of model.wizards.flatMap((wizard) => wizard.faults)) {
      const { option, section, missing } = fault;
      const cause =
        option === undefined || option.name === missing
          ? ""
          : ` although ${quoted(`${option.name} = ${option.value}`)} needs it`;
      yield {
        ...(option === undefined ? headerPlace(section) : valuePlace(option)),
        message: `wizard ${quoted(section.name)} has no "${missing}"${cause}: ${lost[fault.kind]}`,
        log: fault.log,
      };
    }
  },
};

const lost = {
  "wizard-username": "Asterisk makes no auth of it, and the rest of its objects stay without one",
  "wizard-hosts":
    "Asterisk makes neither identify nor registration of it; phones need accepts_registrations = yes",
  "wizard-mac": "Asterisk does not provision the phone",
} as const;
