// The addresses of an identify section: ip_identify_match_handler and ip_identify_match_host_lookup in
// res_pjsip_endpoint_identifier_ip.c.

import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { ruleFaults } from "./acl-rules.ts";
import { canBeHostName } from "./host-name.ts";
import { type Item, strippedItems } from "./items.ts";
import { rejected } from "./make-fault.ts";
import { addressWithPort, splitHostPort } from "./numeric-address.ts";

export const identifyMatchCheck: ValueCheck = (value) => {
  const faults: ValueFault[] = [];
  for (const item of strippedItems(value)) {
    if (item.text === "") continue;
    if (item.text.includes("/") || addressWithPort(item.text) !== undefined) {
      faults.push(...ruleFaults(item, true).map((fault) => matchFault(fault, item)));
    } else if (!canBeResolved(item.text)) faults.push(unresolvable(item));
  }
  return faults.length === 0 ? noFaults : faults;
};

function matchFault(fault: ValueFault, item: Item): ValueFault {
  if (!fault.rejects) return fault;
  const mistake = fault.mistake === "invalid-netmask" ? fault.mistake : "invalid-match";
  return {
    ...fault,
    mistake,
    log: (id, option, line) => [
      ...fault.log(id, option, line),
      `Failed to add address '${item.text}' to ip endpoint identifier '${id}'`,
    ],
  };
}

function canBeResolved(text: string): boolean {
  const { host, port } = splitHostPort(text);
  return canBeHostName(host) && (port === undefined || /^[A-Za-z0-9-]*$/.test(port));
}

/** A name that no resolver can ever find; all lines of the option count, so it is not only the last one. */
function unresolvable(item: Item): ValueFault {
  const { host, port } = splitHostPort(item.text);
  const log = (id: string): string[] => [
    `getaddrinfo("${host}", "${port === undefined || port === "" ? "(null)" : port}", ...): Name or service not known`,
    `Identify '${id}' failed when adding resolution results of '${item.text}'`,
  ];
  return rejected("unresolvable-match", item.start, item.end, log, { applied: true });
}
