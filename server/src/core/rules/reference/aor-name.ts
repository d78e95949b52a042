import { valuePlace } from "../../config/option-span.ts";
import { filledOption, listedItems } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { acceptedOf, aorNames, hasContact, takesRegistrations } from "./phones.ts";

export const aorName: InstallationRule = {
  id: "reference/aor-name",
  on: "installation",
  effect: "works-otherwise",
  summary: "AOR named otherwise than the user that its phone registers",
  *check(installation): Iterable<Finding> {
    const odd = acceptedOf(installation, "endpoint").filter(hasOtherNames);
    if (odd.length === 0) return;
    const aorsByName = new Map(acceptedOf(installation, "aor").map((aor) => [aor.id, aor]));
    const authsByName = new Map(acceptedOf(installation, "auth").map((auth) => [auth.id, auth]));
    for (const endpoint of odd) {
      const names = aorNames(endpoint);
      const aors = names.flatMap((name) => aorsByName.get(name) ?? []);
      // A phone has a password and registers; where anything is unknown we cannot tell.
      if (aors.length < names.length || !aors.some(isForPhones) || !byName(endpoint)) continue;
      const auths = listedItems(endpoint, "auth").flatMap((name) => authsByName.get(name) ?? []);
      const users = auths.map((auth) => filledOption(auth, "username")?.value ?? "");
      const option = filledOption(endpoint, "aors");
      const [aor] = aors;
      if (users.length === 0 || users.some((user) => names.includes(user))) continue;
      if (option === undefined || aor === undefined) continue;
      yield {
        ...valuePlace(option),
        message: `a phone that registers as ${quoted(endpoint.id)} finds no aor of that name in endpoint ${quoted(endpoint.id)}, but only ${quoted(aor.id)}: Asterisk answers it with 404`,
        runtimeLog: [`AOR '' not found for endpoint '${endpoint.id}' (<ip>:<port>)`],
        related: [{ ...headerPlace(aor.section), message: `name it [${endpoint.id}], here and in "aors"` }],
      };
    }
  },
};

/** Whether an endpoint has a password and lists AORs, none of which has its name. */
function hasOtherNames(endpoint: PjsipObject): boolean {
  const aors = filledOption(endpoint, "aors");
  if (aors === undefined || aors.value === endpoint.id) return false;
  if (filledOption(endpoint, "auth") === undefined) return false;
  const names = aorNames(endpoint);
  return names.length > 0 && names.every((name) => userOf(name) !== userOf(endpoint.id));
}

function isForPhones(aor: PjsipObject): boolean {
  return takesRegistrations(aor) && !hasContact(aor);
}

/** "6001" of 6001@example.com. */
function userOf(name: string): string {
  return name.split("@")[0] ?? name;
}

/** Whether an endpoint is found by the user in From, whose name is then that of the AOR. */
function byName(endpoint: PjsipObject): boolean {
  const option = filledOption(endpoint, "identify_by");
  if (option === undefined) return true;
  return (
    !holdsPlaceholder("identify_by", option.value) &&
    listedItems(endpoint, "identify_by").includes("username")
  );
}
