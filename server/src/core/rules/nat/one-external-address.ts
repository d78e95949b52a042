import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { filledOption } from "../../pjsip/effective-options.ts";
import { isHeardOutside, type Transport, transportsAmong } from "../../pjsip/transports.ts";
import { groupedBy } from "../../text/grouped.ts";
import { addedBehind, suggestion } from "../pjsip/added-line.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";

export const oneExternalAddress: PjsipRule = {
  id: "nat/one-external-address",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Only one of the two external addresses",
  *check({ objects }): Iterable<Finding> {
    const half = transportsAmong(objects).filter(isHalf);
    if (half.length === 0) return;
    // Endpoints may have media addresses of their own.
    const mediaIsTold = objects.some(
      (object) => object.type === "endpoint" && filledOption(object, "media_address") !== undefined,
    );
    for (const [option, transports] of groupedBy(half, given)) {
      if (option === undefined) continue;
      const media = option === transports[0].externalMedia;
      if (!media && mediaIsTold) continue;
      const missing = media ? "external_signaling_address" : "external_media_address";
      const names = transports.map(({ id }) => id);
      yield {
        ...namePlace(option),
        message: `${counted("transport", names)} ${names.length === 1 ? "has" : "have"} "${option.name}" but no "${missing}": ${media ? noSignaling : noMedia}`,
        fixes: suggestion(`Add ${missing}`, addedBehind(option, missing, option.value)),
      };
    }
  },
};

const noSignaling =
  "Contact and Via still name the inside address, so requests that the other side sends during a call (ACK, BYE) may go astray";
const noMedia = "SDP still names the inside address, so the other side's audio may not arrive";

function given({ externalMedia, externalSignaling }: Transport): ConfigOption | undefined {
  return externalMedia ?? externalSignaling;
}

/** Over TCP and TLS requests come back through the same connection. */
function isHalf(transport: Transport): boolean {
  const { externalMedia, externalSignaling, protocol } = transport;
  if ((externalMedia === undefined) === (externalSignaling === undefined)) return false;
  if (!isHeardOutside(transport)) return false;
  return externalSignaling !== undefined || protocol === "udp";
}
