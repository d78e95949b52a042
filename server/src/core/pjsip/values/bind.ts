// The address that a transport listens on: pj_sockaddr_parse of pjproject.

import { noFaults, type ValueCheck } from "../value-fault.ts";
import { canBeHostName } from "./host-name.ts";
import { rejected } from "./make-fault.ts";
import { numericAddress } from "./numeric-address.ts";

export const bindCheck: ValueCheck = (value) => {
  const place = split(value);
  if (place !== undefined && goodPort(place.port) && isLocalHost(place.host)) return noFaults;
  return [rejected("invalid-bind", 0, value.length)];
};

/** Host and port. More than one colon without brackets is an IPv6 address without port. */
function split(value: string): { host: string; port: string | undefined } | undefined {
  if (value.startsWith("[")) {
    const close = value.indexOf("]");
    if (close === -1) return undefined;
    const behind = value.slice(close + 1);
    if (behind !== "" && !behind.startsWith(":")) return undefined;
    return { host: value.slice(1, close), port: behind === "" ? undefined : behind.slice(1) };
  }
  const colons = value.split(":").length - 1;
  if (colons !== 1) return { host: value, port: undefined };
  const colon = value.indexOf(":");
  return { host: value.slice(0, colon), port: value.slice(colon + 1) };
}

function goodPort(port: string | undefined): boolean {
  return port === undefined || (/^\d*$/.test(port) && Number(port) <= 65535);
}

/**
 * An empty host means every address. Names are resolved, but only a name with a dot and "localhost" can sensibly
 * be our own address.
 */
function isLocalHost(host: string): boolean {
  if (host === "" || numericAddress(host) !== undefined) return true;
  if (host.toLowerCase() === "localhost") return true;
  return host.includes(".") && canBeHostName(host);
}

/** Hosts that are resolved but whose failure keeps the object: media_address and the external addresses. */
export const hostCheck: ValueCheck = (value) => {
  if (
    value === "" ||
    numericAddress(value.replace(/^\[(.*)\]$/, "$1")) !== undefined ||
    canBeHostName(value)
  ) {
    return noFaults;
  }
  const log = [`getaddrinfo("${value}", "(null)", ...): Name or service not known`];
  return [{ mistake: "unresolvable-host", start: 0, end: value.length, rejects: false, log: () => log }];
};
