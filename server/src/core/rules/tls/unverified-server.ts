import { namePlace, valuePlace } from "../../config/option-span.ts";
import { filledOption, isOn } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { lastOption, lastValue } from "../../pjsip/objects/object-fault.ts";
import type { Transport } from "../../pjsip/transports.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const unverifiedServer: InstallationRule = {
  id: "tls/unverified-server",
  on: "installation",
  effect: "insecure",
  summary: "TLS to a provider whose certificate is not verified",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const careless = index.transports.filter(
      ({ protocol, object, loopback }) =>
        protocol === "tls" && !loopback && !isOn(object, "verify_server", false),
    );
    if (careless.length === 0) return;
    const registrations = index
      .ofType("registration")
      .filter((registration) => filledOption(registration, "outbound_auth") !== undefined);
    const users = groupedBy(registrations, (registration) => lastValue(registration, "transport"));
    for (const transport of careless) {
      const names = users.get(transport.id)?.map(({ id }) => id) ?? [];
      if (names.length === 0) continue;
      yield { ...placeOf(transport), message: message(transport.object, names) };
    }
  },
};

function placeOf({ object }: Transport): ReturnType<typeof valuePlace> {
  const verify = lastOption(object, "verify_server");
  if (verify !== undefined) return namePlace(verify);
  const protocol = lastOption(object, "protocol");
  if (protocol === undefined) throw new Error(`transport ${object.id} is TLS without a protocol line`);
  return valuePlace(protocol);
}

function message(transport: PjsipObject, registrations: readonly string[]): string {
  const written = lastOption(transport, "verify_server") !== undefined;
  return `"verify_server" is off${written ? "" : " by default"}: ${counted("registration", registrations)} would log in to anybody who answers in the provider's place, whatever certificate is shown`;
}
