// match_header and match_request_uri of an identify section: ip_identify_apply in
// res_pjsip_endpoint_identifier_ip.c, whose two messages about regular expressions are swapped.

import { compileRegex } from "../../config/posix-regex.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { stripped } from "./items.ts";
import { rejected } from "./make-fault.ts";

export const headerMatchCheck: ValueCheck = (value) => {
  if (value === "") return noFaults;
  const colon = value.indexOf(":");
  if (colon === -1) {
    const log = (id: string): string[] => [
      `Identify '${id}' missing ':' separator in match_header '${value}'.`,
    ];
    return [rejected("invalid-header-match", 0, value.length, log, { applied: true })];
  }
  if (stripped(value, 0, colon).text === "") {
    const log = (id: string): string[] => [
      `Identify '${id}' has no SIP header to match in match_header '${value}'.`,
    ];
    return [rejected("invalid-header-match", 0, colon + 1, log, { applied: true })];
  }
  const behind = stripped(value, colon + 1, value.length);
  return regexFaults(behind.text, behind.start, "match_request_uri");
};

export const uriPatternCheck: ValueCheck = (value) => regexFaults(value, 0, "match_header");

/** The text is an expression only between slashes, and not when it is empty. */
function regexFaults(text: string, start: number, named: string): readonly ValueFault[] {
  if (text.length < 3 || !text.startsWith("/") || !text.endsWith("/")) return noFaults;
  const source = text.slice(1, -1);
  if (!("error" in compileRegex(source))) return noFaults;
  const log = (id: string): string[] => [`Identify '${id}' failed to compile ${named} regex '${source}'.`];
  return [rejected("invalid-regex", start + 1, start + 1 + source.length, log, { applied: true })];
}
