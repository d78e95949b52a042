import { namePlace } from "../../config/option-span.ts";
import { transportsAmong } from "../../pjsip/transports.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";

export const localNetAlone: PjsipRule = {
  id: "nat/local-net-alone",
  on: "pjsip",
  effect: "redundant",
  summary: "local_net on a transport without external address",
  *check({ objects }): Iterable<Finding> {
    const alone = transportsAmong(objects).filter(
      ({ externalMedia, externalSignaling, localNets }) =>
        externalMedia === undefined && externalSignaling === undefined && localNets.length > 0,
    );
    for (const [option, transports] of groupedBy(alone, ({ localNets }) => localNets[0])) {
      if (option === undefined) continue;
      const names = transports.map(({ id }) => id);
      yield {
        ...namePlace(option),
        message: `"local_net" does nothing on ${counted("transport", names)}: there is no "external_media_address" or "external_signaling_address" that it could keep from local peers`,
      };
    }
  },
};
