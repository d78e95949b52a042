// An address or a network in words: which addresses it takes, how many, and where they are used.

import {
  type AddressRange,
  firstAndLast,
  holdsRange,
  printAddress,
  printRange,
  rangeOf,
  readRange,
  sizeOf,
} from "../../pjsip/address-range.ts";
import { addressWithPort, numericAddress, splitHostPort } from "../../pjsip/values/numeric-address.ts";

/** "192.168.0.0 to 192.168.0.255, 256 addresses, private"; undefined for what is no address. */
export function addressWords(text: string): string | undefined {
  const range = rangeIn(text.replace(/^!/, "").trim());
  if (range === undefined) return undefined;
  const { network, prefix, family } = range;
  if (prefix === sizeOf(family) && network.every((part) => part === 0))
    return `all IPv${family} addresses of this machine`;
  const parts = [extentWords(range), useWords(range)].filter((part) => part !== undefined);
  return parts.join(", ");
}

function rangeIn(text: string): AddressRange | undefined {
  const [host = "", mask, ...more] = text.split("/");
  if (more.length > 0) return undefined;
  const address = mask === undefined ? addressWithPort(host) : numericAddress(splitHostPort(host).host);
  return address === undefined ? undefined : rangeOf(address, mask);
}

function extentWords(range: AddressRange): string {
  const { family, prefix } = range;
  if (prefix === undefined) return `${printRange(range)}: a mask with gaps`;
  if (prefix === sizeOf(family)) return `one IPv${family} address`;
  const bits = sizeOf(family) - prefix;
  const count = bits <= 53 ? (2 ** bits).toLocaleString("en-US") : `2^${bits}`;
  const [first, last] = firstAndLast(range);
  if (first === undefined || last === undefined) return `${count} addresses`;
  if (prefix === 0) return `every IPv${family} address`;
  return `${printAddress(first)} to ${printAddress(last)}, ${count} addresses`;
}

const uses: readonly (readonly [range: string, words: string])[] = [
  ["127.0.0.0/8", "this machine"],
  ["::1", "this machine"],
  ["10.0.0.0/8", "private"],
  ["172.16.0.0/12", "private"],
  ["192.168.0.0/16", "private"],
  ["fc00::/7", "private"],
  ["169.254.0.0/16", "link-local"],
  ["fe80::/10", "link-local"],
  ["100.64.0.0/10", "shared by the customers of a provider"],
  ["192.0.2.0/24", "reserved for examples in documentation"],
  ["198.51.100.0/24", "reserved for examples in documentation"],
  ["203.0.113.0/24", "reserved for examples in documentation"],
  ["2001:db8::/32", "reserved for examples in documentation"],
  ["224.0.0.0/4", "multicast"],
  ["ff00::/8", "multicast"],
];

let knownUses: readonly (readonly [range: AddressRange, words: string])[] | undefined;

function useWords(range: AddressRange): string | undefined {
  knownUses ??= uses.flatMap(([text, words]) => {
    const known = readRange(text);
    return known === undefined ? [] : [[known, words] as const];
  });
  if (range.network.every((part) => part === 0) && range.mask.every((part) => part === 0)) return undefined;
  for (const [known, words] of knownUses) if (holdsRange(known, range)) return words;
  return "public";
}
