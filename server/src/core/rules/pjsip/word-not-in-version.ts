import { formatVersion } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted, versions } from "../words.ts";
import { consequence, name, piece } from "./words.ts";

export const wordNotInVersion: PjsipFaultRule = {
  id: "pjsip/word-not-in-version",
  on: "pjsip-fault",
  kinds: ["word-not-in-version"],
  effect: "object-rejected",
  summary: "Word that the target version does not have",
  describe: (fault, { catalog }) => {
    const word = asciiLower(piece(fault));
    const known = versions(
      fault.spec?.valuesIntroduced?.[word],
      fault.spec?.valuesRemoved?.[word],
      catalog.version,
    );
    return {
      message: `${quoted(name(fault))} does not take ${quoted(piece(fault))} in Asterisk ${formatVersion(catalog.version)}${known}: ${consequence(fault)}`,
    };
  },
};
