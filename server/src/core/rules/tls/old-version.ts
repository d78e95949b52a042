import { valuePlace } from "../../config/option-span.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { transportsAmong } from "../../pjsip/transports.ts";
import { asciiLower } from "../../text/ascii.ts";
import { changedValue, suggestion } from "../pjsip/added-line.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const oldVersion: PjsipRule = {
  id: "tls/old-version",
  on: "pjsip",
  effect: "insecure",
  summary: "TLS version that is broken",
  *check({ objects }): Iterable<Finding> {
    for (const { protocol, object } of transportsAmong(objects)) {
      const method = filledOption(object, "method");
      if (protocol !== "tls" || method === undefined || !old.includes(asciiLower(method.value))) continue;
      yield {
        ...valuePlace(method),
        message: `${quoted(method.value)} allows this old protocol and nothing newer: it is broken, and current phones and providers refuse it`,
        fixes: suggestion('Change to "tlsv1_2"', changedValue(method, "tlsv1_2")),
      };
    }
  },
};

const old: readonly string[] = ["sslv2", "sslv3", "tlsv1", "tlsv1_1"];
