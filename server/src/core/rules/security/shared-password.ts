import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { isOpenToNetwork } from "../../pjsip/reachability.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted, lineOf } from "../words.ts";
import { weakness } from "./password-strength.ts";
import { inboundPasswords } from "./weak-password.ts";

export const sharedPassword: InstallationRule = {
  id: "security/shared-password",
  on: "installation",
  effect: "insecure",
  summary: "One password for many accounts",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    if (!isOpenToNetwork(index)) return;
    for (const [password, group] of groupedBy(inboundPasswords(index), ({ option }) => option.value)) {
      const [first, ...others] = group;
      if (group.length < atLeast) continue;
      if (holdsPlaceholder("password", password) || weakness(asciiLower(password)) !== undefined) continue;
      const ids = group.map(({ object }) => object.id);
      yield {
        ...valuePlace(first.option),
        message: `${counted("auth", ids)} have the same password: who learns it from one phone can use the accounts of all`,
        related: elsewhere(
          first.option,
          others.map(({ option }) => option),
        ).map((option) => ({
          ...valuePlace(option),
          message: `the same password, ${lineOf(option, first.option.file)}`,
        })),
      };
    }
  },
};

/** Two phones of one person may well share a password. */
const atLeast = 3;

/** The first few other lines; a template's line is one line. */
function elsewhere(first: ConfigOption, others: readonly ConfigOption[]): readonly ConfigOption[] {
  return [...new Set(others)].filter((option) => option !== first).slice(0, 5);
}
