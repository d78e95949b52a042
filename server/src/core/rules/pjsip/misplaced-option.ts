import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name } from "./words.ts";

export const misplacedOption: PjsipFaultRule = {
  id: "pjsip/misplaced-option",
  on: "pjsip-fault",
  kinds: ["misplaced-option"],
  effect: "object-rejected",
  summary: "Option that belongs to another type of object",
  describe: (fault) => ({
    message: `${quoted(name(fault))} is an option of ${fault.judgement.expected ?? "another type"}, not of ${fault.type}: ${consequence(fault)}${advice(fault)}`,
  }),
};

/** Where to put a user name and password, which is the commonest case. */
function advice(fault: PjsipFault): string {
  if (fault.judgement.expected !== "auth") return "";
  const option =
    fault.type === "registration" ? '"outbound_auth"' : '"auth" (phones) or "outbound_auth" (trunks)';
  return fault.type === "registration" || fault.type === "endpoint"
    ? `; write a section with type = auth and name it in ${option}`
    : "";
}
