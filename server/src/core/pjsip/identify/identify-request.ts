// Answers which endpoint a request is taken for, trying one kind of identifier after another as Asterisk does.

import type { Answer, Match, Near, OtherMatch } from "./answer.ts";
import { anonymous, byAuthUsername, byLine, byUsername } from "./endpoint-names.ts";
import type { Identification } from "./identification.ts";
import type { IdentifierKind } from "./identifier-order.ts";
import { type IdentifySection, matchesUri, matchOfHeader, matchOfSource } from "./identify-section.ts";
import { nearest } from "./nearest.ts";
import { notesOn } from "./notes.ts";
import { noMatchLog, type SipRequest } from "./sip-request.ts";

export function identifyRequest(identification: Identification, request: SipRequest): Answer {
  let match: Match | undefined;
  const others: OtherMatch[] = [];
  const log: string[] = [];
  for (const kind of identification.order) {
    const [first, ...later] = matchesOf(kind, identification, request);
    if (first === undefined) continue;
    if (!identification.endpoints.has(first.endpoint)) {
      const isDropped = identification.dropped("endpoint").some(({ id }) => id === first.endpoint);
      others.push({ ...first, reason: isDropped ? "dropped-endpoint" : "no-endpoint" });
      if (match === undefined) log.push(danglingLog(first));
    } else if (match === undefined) match = first;
    else others.push({ ...first, reason: "later-kind" });
    others.push(...later.map((other): OtherMatch => ({ ...other, reason: "later-section" })));
  }
  const near: readonly Near[] = match === undefined ? nearest(identification, request) : [];
  if (match === undefined) log.push(noMatchLog(request));
  return { match, others, nearest: near, notes: notesOn(identification, match), log };
}

/** What Asterisk says of an identify section that leads nowhere, before it goes on with the next kind. */
function danglingLog({ object, endpoint }: Match): string {
  return `Identify '${object.id}' points to endpoint '${endpoint}' but endpoint could not be found`;
}

/** All that would take a request in one kind of identifier, in Asterisk's order; only the first one is asked. */
function matchesOf(
  kind: IdentifierKind,
  identification: Identification,
  request: SipRequest,
): readonly Match[] {
  switch (kind) {
    case "line":
      return byLine(identification, request);
    case "ip":
      return identification.byAddress.around(request.address).flatMap((section) => {
        const found = matchOfSource(section, request);
        return found === undefined ? [] : [sectionMatch(kind, section, found.option, found.item.text)];
      });
    case "header":
      return identification.withHeader
        .filter((section) => matchOfHeader(section, request) !== undefined)
        .map((section) => sectionMatch(kind, section, section.header?.option, undefined));
    case "request_uri":
      return identification.withUri
        .filter((section) => matchesUri(section, request))
        .map((section) => sectionMatch(kind, section, section.uri?.option, undefined));
    case "username":
      return byUsername(identification, request);
    case "auth_username":
      return byAuthUsername(identification, request);
    case "anonymous":
      return anonymous(identification, request);
  }
}

function sectionMatch(
  kind: IdentifierKind,
  { object, endpoint }: IdentifySection,
  option: Match["option"],
  item: string | undefined,
): Match {
  return { kind, endpoint, object, option, item };
}
