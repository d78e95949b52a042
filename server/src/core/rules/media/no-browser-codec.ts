import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { lastOption } from "../../pjsip/objects/object-fault.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const noBrowserCodec: InstallationRule = {
  id: "media/no-browser-codec",
  on: "installation",
  effect: "works-otherwise",
  summary: "WebRTC endpoint without a codec that browsers have",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    if (index.partial) return;
    const poor = index
      .on("endpoint", "webrtc")
      .filter((endpoint) => !hasBrowserCodec(index.codecs(endpoint).names));
    for (const [option, group] of groupedBy(poor, allowLine)) {
      if (option === undefined) continue;
      const ids = group.map(({ id }) => id);
      yield {
        ...valuePlace(option),
        message: `${counted("endpoint", ids)} ${ids.length === 1 ? "is" : "are"} for WebRTC, but no browser has any of these audio codecs: allow "opus", "ulaw" or "alaw", too`,
      };
    }
  },
};

const browserCodecs: readonly string[] = ["opus", "ulaw", "alaw", "g722", "all"];

/** Where no codec at all is allowed, that is another mistake. */
function hasBrowserCodec(names: ReadonlySet<string>): boolean {
  return names.size === 0 || browserCodecs.some((name) => names.has(name));
}

function allowLine(endpoint: PjsipObject): ConfigOption | undefined {
  return lastOption(endpoint, "allow") ?? lastOption(endpoint, "disallow");
}
