// Asterisk counts bytes, we count UTF-16 units. A byte that is not valid UTF-8 is kept as one lone low
// surrogate U+DC80..U+DCFF, so that text turns back into the very bytes it came from.

const escapeBase = 0xdc00;

/** Decodes bytes as UTF-8; each byte that is no UTF-8 becomes U+DC00 plus its value. Keeps a byte-order mark. */
export function decodeBytes(bytes: Uint8Array): string {
  const parts: string[] = [];
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      units.push(escapeBase + (bytes[at] ?? 0));
      at += 1;
    } else {
      pushCodePoint(units, codePoint(bytes, at, length));
      at += length;
    }
    if (units.length >= 4096) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join("");
}

/** The bytes of a text made by `decodeBytes`: its exact inverse. */
export function encodeText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6);
      bytes[length++] = 0x80 | (unit & 63);
      continue;
    }
    if (isEscapedByte(unit)) {
      bytes[length++] = unit - escapeBase;
      continue;
    }
    const point = text.codePointAt(index) ?? 0;
    if (point > 0xffff) {
      bytes[length++] = 0xf0 | (point >> 18);
      bytes[length++] = 0x80 | ((point >> 12) & 63);
      index++;
    } else {
      bytes[length++] = 0xe0 | (point >> 12);
    }
    bytes[length++] = 0x80 | ((point >> 6) & 63);
    bytes[length++] = 0x80 | (point & 63);
  }
  return bytes.subarray(0, length);
}

/** How many bytes the text has on disk. */
export function byteLength(text: string, start = 0, end: number = text.length): number {
  let bytes = 0;
  for (let index = start; index < end; index++) bytes += unitBytes(text, index);
  return bytes;
}

/** The longest beginning of `text` that has at most `limit` bytes; a character cut in two keeps its first bytes. */
export function firstBytes(text: string, limit: number): string {
  if (text.length * 3 <= limit) return text;
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    bytes += unitBytes(text, index);
    if (bytes > limit) return cutBytes(text, index, limit);
  }
  return text;
}

function cutBytes(text: string, near: number, limit: number): string {
  const start = near > 0 && isHighSurrogate(text.charCodeAt(near - 1)) ? near - 1 : near;
  const kept = text.slice(0, start);
  const rest = encodeText(text.slice(start, start + 2)).subarray(0, Math.max(0, limit - byteLength(kept)));
  return kept + decodeBytes(rest);
}

/** Bytes of one UTF-16 unit: a surrogate pair counts 4 at its first half and 0 at its second. */
function unitBytes(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) return 4;
  if (isLowSurrogate(unit)) {
    if (index > 0 && isHighSurrogate(text.charCodeAt(index - 1))) return 0;
    return isEscapedByte(unit) ? 1 : 3;
  }
  return 3;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}

/** Whether the unit stands for one byte that was not UTF-8. */
export function isEscapedByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

/** Length of the valid UTF-8 sequence at `at`, or 0. Overlong forms and surrogates are not valid. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  for (let index = 1; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  if (first === 0xe0 && second < 0xa0) return 0;
  if (first === 0xed && second >= 0xa0) return 0;
  if (first === 0xf0 && second < 0x90) return 0;
  if (first === 0xf4 && second >= 0x90) return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let point = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 63);
  return point;
}

function pushCodePoint(units: number[], point: number): void {
  if (point <= 0xffff) {
    units.push(point);
    return;
  }
  units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
}
