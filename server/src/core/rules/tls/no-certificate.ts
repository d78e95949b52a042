import { valuePlace } from "../../config/option-span.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { lastOption, lastValue } from "../../pjsip/objects/object-fault.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const noCertificate: InstallationRule = {
  id: "tls/no-certificate",
  on: "installation",
  effect: "call-fails",
  summary: "TLS transport for phones without a certificate",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const { transports, links } = index;
    const bare = transports.filter(
      ({ protocol, object, loopback }) =>
        protocol === "tls" && !loopback && filledOption(object, "cert_file") === undefined,
    );
    if (bare.length === 0) return;
    const onlyTls = !index.partial && transports.every(({ protocol }) => protocol === "tls");
    for (const { id, object } of bare) {
      // Asterisk itself can connect out without a certificate.
      const candidates = onlyTls
        ? index.ofType("endpoint").filter((endpoint) => ["", id].includes(lastValue(endpoint, "transport")))
        : index
            .last("endpoint", "transport")
            .filter(({ option }) => option.value === id)
            .map((line) => line.object);
      const users = candidates.filter((endpoint) => links.isPhone(endpoint));
      const protocol = lastOption(object, "protocol");
      if (users.length === 0 || protocol === undefined) continue;
      const names = users.map((user) => user.id);
      yield {
        ...valuePlace(protocol),
        message: `transport "${id}" has no "cert_file": it starts, but no phone can connect to it over TLS, so ${counted("endpoint", names)} cannot register`,
      };
    }
  },
};
