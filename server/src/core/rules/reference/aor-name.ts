import { valuePlace } from "../../config/option-span.ts";
import { filledOption, listedItems } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { aorNames, hasContact, type Phones, phonesOf, takesRegistrations } from "./phones.ts";

export const aorName: InstallationRule = {
  id: "reference/aor-name",
  on: "installation",
  effect: "works-otherwise",
  summary: "AOR named otherwise than the user that its phone registers",
  *check(installation): Iterable<Finding> {
    const phones = phonesOf(installation);
    if (phones === undefined) return;
    for (const endpoint of phones.endpoints) {
      const names = aorNames(endpoint);
      const [name] = names;
      if (name === undefined || names.some((other) => userOf(other) === userOf(endpoint.id))) continue;
      const auth = filledOption(endpoint, "auth");
      const aors = names.flatMap((other) => phones.aors.get(other) ?? []);
      // A phone has a password and registers; where anything is unknown we cannot tell.
      if (auth === undefined || aors.length < names.length || !aors.some(isForPhones)) continue;
      if (!byName(endpoint) || usernames(endpoint, phones).some((user) => names.includes(user))) continue;
      const option = filledOption(endpoint, "aors");
      const [aor] = aors;
      if (option === undefined || aor === undefined) continue;
      yield {
        ...valuePlace(option),
        message: `a phone that registers as ${quoted(endpoint.id)} finds no aor of that name in endpoint ${quoted(endpoint.id)}, but only ${quoted(name)}: Asterisk answers it with 404`,
        runtimeLog: [`AOR '' not found for endpoint '${endpoint.id}' (<ip>:<port>)`],
        related: [{ ...headerPlace(aor.section), message: `name it [${endpoint.id}], here and in "aors"` }],
      };
    }
  },
};

/** The user names in the auths of an endpoint. */
function usernames(endpoint: PjsipObject, { auths }: Phones): string[] {
  return listedItems(endpoint, "auth").flatMap((name) => {
    const auth = auths.get(name);
    return auth === undefined ? [] : (filledOption(auth, "username")?.value ?? []);
  });
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
