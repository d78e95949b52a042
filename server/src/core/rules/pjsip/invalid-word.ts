import { formatVersion } from "../../catalog/version.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, name, piece, possibleWords, replacements, withoutItem } from "./words.ts";

export const invalidWord: PjsipFaultRule = {
  id: "pjsip/invalid-word",
  on: "pjsip-fault",
  kinds: ["unknown-word"],
  effect: "object-rejected",
  summary: "Word that this option does not take",
  describe: (fault, { catalog }) => {
    const takes = possibleWords(fault, catalog.version);
    const what = takes === "" ? `has no word for it in ${formatVersion(catalog.version)}` : `takes ${takes}`;
    const written = piece(fault) === "" ? "an empty item" : quoted(piece(fault));
    return {
      message: `${quoted(name(fault))} ${what}, not ${written}: ${consequence(fault)}`,
      fixes: piece(fault) === "" ? withoutItem(fault, "Remove the empty item", true) : replacements(fault),
    };
  },
};
