import { valuePlace } from "../../config/option-span.ts";
import { filledOption, isOn } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import { addedBehind, suggestion } from "../pjsip/added-line.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const dtlsWithoutCertificate: InstallationRule = {
  id: "media/dtls-without-certificate",
  on: "installation",
  effect: "call-fails",
  summary: "DTLS for media without a certificate",
  *check(installation): Iterable<Finding> {
    const bare = installation
      .objects()
      .last("endpoint", "media_encryption")
      .filter(({ object, option }) => asciiLower(option.value) === "dtls" && isWithoutCertificate(object));
    for (const [option, group] of groupedBy(bare, (line) => line.option)) {
      const ids = group.map(({ object }) => object.id);
      yield {
        ...valuePlace(option),
        message: `${counted("endpoint", ids)} ${ids.length === 1 ? "has" : "have"} neither "dtls_cert_file" nor "dtls_auto_generate_cert": without a certificate the DTLS handshake fails and calls have no audio`,
        fixes: suggestion(
          "Add dtls_auto_generate_cert = yes",
          addedBehind(option, "dtls_auto_generate_cert", "yes"),
        ),
      };
    }
  },
};

function isWithoutCertificate(endpoint: PjsipObject): boolean {
  return (
    !isOn(endpoint, "webrtc", false) &&
    !isOn(endpoint, "dtls_auto_generate_cert", false) &&
    filledOption(endpoint, "dtls_cert_file") === undefined
  );
}
