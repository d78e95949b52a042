// Lists of addresses: append_ha_core in main/acl.c. Items are not trimmed, and names are not resolved.

import { noFaults, type ValueCheck, type ValueFault, type ValueMistake } from "../value-fault.ts";
import { scanDecimal } from "./c-number.ts";
import { canBeHostName } from "./host-name.ts";
import { type Item, rawItems } from "./items.ts";
import { accepted, rejected, suggest } from "./make-fault.ts";
import {
  addressWithPort,
  dotted,
  isMapped,
  type NumericAddress,
  numericAddress,
  splitHostPort,
} from "./numeric-address.ts";

/** permit, deny and local_net. An empty value only matters where the handler looks at it (type=acl). */
export const aclRulesCheck: ValueCheck = (value, context) => {
  if (value === "" && context.type !== "acl") return noFaults;
  const faults: ValueFault[] = [];
  for (const item of rawItems(value, ",")) faults.push(...ruleFaults(item, false));
  if (context.type !== "acl" || faults.length === 0) return faults.length === 0 ? noFaults : faults;
  return faults.map((fault) => (fault.rejects ? withObjectMessages(fault, value) : fault));
};

/** What a type=acl object adds: acl_handler in res_pjsip_acl.c. */
function withObjectMessages(fault: ValueFault, value: string): ValueFault {
  return {
    ...fault,
    log: (id, option, line) => [
      ...fault.log(id, option, line),
      `Bad ${option.startsWith("contact_") ? "contact ACL" : "ACL"} '${value}' at line '${line}' of pjsip.conf`,
      "There is an error in ACL configuration. Blocking ALL SIP traffic.",
    ],
  };
}

/** The faults of one rule `[!]address[/mask]`; in an identify section the address may have a port. */
export function ruleFaults(item: Item, portAllowed: boolean): readonly ValueFault[] {
  const slash = item.text.indexOf("/");
  const negated = item.text.startsWith("!") ? 1 : 0;
  const addressEnd = slash === -1 ? item.text.length : slash;
  const written = item.text.slice(negated, addressEnd);
  const start = item.start + negated;
  const end = item.start + addressEnd;
  const { port } = splitHostPort(written);
  const address = portAllowed
    ? addressWithPort(written)
    : port === undefined
      ? numericAddress(splitHostPort(written).host)
      : undefined;
  if (address === undefined) return [badAddress(item, written, start, end, portAllowed)];
  const faults = [...silentFaults(address, written, start, end)];
  if (slash !== -1) {
    const family = isMapped(address) ? 4 : address.family;
    const mask = maskFault(item.text.slice(slash + 1), family, end + 1, item.end);
    if (mask !== undefined) faults.push(mask);
  }
  return faults;
}

function badAddress(
  item: Item,
  written: string,
  start: number,
  end: number,
  portAllowed: boolean,
): ValueFault {
  const log = [`Invalid IP address: ${written}`];
  if (!portAllowed && splitHostPort(written).port !== undefined) log.unshift(`Port disallowed in ${written}`);
  const trimmed = item.text.trim();
  if (trimmed === "" && item.text === "") return rejected("acl-empty-item", item.start, item.end, () => log);
  if (trimmed !== item.text) {
    const good = ruleFaults({ text: trimmed, start: 0, end: trimmed.length }, portAllowed).every(
      (fault) => !fault.rejects,
    );
    const extra = good ? { replacement: trimmed } : {};
    return rejected("acl-blank", item.start, item.end, () => log, extra);
  }
  const host = splitHostPort(written);
  const mistake: ValueMistake =
    !portAllowed && host.port !== undefined && numericAddress(host.host) !== undefined
      ? "acl-port"
      : canBeHostName(host.host)
        ? "acl-host-name"
        : "invalid-acl-address";
  const extra = mistake === "acl-port" ? { suggestion: host.host } : {};
  return rejected(mistake, start, end, () => log, extra);
}

/** Addresses that Asterisk takes, though hardly as they were meant. */
function silentFaults(
  address: NumericAddress,
  written: string,
  start: number,
  end: number,
): readonly ValueFault[] {
  if (isMapped(address)) {
    const log = ["IPv4-mapped ACL network address specified. Converting to an IPv4 ACL network address."];
    return [accepted("mapped-address", start, end, () => log)];
  }
  if (address.octal) return [accepted("octal-number", start, end, undefined, suggest(withoutZeros(written)))];
  if (address.short && address.parts.some((part) => part !== 0)) {
    return [accepted("short-address", start, end, undefined, suggest(dotted(address)))];
  }
  return noFaults;
}

function withoutZeros(written: string): string {
  return written.replace(/(^|\.)0+(?=\d)/g, "$1");
}

function maskFault(mask: string, family: 4 | 6, start: number, end: number): ValueFault | undefined {
  if (mask.includes(":") || mask.includes(".")) {
    const { host, port } = splitHostPort(mask);
    const address = port === undefined ? numericAddress(host) : undefined;
    if (address === undefined) {
      const log = [`Invalid netmask: ${mask}`];
      if (port !== undefined) log.unshift(`Port disallowed in ${mask}`);
      return rejected("invalid-netmask", start, end, () => log);
    }
    if (isMapped(address) ? family === 4 : address.family === family) return undefined;
    const log = ["Address and mask are not using same address scheme."];
    return rejected("invalid-netmask", start, end, () => log);
  }
  const bits = scanDecimal(mask);
  if (bits !== undefined && bits >= 0 && bits <= (family === 4 ? 32 : 128)) return undefined;
  const log = [`Invalid CIDR netmask: ${mask}`];
  return rejected("invalid-netmask", start, end, () => log);
}
