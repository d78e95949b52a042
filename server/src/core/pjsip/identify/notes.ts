// What one should know besides the answer: host names that may decide otherwise, and what comes after
// identification.

import { byteOrder } from "../../text/byte-order.ts";
import { filledOption } from "../effective-options.ts";
import type { Match } from "./answer.ts";
import type { Identification } from "./identification.ts";

export function notesOn(identification: Identification, match: Match | undefined): readonly string[] {
  return [
    ...identification.doubts,
    ...hostNames(identification, match),
    ...(match === undefined ? [] : lineNote(identification, match)),
    ...afterwards(identification, match),
  ];
}

/** Identify sections with host names that Asterisk asks before what was found. */
function hostNames({ withHosts, order }: Identification, match: Match | undefined): string[] {
  if (match === undefined || order.indexOf("ip") > order.indexOf(match.kind)) return [];
  const earlier = withHosts.filter(
    ({ object, endpoint }) =>
      endpoint !== match.endpoint && (match.kind !== "ip" || byteOrder(object.id, match.object.id) < 0),
  );
  return earlier
    .slice(0, 3)
    .map(
      ({ object, hosts, endpoint }) =>
        `identify "${object.id}" is asked earlier: if the host name "${hosts[0]?.host}" has this address, endpoint "${endpoint}" is taken instead`,
    );
}

function lineNote({ lines }: Identification, match: Match): string[] {
  if (match.kind !== "line" || lines.length < 2) return [];
  return [
    `the value of the line parameter is made up when Asterisk starts: it is taken here for that of registration "${match.object.id}"`,
  ];
}

function afterwards({ kept, endpoints }: Identification, match: Match | undefined): string[] {
  const endpoint = match === undefined ? undefined : endpoints.get(match.endpoint);
  const notes: string[] = [];
  if (endpoint !== undefined) {
    const auth = filledOption(endpoint, "auth");
    if (auth !== undefined) notes.push(`the endpoint asks for credentials: auth "${auth.value}"`);
    const acl = ["permit", "deny", "acl", "contact_permit", "contact_deny", "contact_acl"].filter(
      (name) => filledOption(endpoint, name) !== undefined,
    );
    if (acl.length > 0) notes.push(`the endpoint then looks at its access list: ${acl.join(", ")}`);
  }
  const acls = [...kept.ofType("acl").keys()];
  if (acls.length > 0)
    notes.push(`objects of type acl can refuse the request before: ${acls.slice(0, 3).join(", ")}`);
  return notes;
}
