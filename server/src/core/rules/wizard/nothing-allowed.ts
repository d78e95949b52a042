import { codecFindings } from "../codec/nothing-allowed.ts";
import type { WizardRule } from "../rule.ts";

export const nothingAllowedByWizard: WizardRule = {
  id: "wizard/nothing-allowed",
  on: "wizard",
  effect: "call-fails",
  summary: "Wizard whose endpoint is left without any codec",
  // What we could not read may allow some.
  check: ({ wizards, load }, { catalog }) =>
    load.partial
      ? []
      : codecFindings(
          wizards.flatMap(({ objects }) => objects),
          "endpoint/allow",
          catalog,
        ),
};
