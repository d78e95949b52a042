// Everything about an object that shows only when all its options are known: what Asterisk's apply handlers
// look at.

import type { PjsipObject } from "../judgement.ts";
import { checkAuth } from "./auth.ts";
import { checkEndpoint } from "./endpoint.ts";
import { checkIdentify } from "./identify.ts";
import { checkNamedAcls } from "./named-acls.ts";
import { noObjectFaults, type ObjectCheck, type ObjectContext, type ObjectFault } from "./object-fault.ts";
import { checkOutboundPublish } from "./outbound-publish.ts";
import { checkRegistration } from "./registration.ts";
import { checkResourceList } from "./resource-list.ts";
import { checkDomainAlias, checkPhoneprov } from "./small-objects.ts";
import { checkGlobal, checkSystem } from "./system.ts";
import { checkTransport } from "./transport.ts";

const checks: ReadonlyMap<string, readonly ObjectCheck[]> = new Map([
  ["acl", [checkNamedAcls]],
  ["auth", [checkAuth]],
  ["domain_alias", [checkDomainAlias]],
  ["endpoint", [checkEndpoint, checkNamedAcls]],
  ["global", [checkGlobal]],
  ["identify", [checkIdentify]],
  ["outbound-publish", [checkOutboundPublish]],
  ["phoneprov", [checkPhoneprov]],
  ["registration", [checkRegistration]],
  ["resource_list", [checkResourceList]],
  ["system", [checkSystem]],
  ["transport", [checkTransport]],
]);

/** Options without which nothing can be wrong with an object of a type as a whole; other types are always checked. */
const deciding: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["acl", new Set(["acl", "contact_acl"])],
  [
    "endpoint",
    new Set([
      ...["acl", "contact_acl", "timers_min_se", "timers_sess_expires", "dtls_auto_generate_cert"],
      ...["rtp_port_start", "rtp_port_end", "preferred_codec_only", "dtls_rekey", "mailboxes"],
      ...["geoloc_incoming_call_profile", "geoloc_outgoing_call_profile"],
    ]),
  ],
]);

/** Whether an option by that name is reason enough to check objects of the type as a whole. */
export function decides(type: string, name: string): boolean {
  return deciding.get(type)?.has(name) === true;
}

/** Whether objects of the type are checked whatever options they have. */
export function isAlwaysChecked(type: string): boolean {
  return checks.has(type) && !deciding.has(type);
}

export function checkObject(object: PjsipObject, context: ObjectContext): readonly ObjectFault[] {
  const found = checks.get(object.type);
  if (found === undefined) return noObjectFaults;
  if (found.length === 1) return found[0]?.(object, context) ?? noObjectFaults;
  return found.flatMap((check) => check(object, context));
}
