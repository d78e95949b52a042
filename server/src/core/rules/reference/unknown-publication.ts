import type { InstallationRule } from "../rule.ts";
import { missingNames, whose } from "./advice.ts";

export const unknownPublication: InstallationRule = {
  id: "reference/unknown-publication",
  on: "installation",
  effect: "works-otherwise",
  summary: "Publication that names another one which does not exist",
  check: (installation) =>
    missingNames(
      installation,
      ({ target }) => target === "outbound-publish" || target === "asterisk-publication",
      (missing) => ({
        outcome:
          missing.target === "outbound-publish"
            ? `Asterisk publishes nothing for ${whose(missing)}, without a word`
            : `Asterisk refuses these events for ${whose(missing)}, without a word`,
      }),
    ),
};
