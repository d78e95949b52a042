// An identify section as the matching sees it.

import { asciiLower } from "../../text/ascii.ts";
import type { PjsipObject } from "../judgement.ts";
import { lastOption, lastValue } from "../objects/object-fault.ts";
import { type AddressMatch, decidingMatch, type HostMatch, readMatches } from "./address-match.ts";
import type { HeaderLine, SipRequest } from "./sip-request.ts";
import { headerMatch, type TextMatch, uriMatch } from "./text-match.ts";

export interface IdentifySection {
  readonly object: PjsipObject;
  /** The name behind `endpoint`, which need not exist. */
  readonly endpoint: string;
  readonly addresses: readonly AddressMatch[];
  readonly hosts: readonly HostMatch[];
  readonly header: TextMatch | undefined;
  readonly uri: TextMatch | undefined;
}

export function identifySection(object: PjsipObject): IdentifySection {
  return {
    object,
    endpoint: lastValue(object, "endpoint"),
    ...readMatches(object),
    header: headerMatch(lastOption(object, "match_header")),
    uri: uriMatch(lastOption(object, "match_request_uri")),
  };
}

/** The item by which a section takes a request, going by its source; undefined where it does not. */
export function matchOfSource(section: IdentifySection, request: SipRequest): AddressMatch | undefined {
  const match = decidingMatch(section, request.address, request.port);
  return match?.negated === false ? match : undefined;
}

/** The header by which a section takes a request. */
export function matchOfHeader({ header }: IdentifySection, request: SipRequest): HeaderLine | undefined {
  if (header?.header === undefined) return undefined;
  const name = asciiLower(header.header);
  return request.headers.find((line) => asciiLower(line.name) === name && header.matches(line.value));
}

export function matchesUri({ uri }: IdentifySection, { requestUri }: SipRequest): boolean {
  return uri !== undefined && requestUri !== undefined && uri.matches(requestUri);
}
