import { formatVersion } from "../../catalog/version.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted, versions } from "../words.ts";
import { consequence, name } from "./words.ts";

export const optionNotInVersion: PjsipFaultRule = {
  id: "pjsip/option-not-in-version",
  on: "pjsip-fault",
  kinds: ["option-not-in-version"],
  effect: "object-rejected",
  summary: "Option that the target version does not have",
  describe: (fault, { catalog }) => {
    const option = catalog.types.get(fault.type)?.optionOfAnyVersion(name(fault));
    const known = versions(option?.introduced, option?.removed, catalog.version);
    return {
      message: `Asterisk ${formatVersion(catalog.version)} has no option ${quoted(name(fault))}${known}: ${consequence(fault)}`,
    };
  },
};
