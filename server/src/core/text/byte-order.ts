import { encodeText } from "./bytes.ts";

const ascii = /^[\0-\x7f]*$/;

/** Compares names as strcmp does, byte by byte: upper case comes before lower case. */
export function byteOrder(left: string, right: string): number {
  if (!ascii.test(left) || !ascii.test(right)) return bytesOrder(encodeText(left), encodeText(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

function bytesOrder(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
