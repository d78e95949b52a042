// match_header and match_request_uri of an identify section: header_identify_match_check and
// request_identify_match_check in res_pjsip_endpoint_identifier_ip.c.

import { compileRegex } from "../../config/posix-regex.ts";
import type { ConfigOption } from "../../config/section.ts";
import { trimBlanks } from "../../text/ascii.ts";

/** A literal text, or an expression between slashes. */
export interface TextMatch {
  readonly option: ConfigOption;
  /** The header it is about; undefined: the request URI. */
  readonly header: string | undefined;
  readonly text: string;
  readonly matches: (text: string) => boolean;
}

/** Reads a match_header option; undefined where Asterisk refuses it or finds it empty. */
export function headerMatch(option: ConfigOption | undefined): TextMatch | undefined {
  const colon = option?.value.indexOf(":") ?? -1;
  if (option === undefined || colon === -1) return undefined;
  const header = trimBlanks(option.value.slice(0, colon));
  const text = trimBlanks(option.value.slice(colon + 1));
  return header === "" ? undefined : textMatch(option, header, text);
}

export function uriMatch(option: ConfigOption | undefined): TextMatch | undefined {
  return option === undefined || option.value === "" ? undefined : textMatch(option, undefined, option.value);
}

/** Both slashes of "//" are cut off, which leaves the empty text. */
function textMatch(option: ConfigOption, header: string | undefined, text: string): TextMatch | undefined {
  if (text.length < 2 || !text.startsWith("/") || !text.endsWith("/"))
    return { option, header, text, matches: (other) => other === text };
  const source = text.slice(1, -1);
  if (source === "") return { option, header, text: "", matches: (other) => other === "" };
  const regex = compileRegex(source);
  return "error" in regex ? undefined : { option, header, text, matches: regex.matches };
}
