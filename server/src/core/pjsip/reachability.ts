// Who can reach endpoints from the network at all: transports, and access lists that may keep strangers away.

import { filledOption } from "./effective-options.ts";
import type { PjsipObject } from "./judgement.ts";
import type { ObjectIndex } from "./object-index.ts";
import { lastValue } from "./objects/object-fault.ts";
import { isWebSocket } from "./transports.ts";

/**
 * Whether a stranger's request can get in: a transport on the machine's own address keeps all others out, and so may
 * a section of type=acl.
 */
export function isOpenToNetwork(index: ObjectIndex): boolean {
  if (index.ofType("acl").some(hasAccessList)) return false;
  return index.transports.some((transport) => !transport.loopback || isWebSocket(transport));
}

/** Whether calls, messages or subscriptions of an endpoint lead to any context that exists; true where we cannot know. */
export function leadsAnywhere(endpoint: PjsipObject, contexts: ReadonlySet<string> | undefined): boolean {
  if (contexts === undefined || contexts.has(contextOf(endpoint))) return true;
  return ["message_context", "subscribe_context"].some((name) => contexts.has(lastValue(endpoint, name)));
}

/** Where the calls of an endpoint arrive. */
export function contextOf(endpoint: PjsipObject): string {
  return lastValue(endpoint, "context") || "default";
}

const accessOptions: readonly string[] = [
  "acl",
  "deny",
  "permit",
  "contact_acl",
  "contact_deny",
  "contact_permit",
];

/** Whether an object has an access list of any kind; whether the list does what it should is another matter. */
export function hasAccessList(object: PjsipObject): boolean {
  return accessOptions.some((name) => filledOption(object, name) !== undefined);
}
