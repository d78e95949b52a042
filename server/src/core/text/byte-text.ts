// Texts whose every unit is one byte, for what Asterisk counts, cuts and compares in bytes.

import { decodeBytes, encodeText } from "./bytes.ts";

/** The bytes of a text as units of their own; a text of ASCII is its own. */
export function toByteText(text: string): string {
  if (isAscii(text)) return text;
  let bytes = "";
  for (const byte of encodeText(text)) bytes += String.fromCharCode(byte);
  return bytes;
}

/** The text that has these bytes. */
export function fromByteText(bytes: string): string {
  if (isAscii(bytes)) return bytes;
  return decodeBytes(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
