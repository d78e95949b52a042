// Ranges of addresses as identify sections and lists of providers write them. The only module that knows
// ip-cidr: it reads and prints ranges for people. Matching does not use it, since Asterisk also takes masks with
// gaps, and large sites have ranges by the ten thousand.

import IPCIDR from "ip-cidr";
import { scanDecimal } from "./values/c-number.ts";
import { dotted, isMapped, type NumericAddress, numericAddress } from "./values/numeric-address.ts";

/** All addresses that agree with `network` in the bits that `mask` holds. */
export interface AddressRange {
  readonly family: 4 | 6;
  /** Four bytes or eight words, those bits cleared that the mask does not hold. */
  readonly network: readonly number[];
  readonly mask: readonly number[];
  /** How many bits the mask holds; undefined where it has gaps. */
  readonly prefix: number | undefined;
}

/** ::ffff:a.b.c.d counts as the IPv4 address in it, as it does for Asterisk. */
export function plainAddress(address: NumericAddress): NumericAddress {
  if (!isMapped(address)) return address;
  const [high = 0, low = 0] = address.parts.slice(6);
  return { ...address, family: 4, parts: [high >> 8, high & 255, low >> 8, low & 255] };
}

/** The range of an address and what stands behind its "/", if anything does; undefined where it is no mask. */
export function rangeOf(written: NumericAddress, mask?: string): AddressRange | undefined {
  const address = plainAddress(written);
  const bits = mask === undefined ? fullMask(address.family) : maskOf(mask, address.family);
  if (bits === undefined) return undefined;
  const network = address.parts.map((part, index) => part & (bits[index] ?? 0));
  return { family: address.family, network, mask: bits, prefix: prefixOf(bits, address.family) };
}

function fullMask(family: 4 | 6): readonly number[] {
  return family === 4 ? [255, 255, 255, 255] : prefixMask(128, 6);
}

function maskOf(text: string, family: 4 | 6): readonly number[] | undefined {
  if (text.includes(".") || text.includes(":")) {
    const written = numericAddress(text.replace(/^\[(.*)\]$/, "$1"));
    const address = written === undefined ? undefined : plainAddress(written);
    return address?.family === family ? address.parts : undefined;
  }
  const bits = scanDecimal(text);
  return bits === undefined || bits < 0 || bits > sizeOf(family) ? undefined : prefixMask(bits, family);
}

/** Bits of a part: a byte of IPv4, a word of IPv6. */
function widthOf(family: 4 | 6): number {
  return family === 4 ? 8 : 16;
}

export function sizeOf(family: 4 | 6): 32 | 128 {
  return family === 4 ? 32 : 128;
}

function prefixMask(bits: number, family: 4 | 6): readonly number[] {
  const width = widthOf(family);
  return Array.from({ length: sizeOf(family) / width }, (_, index) => {
    const left = Math.min(width, Math.max(0, bits - index * width));
    return 2 ** width - 2 ** (width - left);
  });
}

function prefixOf(mask: readonly number[], family: 4 | 6): number | undefined {
  const width = widthOf(family);
  let prefix = 0;
  for (const part of mask) prefix += Math.log2(2 ** width / (2 ** width - part));
  return Number.isInteger(prefix) && prefixMask(prefix, family).every((part, at) => part === mask[at])
    ? prefix
    : undefined;
}

export function holds({ family, network, mask }: AddressRange, address: NumericAddress): boolean {
  if (address.family !== family) return false;
  return network.every((part, index) => part === ((address.parts[index] ?? 0) & (mask[index] ?? 0)));
}

/** Whether every address of `inner` lies in `outer`. */
export function holdsRange(outer: AddressRange, inner: AddressRange): boolean {
  if (outer.family !== inner.family) return false;
  return outer.network.every((part, index) => {
    const mask = outer.mask[index] ?? 0;
    return ((inner.mask[index] ?? 0) & mask) === mask && part === ((inner.network[index] ?? 0) & mask);
  });
}

/** A name for the network that an address belongs to at a length of prefix. */
export function networkKey(address: NumericAddress, prefix: number): string {
  const mask = prefixMask(prefix, address.family);
  return `${address.family}/${prefix}/${address.parts.map((part, index) => part & (mask[index] ?? 0)).join(".")}`;
}

export function rangeKey({ family, network, prefix }: AddressRange): string {
  return `${family}/${prefix}/${network.join(".")}`;
}

/** How many leading bits two addresses have in common. */
export function commonBits(left: readonly number[], right: readonly number[], family: 4 | 6): number {
  const width = widthOf(family);
  for (const [index, part] of left.entries()) {
    const difference = part ^ (right[index] ?? 0);
    if (difference !== 0) return index * width + width - 1 - Math.floor(Math.log2(difference));
  }
  return sizeOf(family);
}

/** An address as people write it. */
export function printAddress({ family, parts }: Pick<NumericAddress, "family" | "parts">): string {
  return family === 4 ? parts.join(".") : cidr(parts, family, 128).addressStart.correctForm();
}

/** An address and a port as Asterisk logs them. */
export function printAddressAndPort(address: NumericAddress, port: number): string {
  const text = printAddress(address);
  return address.family === 4 ? `${text}:${port}` : `[${text}]:${port}`;
}

/** "198.51.100.7", "198.51.100.0/24" or "10.0.0.0/255.0.255.0". */
export function printRange({ family, network, mask, prefix }: AddressRange): string {
  const address = printAddress({ family, parts: network });
  if (prefix === sizeOf(family)) return address;
  return `${address}/${prefix ?? printAddress({ family, parts: mask })}`;
}

/** The first and the last address of a range without gaps. */
export function firstAndLast({ family, network, prefix }: AddressRange): readonly NumericAddress[] {
  if (prefix === undefined) return [];
  return cidr(network, family, prefix)
    .toRange<string>()
    .flatMap((text) => numericAddress(text) ?? []);
}

function cidr(parts: readonly number[], family: 4 | 6, prefix: number): IPCIDR {
  const text = family === 4 ? parts.join(".") : parts.map((word) => word.toString(16)).join(":");
  return new IPCIDR(`${text}/${prefix}`);
}

/** The range of an address or a CIDR as people write it in a list; undefined where it is neither. */
export function readRange(text: string): AddressRange | undefined {
  const [written = "", mask, ...more] = text.split("/");
  const address = numericAddress(written);
  if (address === undefined || more.length > 0) return undefined;
  if (address.family === 4 && dotted(address) !== written) return undefined;
  if (mask !== undefined && !IPCIDR.isValidCIDR(text)) return undefined;
  return rangeOf(address, mask);
}
