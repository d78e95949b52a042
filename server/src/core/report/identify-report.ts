// How the answer to "whom is this request taken for?" is shown, as text and as JSON.

import type { ConfigOption } from "../config/section.ts";
import { printAddress, printAddressAndPort } from "../pjsip/address-range.ts";
import type { Answer, Match, Near, OtherMatch } from "../pjsip/identify/answer.ts";
import type { IdentifierKind } from "../pjsip/identify/identifier-order.ts";
import type { SipRequest } from "../pjsip/identify/sip-request.ts";
import type { PjsipObject } from "../pjsip/judgement.ts";
import { printable } from "./printable.ts";
import { maskSentence, maskValue } from "./secrets.ts";
import type { Style } from "./style.ts";

const kindWords: Readonly<Record<IdentifierKind, string>> = {
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

function placeOf({ section }: PjsipObject, option: ConfigOption | undefined): { file: string; line: number } {
  return option === undefined
    ? { file: section.file.path, line: section.header.number }
    : { file: option.file.path, line: option.line.number };
}

/** `--format text`. */
export function identifyText(request: SipRequest, answer: Answer, style: Style): string {
  const { match, others, nearest, notes, log } = answer;
  const who = printable(requestText(request));
  const lines =
    match === undefined
      ? [style.error(`${who} is taken for no endpoint`)]
      : [
          `${who} is taken for endpoint ${style.bold(printable(`"${match.endpoint}"`))} ${kindWords[match.kind]}`,
          `  ${printable(matchText(match))}`,
        ];
  const part = (title: string, texts: readonly string[]): void => {
    if (texts.length > 0) lines.push(`${title}:`, ...texts.map((text) => `  ${printable(text)}`));
  };
  part("Would match as well", others.map(otherText));
  part("Nearest", nearest.map(nearText));
  part("Note", notes);
  part("Asterisk logs", log);
  return `${lines.join("\n")}\n`;
}

/** `--format json`. */
export function identifyJson(request: SipRequest, answer: Answer): string {
  const { match, others, nearest, notes, log } = answer;
  const shown = {
    version: 1,
    request: {
      address: printAddress(request.address),
      port: request.port,
      ...(request.user === undefined ? {} : { user: request.user }),
      ...(request.domain === undefined ? {} : { domain: request.domain }),
      ...(request.requestUri === undefined ? {} : { requestUri: request.requestUri }),
    },
    endpoint: match?.endpoint ?? null,
    by: match === undefined ? null : shownMatch(match),
    others: others.map((other) => ({ ...shownMatch(other), endpoint: other.endpoint, reason: other.reason })),
    nearest: nearest.map(({ message, object, option }) => ({
      message: maskSentence(message),
      type: object.type,
      object: object.id,
      ...placeOf(object, option),
    })),
    notes,
    log,
  };
  return `${JSON.stringify(shown)}\n`;
}

function shownMatch({ kind, object, option, item }: Match): object {
  return {
    kind,
    type: object.type,
    object: object.id,
    ...placeOf(object, option),
    ...(option === undefined
      ? {}
      : { option: option.name, value: item ?? maskValue(option.name, option.value) }),
  };
}
