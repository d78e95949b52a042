import { valuePlace } from "../../config/option-span.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { LoadRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { ariAccounts, managerAccounts } from "./management.ts";
import { weakness } from "./password-strength.ts";

export const weakManagerSecret: LoadRule = {
  id: "security/weak-manager-secret",
  on: "load",
  effect: "insecure",
  profile: "strict",
  summary: "Account of the manager or of ARI with a password that is easily guessed",
  *check(load) {
    if (load.root !== "manager.conf" && load.root !== "ari.conf") return;
    const isManager = load.root === "manager.conf";
    for (const { section, password } of isManager ? managerAccounts(load) : ariAccounts(load)) {
      if (password === undefined || password.value === "" || holdsPlaceholder("password", password.value))
        continue;
      const lower = asciiLower(password.value);
      const why = lower === asciiLower(section.name) ? "is the user name" : weakness(lower);
      if (why === undefined) continue;
      yield {
        ...valuePlace(password),
        message: `The password of ${quoted(section.name)} ${why}: who guesses it controls the calls of this Asterisk`,
      };
    }
  },
};
