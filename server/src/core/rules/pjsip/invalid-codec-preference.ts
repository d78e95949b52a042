import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, piece } from "./words.ts";

export const invalidCodecPreference: PjsipFaultRule = {
  id: "pjsip/invalid-codec-preference",
  on: "pjsip-fault",
  kinds: ["invalid-codec-preference"],
  effect: "object-rejected",
  summary: "Codec preference that cannot be",
  describe: (fault) => ({ message: `${trouble(fault)}: ${consequence(fault)}` }),
};

function trouble(fault: PjsipFault): string {
  const { option, start } = fault.judgement;
  // The setting that a wrong word is the value of.
  const setting = /([a-z]+)[: ]+$/.exec(option?.value.slice(0, start) ?? "")?.[1];
  return setting === undefined
    ? `${quoted(piece(fault))} is not of the form "name: value"`
    : `${quoted(piece(fault))} is not a value of ${quoted(setting)} here`;
}
