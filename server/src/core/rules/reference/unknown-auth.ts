import type { InstallationRule } from "../rule.ts";
import { missingNames, whose } from "./advice.ts";

export const unknownAuth: InstallationRule = {
  id: "reference/unknown-auth",
  on: "installation",
  effect: "call-fails",
  summary: "Endpoint that asks for the password of an auth which does not exist",
  check: (installation) =>
    missingNames(
      installation,
      ({ target, name }) => target === "auth" && name === "auth",
      (missing) => ({
        outcome: `Asterisk answers every request to ${whose(missing)} with 500`,
        runtimeLog: [`Couldn't find auth '${missing.item.text}'. Cannot authenticate`],
      }),
    ),
};
