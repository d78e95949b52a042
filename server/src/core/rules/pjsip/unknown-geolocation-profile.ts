import { closest } from "../../text/closest.ts";
import { pieceOf, writtenAt } from "../fix.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, piece } from "./words.ts";

export const unknownGeolocationProfile: PjsipFaultRule = {
  id: "pjsip/unknown-geolocation-profile",
  on: "pjsip-fault",
  kinds: ["unknown-geolocation-profile"],
  effect: "object-rejected",
  summary: "Geolocation profile that does not exist",
  describe: (fault, { environment }) => {
    const { option, start, end } = fault.judgement;
    const near = closest(piece(fault), environment.geolocationProfiles ?? []);
    const place = option === undefined ? undefined : pieceOf(option, start, end);
    return {
      message: `geolocation.conf has no profile ${quoted(piece(fault))}: ${consequence(fault)}`,
      fixes: near === undefined ? [] : writtenAt(place, near, `Change to "${near}"`, false),
    };
  },
};
