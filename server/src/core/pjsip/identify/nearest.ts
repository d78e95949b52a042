// What comes near to identifying a request that nobody is found for.

import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { commonBits, holds, plainAddress, printRange } from "../address-range.ts";
import { lastOption, lastValue } from "../objects/object-fault.ts";
import type { AddressMatch } from "./address-match.ts";
import type { Near } from "./answer.ts";
import { findEndpoint, namesOf, plainUser } from "./endpoint-names.ts";
import type { Identification } from "./identification.ts";
import { type IdentifySection, identifySection, matchOfSource } from "./identify-section.ts";
import type { SipRequest } from "./sip-request.ts";

/** How many of each kind are told. */
const most = 3;

export function nearest(identification: Identification, request: SipRequest): readonly Near[] {
  return [
    ...dropped(identification, request),
    ...byAddress(identification, request),
    ...byName(identification, request),
    ...byHeader(identification, request),
    ...byLine(identification),
  ];
}

/** What would have matched if Asterisk had not dropped it. */
function dropped(identification: Identification, request: SipRequest): Near[] {
  const sections = identification
    .dropped("identify")
    .filter((object) => matchOfSource(identifySection(object), request) !== undefined);
  const endpoints = identification
    .dropped("endpoint")
    .filter(({ id }) => id === plainUser(identification, request.user));
  return [...sections, ...endpoints].slice(0, most).map((object) => ({
    message: `${object.type} "${object.id}" would match, but Asterisk drops it for a mistake that lint tells`,
    object,
    option: undefined,
  }));
}

function byAddress({ sections, byAddress, withHosts }: Identification, request: SipRequest): Near[] {
  const address = plainAddress(request.address);
  const held = byAddress.around(address);
  const refused = held.slice(0, most).flatMap(({ addresses, object }): Near[] => {
    const match = addresses.findLast(({ range }) => holds(range, address));
    // Without a port it does match: its endpoint is missing, which is told already.
    if (match === undefined || (!match.negated && match.port === undefined)) return [];
    const why = match.negated
      ? `takes the address out again with "${match.item.text}"`
      : `matches the address only from source port ${match.port}`;
    return [{ message: `identify "${object.id}" ${why}`, object, option: match.option }];
  });
  const enough = address.family === 4 ? 16 : 32;
  const close: { section: IdentifySection; match: AddressMatch; bits: number }[] = [];
  for (const section of sections) {
    for (const match of section.addresses) {
      if (match.negated || match.range.family !== address.family || held.includes(section)) continue;
      const bits = commonBits(match.range.network, address.parts, address.family);
      if (bits >= enough) close.push({ section, match, bits });
    }
  }
  close.sort((left, right) => right.bits - left.bits);
  return [
    ...refused,
    ...close.slice(0, most).map(
      ({ section, match }): Near => ({
        message: `identify "${section.object.id}" matches ${printRange(match.range)}, which does not hold the address`,
        object: section.object,
        option: match.option,
      }),
    ),
    ...withHosts.slice(0, most).map(
      ({ object, hosts }): Near => ({
        message: `identify "${object.id}" matches the host name "${hosts[0]?.host}", whose addresses are not known here`,
        object,
        option: hosts[0]?.option,
      }),
    ),
  ];
}

function byName(identification: Identification, request: SipRequest): Near[] {
  const user = plainUser(identification, request.user);
  if (user === undefined) return [];
  const hidden = findEndpoint(identification, user, request.domain);
  if (hidden !== undefined) {
    const option = lastOption(hidden, "identify_by");
    const message = `endpoint "${hidden.id}" has the name of the From user, but "identify_by = ${option?.value}" hides it from that`;
    return [{ message, object: hidden, option }];
  }
  const names = namesOf(identification, user, request.domain);
  const lower = new Set(names.map(asciiLower));
  const endpoints = [...identification.endpoints.values()];
  const otherCase = endpoints.find(({ id }) => lower.has(asciiLower(id)));
  if (otherCase !== undefined)
    return [
      {
        message: `endpoint "${otherCase.id}" differs from the From user in case only`,
        object: otherCase,
        option: undefined,
      },
    ];
  const elsewhere = endpoints.find(({ id }) => id.startsWith(`${user}@`));
  if (elsewhere !== undefined)
    return [
      {
        message: `endpoint "${elsewhere.id}" is found for From users of that domain only`,
        object: elsewhere,
        option: undefined,
      },
    ];
  const similar = closest(user, identification.endpoints.keys());
  const object = similar === undefined ? undefined : identification.endpoints.get(similar);
  return object === undefined
    ? []
    : [{ message: `endpoint "${object.id}" has a name like the From user`, object, option: undefined }];
}

function byHeader({ withHeader, withUri }: Identification, request: SipRequest): Near[] {
  const given = new Set(request.headers.map(({ name }) => asciiLower(name)));
  const headers = withHeader.filter(({ header }) => given.has(asciiLower(header?.header ?? "")));
  return [
    ...headers.slice(0, most).map(
      ({ object, header }): Near => ({
        message: `identify "${object.id}" wants another value of the header ${header?.header}: ${header?.text}`,
        object,
        option: header?.option,
      }),
    ),
    ...withUri.slice(0, most).map(
      ({ object, uri }): Near => ({
        message:
          request.requestUri === undefined
            ? `identify "${object.id}" looks at the request URI, which is not given`
            : `identify "${object.id}" wants another request URI: ${uri?.text}`,
        object,
        option: uri?.option,
      }),
    ),
  ];
}

function byLine({ lines }: Identification): Near[] {
  return lines.slice(0, most).map((object) => ({
    message: `registration "${object.id}" has "line = yes": calls that come for it carry a line parameter and go to endpoint "${lastValue(object, "endpoint")}"`,
    object,
    option: lastOption(object, "line"),
  }));
}
