// What kind of network an address belongs to.

import type { NumericAddress } from "./numeric-address.ts";

/** 127.0.0.0/8 and ::1. */
export function isLoopback({ family, parts }: NumericAddress): boolean {
  if (family === 4) return parts[0] === 127;
  return parts.slice(0, 7).every((part) => part === 0) && parts[7] === 1;
}

/** 0.0.0.0 and ::. */
export function isUnspecified({ parts }: NumericAddress): boolean {
  return parts.every((part) => part === 0);
}

/** 169.254.0.0/16 and fe80::/10: good on one wire only. */
export function isLinkLocal({ family, parts }: NumericAddress): boolean {
  const [first = 0, second = 0] = parts;
  return family === 4 ? first === 169 && second === 254 : (first & 0xffc0) === 0xfe80;
}

/** RFC 1918, 100.64.0.0/10 of providers, and fc00::/7: addresses that lead nowhere on the internet. */
export function isPrivate({ family, parts }: NumericAddress): boolean {
  const [first = 0, second = 0] = parts;
  if (family === 6) return (first & 0xfe00) === 0xfc00;
  if (first === 10 || (first === 192 && second === 168)) return true;
  return (first === 172 && (second & 0xf0) === 16) || (first === 100 && (second & 0xc0) === 64);
}
