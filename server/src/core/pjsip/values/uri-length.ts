// The first look at a URI: ast_sip_validate_uri_length in res_pjsip.c.

import { asciiLower, trimBlanks } from "../../text/ascii.ts";
import { byteLength } from "../../text/bytes.ts";

const maximumUri = 511;
const maximumHost = 255;
/** Without a port the host is looked up behind "_sips.tcp.", so less is left for it. */
const maximumHostWithoutPort = 245;

/** Whether it is a sip or sips URI, possibly in angle brackets, that is not too long. */
export function isSipUriOfGoodLength(written: string): boolean {
  if (byteLength(written) > maximumUri) return false;
  const uri = unbracketed(trimBlanks(written));
  const scheme = /^sips?:/.exec(asciiLower(uri.slice(0, 5)))?.[0];
  if (scheme === undefined) return false;
  const at = uri.indexOf("@");
  const host = at === -1 ? uri.slice(scheme.length) : uri.slice(at + 1);
  if (host.startsWith("[")) {
    const close = host.indexOf("]");
    if (close === -1) return false;
    return fits(host.slice(0, close + 1), host.charAt(close + 1) === ":");
  }
  const [place = ""] = host.split(/[;?]/, 1);
  const [name = ""] = place.split(":", 1);
  return fits(name, place.includes(":"));
}

function fits(host: string, hasPort: boolean): boolean {
  return byteLength(host) <= (hasPort ? maximumHost : maximumHostWithoutPort);
}

function unbracketed(uri: string): string {
  return uri.startsWith("<") && uri.endsWith(">") && uri.length > 1 ? uri.slice(1, -1) : uri;
}
