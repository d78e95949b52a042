import { filledOption } from "../../pjsip/effective-options.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { addedTo, suggestion } from "../pjsip/added-line.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { acceptedOf } from "./phones.ts";

export const missingAors: InstallationRule = {
  id: "reference/missing-aors",
  on: "installation",
  effect: "call-fails",
  summary: "Phone that does not list its own AOR",
  *check(installation): Iterable<Finding> {
    const { unused, mentioned } = installation.references();
    const idle = unused("aor");
    if (idle.size === 0) return;
    const aors = new Map(acceptedOf(installation, "aor").map((aor) => [aor.id, aor]));
    for (const endpoint of acceptedOf(installation, "endpoint")) {
      const aor = idle.has(endpoint.id) ? aors.get(endpoint.id) : undefined;
      if (aor === undefined || mentioned.has(endpoint.id)) continue;
      if (lastOption(endpoint, "aors") !== undefined || filledOption(endpoint, "auth") === undefined)
        continue;
      yield {
        ...headerPlace(endpoint.section),
        message: `endpoint ${quoted(endpoint.id)} has no "aors", although there is an aor of its name: its phone cannot register, and calls to it fail`,
        runtimeLog: [`Endpoint '${endpoint.id}': No URI available.  Is endpoint registered?`],
        related: [{ ...headerPlace(aor.section), message: "this aor is not listed by any endpoint" }],
        fixes: suggestion(`Insert "aors = ${endpoint.id}"`, addedTo(endpoint, "aors", endpoint.id)),
      };
    }
  },
};
