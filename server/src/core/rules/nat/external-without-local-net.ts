import { namePlace } from "../../config/option-span.ts";
import type { Transport } from "../../pjsip/transports.ts";
import { isHeardOutside, transportsAmong } from "../../pjsip/transports.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";

export const externalWithoutLocalNet: PjsipRule = {
  id: "nat/external-without-local-net",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "External address on a transport without local_net",
  *check({ objects }): Iterable<Finding> {
    const without = transportsAmong(objects).filter(
      (transport) =>
        external(transport) !== undefined && transport.localNets.length === 0 && isHeardOutside(transport),
    );
    for (const [option, transports] of groupedBy(without, external)) {
      if (option === undefined) continue;
      const names = transports.map(({ id }) => id);
      yield {
        ...namePlace(option),
        message: `${counted("transport", names)} ${names.length === 1 ? "has" : "have"} no "local_net": Asterisk takes every peer to be outside and gives its external address to phones on the local network, too`,
      };
    }
  },
};

function external({ externalMedia, externalSignaling }: Transport): Transport["externalMedia"] {
  return externalMedia ?? externalSignaling;
}
