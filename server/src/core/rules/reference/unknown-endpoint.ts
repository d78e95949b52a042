import type { MissingReference } from "../../pjsip/references.ts";
import type { InstallationRule } from "../rule.ts";
import { missingNames, whose } from "./advice.ts";

export const unknownEndpoint: InstallationRule = {
  id: "reference/unknown-endpoint",
  on: "installation",
  effect: "works-otherwise",
  summary: "Registration, publication or default that names an endpoint which does not exist",
  check: (installation) =>
    missingNames(
      installation,
      ({ target, type }) => target === "endpoint" && outcomes.has(type),
      (missing) => ({ outcome: outcome(missing) }),
    ),
};

const outcomes: ReadonlyMap<string, string> = new Map([
  ["registration", "calls that come in over its line are not recognised by it"],
  ["inbound-publication", "Asterisk refuses what others publish to it"],
  ["global", "messages and calls that name no endpoint cannot leave"],
]);

function outcome(missing: MissingReference): string {
  const text = outcomes.get(missing.type) ?? "";
  return missing.type === "global" ? text : `${whose(missing)} stays without one, and ${text}`;
}
