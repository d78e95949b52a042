import { namePlace } from "../../config/option-span.ts";
import type { ConfigSection } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipFaultRule, Related } from "../rule.ts";
import { isMisspelled } from "./missing-option.ts";
import { objects } from "./words.ts";

export const missingPassword: PjsipFaultRule = {
  id: "pjsip/missing-password",
  on: "pjsip-fault",
  kinds: ["missing-password"],
  effect: "object-rejected",
  summary: "Credentials without a password or a matching digest",
  describe: (fault, context) => {
    // What we could not read may hold it.
    if (context.load.partial || isMisspelled(fault, passwords, context)) return undefined;
    const related = relatedLines(fault.section);
    const nothing = fault.judgement.option === undefined ? 'no "password"' : 'an empty "password"';
    return {
      message: `${objects(fault)} has ${nothing} and no "password_digest" for ${algorithms(fault.judgement.log)}: Asterisk drops it`,
      related,
    };
  },
};

const passwords: readonly string[] = ["password", "password_digest", "md5_cred"];
const deciding: ReadonlySet<string> = new Set([
  ...["password_digest", "md5_cred", "supported_algorithms_uas", "supported_algorithms_uac"],
]);

/** Asterisk names them, one message each. */
function algorithms(log: readonly string[]): string {
  const names = log.map((text) => /for algorithm (\S+) in/.exec(text)?.[1]);
  return [...new Set(names.filter((name) => name !== undefined))].join(" and ");
}

/** The digests that are there, and the algorithms that are asked for. */
function relatedLines({ options }: ConfigSection): Related[] {
  return options
    .filter(({ name }) => deciding.has(asciiLower(name)))
    .map((option) => ({
      ...namePlace(option),
      message: asciiLower(option.name).startsWith("supported")
        ? "these algorithms are asked for"
        : "this digest is there",
    }));
}
