// Identification by names that a request carries: res_pjsip_endpoint_identifier_user.c,
// res_pjsip_endpoint_identifier_anonymous.c and the line parameter of res_pjsip_outbound_registration.c.

import { asciiLower } from "../../text/ascii.ts";
import { printAddress } from "../address-range.ts";
import type { PjsipObject } from "../judgement.ts";
import { lastOption, lastValue } from "../objects/object-fault.ts";
import { parseUri } from "../values/sip-uri.ts";
import type { Match } from "./answer.ts";
import { type Identification, isFoundBy } from "./identification.ts";
import type { SipRequest } from "./sip-request.ts";
import { uriUser } from "./uri-user.ts";

/** The names under which an endpoint is looked for, in order. */
export function namesOf(
  identification: Identification,
  user: string,
  domain: string | undefined,
): readonly string[] {
  const { kept, plainNames, domains } = identification;
  if (plainNames) return [user];
  const alias = domain === undefined ? undefined : kept.ofType("domain_alias").get(domain);
  return [
    ...(domain === undefined ? [] : [`${user}@${domain}`]),
    ...(alias === undefined ? [] : [`${user}@${lastValue(alias, "domain")}`]),
    ...domains.map((own) => `${user}@${own}`),
    user,
  ];
}

/** The first of those names that an endpoint has. */
export function findEndpoint(
  identification: Identification,
  user: string,
  domain: string | undefined,
): PjsipObject | undefined {
  for (const name of namesOf(identification, user, domain)) {
    const endpoint = identification.endpoints.get(name);
    if (endpoint !== undefined) return endpoint;
  }
  return undefined;
}

export function byUsername(identification: Identification, request: SipRequest): readonly Match[] {
  const user = plainUser(identification, request.user);
  if (user === undefined) return [];
  const endpoint = findEndpoint(identification, user, request.domain);
  return endpoint === undefined || !isFoundBy(endpoint, "username") ? [] : [named("username", endpoint)];
}

/** The user that the request shows a digest of. */
export function byAuthUsername(identification: Identification, request: SipRequest): readonly Match[] {
  return request.headers.flatMap(({ name, value }): Match[] => {
    if (asciiLower(name) !== "authorization" || !/^digest\b/i.test(value)) return [];
    const user = plainUser(identification, /\busername\s*=\s*"([^"]*)"/i.exec(value)?.[1]);
    const realm = /\brealm\s*=\s*"([^"]*)"/i.exec(value)?.[1];
    const endpoint = user === undefined ? undefined : findEndpoint(identification, user, realm);
    return endpoint === undefined || !isFoundBy(endpoint, "auth_username")
      ? []
      : [named("auth_username", endpoint)];
  });
}

export function anonymous(identification: Identification, { domain }: SipRequest): readonly Match[] {
  const endpoint = findEndpoint(identification, "anonymous", domain);
  return endpoint === undefined ? [] : [named("anonymous", endpoint)];
}

function named(kind: Match["kind"], endpoint: PjsipObject): Match {
  const option = kind === "anonymous" ? undefined : lastOption(endpoint, "identify_by");
  return { kind, endpoint: endpoint.id, object: endpoint, option, item: undefined };
}

/** With ignore_uri_user_options a user ends at its first ";". */
export function plainUser(identification: Identification, user: string | undefined): string | undefined {
  const plain = identification.ignoresUserOptions ? user?.split(";")[0] : user;
  return plain === "" ? undefined : plain;
}

/**
 * The registration whose `line` parameter the request carries. Asterisk makes the parameter up when it starts, so
 * that of several registrations those are taken that call the server, or the user, of the request.
 */
export function byLine(identification: Identification, request: SipRequest): readonly Match[] {
  const { lines } = identification;
  if (lines.length === 0 || !carriesLine(request)) return [];
  const known = lines.filter((line) => identification.endpoints.has(lastValue(line, "endpoint")));
  const user = request.requestUri === undefined ? undefined : uriUser(request.requestUri);
  const source = printAddress(request.address);
  const likely = known.filter(
    (line) =>
      parseUri(lastValue(line, "server_uri"))?.host === source ||
      (user !== undefined && (lastValue(line, "contact_user") || "s") === user),
  );
  return (likely.length > 0 ? likely : known).slice(0, 1).map((object) => ({
    kind: "line",
    endpoint: lastValue(object, "endpoint"),
    object,
    option: lastOption(object, "line"),
    item: undefined,
  }));
}

/** Whether the request URI or the To header has a `line` parameter, as answers to a registration with line have. */
function carriesLine({ requestUri, headers }: SipRequest): boolean {
  const texts = [
    requestUri ?? "",
    ...headers.filter(({ name }) => asciiLower(name) === "to").map(({ value }) => value),
  ];
  return texts.some((text) => /;line=/i.test(text));
}
