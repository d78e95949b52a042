import type { MissingReference } from "../../pjsip/references.ts";
import type { InstallationRule } from "../rule.ts";
import { missingNames, type Words, whose } from "./advice.ts";

export const unknownOutboundAuth: InstallationRule = {
  id: "reference/unknown-outbound-auth",
  on: "installation",
  effect: "call-fails",
  summary: "Credentials for another server in an auth that does not exist",
  check: (installation) =>
    missingNames(installation, ({ target, name }) => target === "auth" && name === "outbound_auth", words),
};

function words(missing: MissingReference): Words {
  const { text } = missing.item;
  if (missing.type === "registration") {
    return {
      outcome: `${whose(missing)} has no credentials, and Asterisk does not register`,
      runtimeLog: [
        `Couldn't find auth '${text}'. Cannot authenticate`,
        "Failed to set initial authentication credentials",
      ],
    };
  }
  return {
    outcome: `${whose(missing)} has no credentials, and fails where the other side asks for them`,
    runtimeLog: [`Auth object '${text}' could not be found`],
  };
}
