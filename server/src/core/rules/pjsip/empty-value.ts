import type { PjsipFault } from "../../pjsip/model.ts";
import type { Fix, PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, withoutLine } from "./words.ts";

export const emptyValue: PjsipFaultRule = {
  id: "pjsip/empty-value",
  on: "pjsip-fault",
  kinds: ["empty-value"],
  effect: "object-rejected",
  summary: "Option that must not be empty",
  describe: (fault) => ({
    message: `${quoted(name(fault))} must not be empty${byDefault(fault)}: ${consequence(fault)}`,
    fixes: fixes(fault),
  }),
};

function byDefault(fault: PjsipFault): string {
  const value = fault.spec?.default;
  return value === undefined ? "" : ` (leave it out for the default, ${value})`;
}

function fixes(fault: PjsipFault): readonly Fix[] {
  return fault.spec?.default === undefined ? [] : withoutLine(fault, false);
}
