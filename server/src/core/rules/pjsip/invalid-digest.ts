import type { PjsipFault } from "../../pjsip/model.ts";
import { digestAlgorithm, digestsOf } from "../../pjsip/values/digests.ts";
import type { PjsipFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { consequence, forWhom, objects, piece, replacements } from "./words.ts";

export const invalidDigest: PjsipFaultRule = {
  id: "pjsip/invalid-digest",
  on: "pjsip-fault",
  kinds: ["invalid-digest", "unknown-algorithm"],
  effect: "object-rejected",
  summary: "Password digest or algorithm that cannot be",
  describe: (fault) => {
    const fixes = replacements(fault);
    if (fault.judgement.rejects) return { message: `${trouble(fault)}: ${consequence(fault)}`, fixes };
    if (fault.kind === "unknown-algorithm") {
      const message = `${trouble(fault)}: Asterisk uses MD5 instead${forWhom(fault)}`;
      return { message, fixes, effect: "works-otherwise" };
    }
    const message = `The digest is not made of the digits 0 to 9 and a to f: no login to ${objects(fault)} can succeed`;
    return { message, effect: "call-fails" };
  },
};

function trouble(fault: PjsipFault): string {
  if (fault.kind === "invalid-digest") return wrongLength(fault);
  // In front of a digest people also write what is secret.
  const written = fault.spec?.secret === true ? `The word before ":"` : quoted(piece(fault));
  return `${written} is not a digest algorithm (MD5, SHA-256, SHA-512-256)`;
}

/** Only the length is said: the digest itself is as good as the password. */
function wrongLength(fault: PjsipFault): string {
  const { option, start, end } = fault.judgement;
  const digest = digestsOf(option?.value ?? "").find(({ hashStart }) => hashStart === start);
  const algorithm = digestAlgorithm(digest?.algorithm ?? "") ?? "MD5";
  const wanted = fault.judgement.expected ?? (algorithm === "MD5" ? "32" : "64");
  return `The digest has ${end - start} characters, but one of ${algorithm} has ${wanted}`;
}
