import { missingNames, whose } from "../reference/advice.ts";
import type { InstallationRule } from "../rule.ts";

export const unknownIdentifyEndpoint: InstallationRule = {
  id: "identify/unknown-endpoint",
  on: "installation",
  effect: "call-fails",
  summary: "Identify section that leads to an endpoint which does not exist",
  check: (installation) =>
    missingNames(
      installation,
      ({ type, target }) => type === "identify" && target === "endpoint",
      (missing) => ({
        outcome: `requests that ${whose(missing)} ${missing.hits === 1 ? "matches" : "match"} are asked of no other identify section and, unless their From user is an endpoint, refused with 401`,
        runtimeLog: missing.objects
          .slice(0, 5)
          .map(
            ({ id }) =>
              `Identify '${id}' points to endpoint '${missing.item.text}' but endpoint could not be found`,
          ),
      }),
    ),
};
