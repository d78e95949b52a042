import { formatVersion } from "../../catalog/version.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { consequence, name, piece, quoted } from "./words.ts";

export const wordNotInVersion: PjsipFaultRule = {
  id: "pjsip/word-not-in-version",
  on: "pjsip-fault",
  kinds: ["word-not-in-version"],
  effect: "object-rejected",
  summary: "Word that the target version does not have",
  describe: (fault, context) => ({
    message: `${quoted(piece(fault))} is not a value of ${quoted(name(fault))} in Asterisk ${formatVersion(context.catalog.version)}: ${consequence(fault)}`,
  }),
};
