import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { transportsAmong } from "../../pjsip/transports.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";

export const ignoredTlsOption: PjsipRule = {
  id: "tls/ignored-option",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "TLS settings on a transport that does no TLS",
  *check({ objects }): Iterable<Finding> {
    const transports = transportsAmong(objects);
    const used = new Set(
      transports.filter(({ protocol }) => protocol === "tls").flatMap(({ object }) => tlsOptions(object)),
    );
    for (const { id, object, protocol } of transports) {
      if (protocol !== "udp" && protocol !== "tcp") continue;
      // A template may serve TLS transports as well.
      const [first, ...others] = tlsOptions(object).filter((option) => !used.has(option));
      if (first === undefined) continue;
      const how =
        lastOption(object, "protocol") === undefined ? 'udp, as there is no "protocol" line' : protocol;
      yield {
        ...namePlace(first),
        message: `${others.length === 0 ? "it has" : `this and ${others.length} more TLS options have`} no effect: transport "${id}" is ${how}, so nothing is encrypted`,
      };
    }
  },
};

const names: ReadonlySet<string> = new Set([
  "cert_file",
  "priv_key_file",
  "ca_list_file",
  "ca_list_path",
  "method",
  "cipher",
]);

function tlsOptions({ options }: PjsipObject): ConfigOption[] {
  return options.filter(({ name, value }) => value !== "" && names.has(asciiLower(name)));
}
