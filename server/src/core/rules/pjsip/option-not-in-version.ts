import { formatVersion } from "../../catalog/version.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, quoted, since } from "./words.ts";

export const optionNotInVersion: PjsipFaultRule = {
  id: "pjsip/option-not-in-version",
  on: "pjsip-fault",
  kinds: ["option-not-in-version"],
  effect: "object-rejected",
  summary: "Option that the target version does not have",
  describe: (fault, context) => ({
    message: `${quoted(name(fault))} is not in Asterisk ${formatVersion(context.catalog.version)}${since(fault)}: ${consequence(fault)}`,
  }),
};
