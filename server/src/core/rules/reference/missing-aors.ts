import { filledOption } from "../../pjsip/effective-options.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { addedTo, suggestion } from "../pjsip/added-line.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { phonesOf } from "./phones.ts";

export const missingAors: InstallationRule = {
  id: "reference/missing-aors",
  on: "installation",
  effect: "call-fails",
  summary: "Phone that does not list its own AOR",
  *check(installation): Iterable<Finding> {
    const phones = phonesOf(installation);
    const { used, mentioned } = installation.references();
    if (phones === undefined) return;
    for (const endpoint of phones.endpoints) {
      const aor = phones.aors.get(endpoint.id);
      if (aor === undefined || used.get("aor")?.has(endpoint.id) === true || mentioned.has(endpoint.id))
        continue;
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
