import type { PjsipFault } from "../../pjsip/model.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { consequence, piece, quoted, replacements } from "./words.ts";

export const invalidDigest: PjsipFaultRule = {
  id: "pjsip/invalid-digest",
  on: "pjsip-fault",
  kinds: ["invalid-digest", "unknown-algorithm"],
  effect: "object-rejected",
  summary: "Password digest or algorithm that cannot be",
  describe: (fault) => ({
    message: `${fault.kind === "invalid-digest" ? "the digest" : quoted(piece(fault))} ${digestTrouble(fault)}: ${consequence(fault)}`,
    fixes: replacements(fault),
  }),
};

function digestTrouble(fault: PjsipFault): string {
  if (fault.kind === "unknown-algorithm") return "is not an algorithm (MD5, SHA-256, SHA-512-256)";
  return `has the wrong length${fault.judgement.expected === undefined ? "" : ` (${fault.judgement.expected} characters are needed)`}`;
}
