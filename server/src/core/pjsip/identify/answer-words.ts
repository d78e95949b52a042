// The answer to "whom is this request taken for?" in words; the secrets of options are masked in them.

import type { ConfigOption } from "../../config/section.ts";
import { maskSentence, maskValue } from "../../text/secrets.ts";
import { printAddressAndPort } from "../address-range.ts";
import type { PjsipObject } from "../judgement.ts";
import type { Match, Near, OtherMatch } from "./answer.ts";
import type { IdentifierKind } from "./identifier-order.ts";
import type { SipRequest } from "./sip-request.ts";

export const kindWords: Readonly<Record<IdentifierKind, string>> = {
  line: "by the line parameter of a registration",
  ip: "by its source address",
  username: "by its From user",
  anonymous: "as anonymous, like every request that nobody else takes",
  header: "by a header",
  request_uri: "by its request URI",
  auth_username: "by the user name of its credentials",
};

const reasonWords: Readonly<Record<OtherMatch["reason"], string>> = {
  "later-section": "comes later in the byte order of the section names",
  "later-kind": "comes later in the order of identifiers",
  "no-endpoint":
    "leads to an endpoint that does not exist, so Asterisk goes on with the next kind of identifier",
  "dropped-endpoint":
    "leads to an endpoint that Asterisk drops for a mistake that lint tells, so it goes on with the next kind of identifier",
};

/** A request in a few words. */
export function requestText({ address, port, user, domain }: SipRequest): string {
  const from =
    user === undefined ? "" : ` with From user "${user}${domain === undefined ? "" : `@${domain}`}"`;
  return `${printAddressAndPort(address, port)}${from}`;
}

/** What decides, in a few words: `identify "itsp", match = 198.51.100.7 (pjsip.conf:12)`. */
export function matchText({ object, option, item }: Pick<Match, "object" | "option" | "item">): string {
  const value =
    option === undefined ? "" : `, ${option.name} = ${item ?? maskValue(option.name, option.value)}`;
  return `${object.type} "${object.id}"${value} (${placeText(object, option)})`;
}

export function otherText(other: OtherMatch): string {
  return `${matchText(other)} for endpoint "${other.endpoint}": ${reasonWords[other.reason]}`;
}

export function nearText({ message, object, option }: Near): string {
  return `${maskSentence(message)} (${placeText(object, option)})`;
}

function placeText(object: PjsipObject, option: ConfigOption | undefined): string {
  const { file, line } = placeOf(object, option);
  return `${file}:${line}`;
}

/** Where an object, or an option of it, stands. */
export function placeOf(
  { section }: PjsipObject,
  option: ConfigOption | undefined,
): { file: string; line: number } {
  return option === undefined
    ? { file: section.file.path, line: section.header.number }
    : { file: option.file.path, line: option.line.number };
}
