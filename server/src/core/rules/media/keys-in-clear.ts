import { valuePlace } from "../../config/option-span.ts";
import { isOn } from "../../pjsip/effective-options.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { lastOption, lastValue } from "../../pjsip/objects/object-fault.ts";
import { type Transport, transportsOf } from "../../pjsip/transports.ts";
import { asciiLower } from "../../text/ascii.ts";
import { groupedBy } from "../../text/grouped.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { counted } from "../words.ts";

export const keysInClear: InstallationRule = {
  id: "media/keys-in-clear",
  on: "installation",
  effect: "insecure",
  summary: "Media keys sent over a transport that does not encrypt",
  *check(installation): Iterable<Finding> {
    const index = installation.objects();
    const endpoints = index
      .last("endpoint", "media_encryption")
      .filter(({ object, option }) => asciiLower(option.value) === "sdes" && !isOn(object, "webrtc", false))
      .map(({ object }) => object);
    if (endpoints.length === 0) return;
    const { transports, partial } = index;
    const open = endpoints.filter((endpoint) => isOpen(endpoint, transports, partial));
    for (const [option, group] of groupedBy(open, (endpoint) => lastOption(endpoint, "media_encryption"))) {
      const [first] = group;
      if (option === undefined) continue;
      const ids = group.map(({ id }) => id);
      yield {
        ...valuePlace(option),
        message: `the keys of "sdes" stand in SDP, and ${transportOf(first, transports)} does not encrypt it: whoever sees the signaling of ${counted("endpoint", ids)} can decrypt the media`,
      };
    }
  },
};

/** Whether all that the endpoint can use is readable on the wire. */
function isOpen(endpoint: PjsipObject, transports: readonly Transport[], partial: boolean): boolean {
  if (partial && lastValue(endpoint, "transport") === "") return false;
  const own = transportsOf(endpoint, transports);
  return (
    own.length > 0 &&
    own.every(({ protocol }) => protocol === "udp" || protocol === "tcp") &&
    own.some(({ loopback }) => !loopback)
  );
}

function transportOf(endpoint: PjsipObject, transports: readonly Transport[]): string {
  const [first, second] = transportsOf(endpoint, transports);
  if (first === undefined || second !== undefined) return "none of the transports";
  return `transport "${first.id}" (${first.protocol})`;
}
