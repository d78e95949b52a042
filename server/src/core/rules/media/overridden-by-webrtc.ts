import { namePlace } from "../../config/option-span.ts";
import { isFalse } from "../../pjsip/values/booleans.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import { lineRemoved } from "../fix.ts";
import { suggestion } from "../pjsip/added-line.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const overriddenByWebrtc: InstallationRule = {
  id: "media/overridden-by-webrtc",
  on: "installation",
  effect: "works-otherwise",
  summary: "Option that webrtc=yes sets to something else",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const webrtc = new Set(index.on("endpoint", "webrtc"));
    if (webrtc.size === 0) return;
    const lines = Object.entries(forced).flatMap(([name, { becomes, differs }]) =>
      index
        .last("endpoint", name)
        .filter(({ object, option }) => differs(option.value) && webrtc.has(object))
        .map(({ object, option }) => ({ option, endpoint: object, becomes })),
    );
    for (const [option, group] of groupedBy(lines, (line) => line.option)) {
      const ids = group.map(({ endpoint }) => endpoint.id);
      yield {
        ...namePlace(option),
        message: `"webrtc" makes it ${quoted(`${asciiLower(option.name)} = ${group[0].becomes}`)} for ${counted("endpoint", ids)}: the line has no effect`,
        fixes: suggestion("Remove the line", lineRemoved(option)),
      };
    }
  },
};

interface Forced {
  readonly becomes: string;
  readonly differs: (value: string) => boolean;
}

/** sip_endpoint_apply_handler sets these after all lines are read. */
const forced: Readonly<Record<string, Forced>> = {
  bundle: { becomes: "yes", differs: isFalse },
  rtcp_mux: { becomes: "yes", differs: isFalse },
  use_avpf: { becomes: "yes", differs: isFalse },
  ice_support: { becomes: "yes", differs: isFalse },
  media_use_received_transport: { becomes: "yes", differs: isFalse },
  media_encryption: { becomes: "dtls", differs: (value) => !["", "dtls"].includes(asciiLower(value)) },
  dtls_setup: { becomes: "actpass", differs: (value) => /^(?:active|passive)$/i.test(value) },
  dtls_verify: { becomes: "fingerprint", differs: (value) => isFalse(value) || /^certificate$/i.test(value) },
};
