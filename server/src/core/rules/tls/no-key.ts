import { namePlace } from "../../config/option-span.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { transportsAmong } from "../../pjsip/transports.ts";
import { groupedBy } from "../../text/grouped.ts";
import { addedBehind, suggestion } from "../pjsip/added-line.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";

export const noKey: PjsipRule = {
  id: "tls/no-key",
  on: "pjsip",
  effect: "call-fails",
  summary: "TLS certificate without its private key",
  *check({ objects }): Iterable<Finding> {
    const keyless = transportsAmong(objects).filter(
      ({ protocol, object }) =>
        protocol === "tls" &&
        filledOption(object, "cert_file") !== undefined &&
        filledOption(object, "priv_key_file") === undefined,
    );
    for (const [option, group] of groupedBy(keyless, ({ object }) => filledOption(object, "cert_file"))) {
      if (option === undefined) continue;
      const names = group.map(({ id }) => id);
      yield {
        ...namePlace(option),
        message: `${counted("transport", names)} ${names.length === 1 ? "has" : "have"} "cert_file" but no "priv_key_file": Asterisk does not look for the key in the certificate's file, so nobody can connect over TLS`,
        fixes: suggestion(
          "Take the key from the same file",
          addedBehind(option, "priv_key_file", option.value),
        ),
      };
    }
  },
};
