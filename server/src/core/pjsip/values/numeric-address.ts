// Numeric addresses as getaddrinfo with AI_NUMERICHOST reads them, and the splitting of host and port:
// ast_sockaddr_parse in main/netsock2.c.

/** An address; `short` where it was written with fewer than four parts, `octal` where a part begins with 0. */
export interface NumericAddress {
  readonly family: 4 | 6;
  /** Four bytes, or eight words. */
  readonly parts: readonly number[];
  readonly short: boolean;
  readonly octal: boolean;
}

/** A host and the port behind it. */
export interface HostPort {
  readonly host: string;
  readonly port: string | undefined;
}

/** Splits as ast_sockaddr_split_hostport does: two colons without brackets make it an IPv6 address. */
export function splitHostPort(text: string): HostPort {
  if (text.startsWith("[")) {
    const close = text.indexOf("]");
    const host = close === -1 ? text.slice(1) : text.slice(1, close);
    const behind = close === -1 ? "" : text.slice(close + 1);
    return { host, port: behind.startsWith(":") ? behind.slice(1) : undefined };
  }
  const colon = text.indexOf(":");
  if (colon === -1 || text.includes(":", colon + 1)) return { host: text, port: undefined };
  return { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** The address of `host` or `host:port`; undefined where Asterisk sees none. */
export function addressWithPort(text: string): NumericAddress | undefined {
  const { host, port } = splitHostPort(text);
  if (port !== undefined && !/^(?:[ \t-\r]*[+-]?[0-9]+)?$/.test(port)) return undefined;
  return numericAddress(host);
}

export function numericAddress(host: string): NumericAddress | undefined {
  return host.includes(":") ? version6(host) : version4(host);
}

/** inet_aton: one to four parts, each decimal, octal behind 0 or hexadecimal behind 0x; the last fills the rest. */
function version4(host: string): NumericAddress | undefined {
  if (host.length > 64) return undefined;
  const pieces = host.split(".");
  if (pieces.length > 4) return undefined;
  const numbers: number[] = [];
  let octal = false;
  for (const [index, piece] of pieces.entries()) {
    const found = /^(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))$/.exec(piece);
    if (found === null) return undefined;
    const number =
      found[1] !== undefined
        ? Number.parseInt(found[1], 16)
        : found[2] !== undefined
          ? Number.parseInt(found[2], 8)
          : Number(found[3]);
    octal ||= found[2] !== undefined && Number(found[2]) !== number;
    const last = index === pieces.length - 1;
    if (number > (last ? 256 ** (5 - pieces.length) - 1 : 255)) return undefined;
    numbers.push(number);
  }
  const rest = numbers.pop() ?? 0;
  const count = 4 - numbers.length;
  for (let index = count - 1; index >= 0; index--) numbers.push(Math.floor(rest / 256 ** index) % 256);
  return { family: 4, parts: numbers, short: pieces.length < 4, octal };
}

/** inet_pton, with a scope behind "%". */
function version6(host: string): NumericAddress | undefined {
  const percent = host.indexOf("%");
  if (percent !== -1 && percent === host.length - 1) return undefined;
  const text = percent === -1 ? host : host.slice(0, percent);
  const gap = text.indexOf("::");
  const head = words(gap === -1 ? text : text.slice(0, gap), gap === -1);
  const tail = gap === -1 ? [] : words(text.slice(gap + 2), true);
  if (head === undefined || tail === undefined) return undefined;
  const missing = 8 - head.length - tail.length;
  if (gap === -1 ? missing !== 0 : missing < 1) return undefined;
  const parts = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return { family: 6, parts, short: false, octal: false };
}

/** The 16-bit words of one side of "::"; the last two may be written as an IPv4 address. */
function words(text: string, mayEndIn4: boolean): number[] | undefined {
  if (text === "") return [];
  const result: number[] = [];
  const pieces = text.split(":");
  for (const [index, piece] of pieces.entries()) {
    if (/^[0-9a-fA-F]{1,4}$/.test(piece)) {
      result.push(Number.parseInt(piece, 16));
    } else if (mayEndIn4 && index === pieces.length - 1) {
      const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(piece);
      const bytes = found?.slice(1).map(Number) ?? [];
      if (found === null || bytes.some((byte, at) => byte > 255 || String(byte) !== found[at + 1]))
        return undefined;
      const [a = 0, b = 0, c = 0, d = 0] = bytes;
      result.push(a * 256 + b, c * 256 + d);
    } else return undefined;
  }
  return result;
}

/** Whether it is ::ffff:a.b.c.d, which Asterisk turns into an IPv4 address. */
export function isMapped(address: NumericAddress): boolean {
  return (
    address.family === 6 &&
    address.parts[5] === 0xffff &&
    address.parts.slice(0, 5).every((word) => word === 0)
  );
}

/** Four bytes with dots between. */
export function dotted(address: NumericAddress): string {
  return address.parts.join(".");
}
