import { valuePlace } from "../../config/option-span.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { ObjectIndex, Setting } from "../../pjsip/object-index.ts";
import { lastValue } from "../../pjsip/objects/object-fault.ts";
import { holdsPlaceholder } from "../../pjsip/placeholder.ts";
import { isOpenToNetwork } from "../../pjsip/reachability.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";
import { weakness } from "./password-strength.ts";

export const weakPassword: InstallationRule = {
  id: "security/weak-password",
  on: "installation",
  effect: "insecure",
  summary: "Password that is easily guessed",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    if (!isOpenToNetwork(index)) return;
    const weak = inboundPasswords(index).flatMap(({ object, option }) => {
      const why = weaknessOf(object, option.value);
      return why === undefined || holdsPlaceholder("password", option.value)
        ? []
        : [{ auth: object, option, why }];
    });
    for (const [option, group] of groupedBy(weak, (line) => line.option)) {
      const [first] = group;
      const ids = group.map(({ auth }) => auth.id);
      yield {
        ...valuePlace(option),
        message: `the password of ${counted("auth", ids)} ${first.why}: programs that try SIP accounts guess it, and calls cost money`,
      };
    }
  },
};

/** The passwords that phones have to know; what a provider asks of us is not ours to choose. */
export function inboundPasswords(index: ObjectIndex): readonly Setting[] {
  const asked = namesIn(index.last("endpoint", "auth"));
  const answered = namesIn([
    ...index.last("endpoint", "outbound_auth"),
    ...index.last("registration", "outbound_auth"),
  ]);
  return index
    .last("auth", "password")
    .filter(({ object, option }) => option.value !== "" && asked.has(object.id) && !answered.has(object.id));
}

function namesIn(lines: readonly Setting[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { option } of lines) for (const name of option.value.split(",")) names.add(trimBlanks(name));
  return names;
}

function weaknessOf(auth: PjsipObject, password: string): string | undefined {
  const lower = asciiLower(password);
  if (lower === asciiLower(lastValue(auth, "username"))) return "is the user name";
  if (lower === asciiLower(auth.id)) return "is the name of the section";
  return weakness(lower);
}
