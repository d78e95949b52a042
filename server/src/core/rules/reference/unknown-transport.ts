import type { InstallationRule } from "../rule.ts";
import { missingNames, whose } from "./advice.ts";

export const unknownTransportOfEndpoint: InstallationRule = {
  id: "reference/unknown-transport",
  on: "installation",
  effect: "works-otherwise",
  summary: "Endpoint whose transport does not exist",
  check: (installation) =>
    missingNames(
      installation,
      // Registrations complain while they load, which is a rule of its own.
      ({ target, type }) => target === "transport" && (type === "endpoint" || type === "outbound-publish"),
      (missing) => ({
        outcome: `Asterisk complains at each request to ${whose(missing)} and sends it over another transport`,
        runtimeLog: [`Unable to retrieve PJSIP transport '${missing.item.text}'`],
      }),
    ),
};
