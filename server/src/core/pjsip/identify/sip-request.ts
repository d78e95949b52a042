// What Asterisk looks at in a request to find out whom it comes from.

import { printAddressAndPort } from "../address-range.ts";
import { type NumericAddress, numericAddress, splitHostPort } from "../values/numeric-address.ts";

export interface HeaderLine {
  readonly name: string;
  readonly value: string;
}

export interface SipRequest {
  readonly address: NumericAddress;
  /** The source port. */
  readonly port: number;
  /** User and domain of the From header. */
  readonly user: string | undefined;
  readonly domain: string | undefined;
  readonly headers: readonly HeaderLine[];
  readonly requestUri: string | undefined;
}

/** Where a request comes from and what it says. */
export interface RequestFacts {
  /** `ADDRESS`, `ADDRESS:PORT` or `[ADDRESS]:PORT`. */
  readonly source: string;
  readonly port?: number | undefined;
  /** `USER` or `USER@DOMAIN`. */
  readonly from?: string | undefined;
  readonly headers?: readonly HeaderLine[];
  readonly requestUri?: string | undefined;
}

/** The request, or what is wrong with the facts. */
export function sipRequest(facts: RequestFacts): SipRequest | { readonly error: string } {
  const { host, port } = splitHostPort(facts.source);
  const address = numericAddress(host);
  if (address === undefined || address.short || address.octal)
    return {
      error: `"${facts.source}" is no IP address (write 198.51.100.7, 198.51.100.7:5060 or [2001:db8::7]:5060)`,
    };
  if (port !== undefined && !isPort(port)) return { error: `"${port}" is no port (1 to 65535)` };
  const [user, domain] = userAndDomain(facts.from);
  const headers = [...(facts.headers ?? []), ...impliedHeaders(facts)];
  return {
    address,
    port: facts.port ?? (port === undefined ? 5060 : Number(port)),
    user,
    domain,
    headers,
    requestUri: facts.requestUri,
  };
}

export function isPort(text: string): boolean {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535;
}

function userAndDomain(from: string | undefined): readonly (string | undefined)[] {
  if (from === undefined || from === "") return [undefined, undefined];
  const at = from.lastIndexOf("@");
  return at === -1 ? [from, undefined] : [from.slice(0, at), from.slice(at + 1)];
}

/** Reads `Name: value`; undefined where there is no name. */
export function headerLine(text: string): HeaderLine | undefined {
  const found = /^\s*([^\s:]+)\s*:\s*(.*?)\s*$/.exec(text);
  return found === null ? undefined : { name: found[1] ?? "", value: found[2] ?? "" };
}

/** From and To are in every request, as far as we know them; a given header goes first. */
function impliedHeaders({ headers = [], from, requestUri }: RequestFacts): HeaderLine[] {
  const given = new Set(headers.map(({ name }) => name.toLowerCase()));
  const implied: HeaderLine[] = [];
  if (requestUri !== undefined && !given.has("to")) implied.push({ name: "To", value: `<${requestUri}>` });
  if (from?.includes("@") === true && !given.has("from"))
    implied.push({ name: "From", value: `<sip:${from}>;tag=1` });
  return implied;
}

/** The name of the sender as Asterisk logs it. */
function fromUri({ user, domain }: SipRequest): string {
  return `<sip:${user ?? "<user>"}@${domain ?? "<domain>"}>`;
}

/** What Asterisk logs of a request that nobody is found for. */
export function noMatchLog(request: SipRequest): string {
  return `Request 'INVITE' from '${fromUri(request)}' failed for '${printAddressAndPort(request.address, request.port)}' (callid: <callid>) - No matching endpoint found`;
}
