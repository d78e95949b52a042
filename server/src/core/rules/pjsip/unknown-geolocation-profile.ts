import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const unknownGeolocationProfile: PjsipFaultRule = {
  id: "pjsip/unknown-geolocation-profile",
  on: "pjsip-fault",
  kinds: ["unknown-geolocation-profile"],
  effect: "object-rejected",
  summary: "Geolocation profile that does not exist",
  describe: (fault) => ({
    message: `geolocation.conf has no profile ${quoted(piece(fault))}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};
