// Whole registrations: sip_outbound_registration_apply and sip_outbound_registration_regc_alloc in
// res_pjsip_outbound_registration.c. The URIs themselves are looked at in values/uris.ts.

import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../judgement.ts";
import { isTrue } from "../values/booleans.ts";
import { wholeNumber } from "../values/c-number.ts";
import { parseContact, parseUri } from "../values/sip-uri.ts";
import { isSipUriOfGoodLength } from "../values/uri-length.ts";
import {
  lastOption,
  lastValue,
  missing,
  type ObjectCheck,
  type ObjectContext,
  type ObjectFault,
} from "./object-fault.ts";

export const checkRegistration: ObjectCheck = (object, context) => {
  const faults: ObjectFault[] = [];
  for (const [name, word] of [
    ["server_uri", "server"],
    ["client_uri", "client"],
  ] as const) {
    if (lastValue(object, name) !== "") continue;
    faults.push(missing(object, name, `No ${word} URI specified on outbound registration '${object.id}'`));
  }
  lines(object, faults);
  contact(object, faults);
  server(object, context, faults);
  const expiration = lastOption(object, "expiration");
  const seconds = expiration === undefined ? undefined : wholeNumber(expiration.value);
  if (expiration !== undefined && typeof seconds === "object" && seconds.value === 0n) {
    faults.push({ kind: "number-out-of-range", option: expiration, rejects: true, log: [], expected: "1" });
  }
  return faults;
};

function lines(object: PjsipObject, faults: ObjectFault[]): void {
  const line = lastOption(object, "line");
  const endpoint = lastOption(object, "endpoint");
  const wanted = line !== undefined && isTrue(line.value);
  if (wanted && (endpoint === undefined || endpoint.value === "")) {
    const log = [
      `Line support has been enabled on outbound registration '${object.id}' without providing an endpoint`,
    ];
    faults.push({ kind: "option-without-partner", option: line, rejects: true, log, expected: "endpoint" });
  }
  if (!wanted && endpoint !== undefined && endpoint.value !== "") {
    const log = [
      `An endpoint has been specified on outbound registration '${object.id}' without enabling line support`,
    ];
    faults.push({ kind: "option-without-partner", option: endpoint, rejects: true, log, expected: "line" });
  }
}

/** The Contact header that Asterisk puts together must parse again. */
function contact(object: PjsipObject, faults: ObjectFault[]): void {
  const user = lastOption(object, "contact_user");
  const parameters = lastOption(object, "contact_header_params");
  if (user !== undefined && user.value !== "" && !parses(user.value, "")) {
    faults.push({ kind: "invalid-user-character", option: user, rejects: true, log: [] });
  }
  if (parameters !== undefined && parameters.value !== "" && !parses("s", `;${parameters.value}`)) {
    faults.push({ kind: "unusable-uri", option: parameters, rejects: true, log: [] });
  }
}

function parses(user: string, parameters: string): boolean {
  return parseContact(`<sip:${user}@192.0.2.1:5060>${parameters}`) !== undefined;
}

const transportTypes: ReadonlySet<string> = new Set(["udp", "tcp", "tls", "ws", "wss"]);

/** The transport that the server URI asks for must be there, unless one is named. */
function server(object: PjsipObject, context: ObjectContext, faults: ObjectFault[]): void {
  const named = lastOption(object, "transport");
  if (named !== undefined && named.value !== "" && !context.transports.has(named.value)) {
    const log = [`Unable to retrieve PJSIP transport '${named.value}'`];
    faults.push({ kind: "unknown-transport", option: named, rejects: false, log });
  }
  const option = lastOption(object, "server_uri");
  if (option === undefined || !isSipUriOfGoodLength(option.value)) return;
  const uri = parseUri(option.value);
  if (uri === undefined) return;
  if (uri.transport !== undefined && !transportTypes.has(uri.transport) && uri.scheme === "sip") {
    faults.push(unreachable(option, uri.transport));
    return;
  }
  if (context.protocols === undefined || (named !== undefined && context.transports.has(named.value))) return;
  const secure = uri.transport === "tls" || uri.transport === "wss";
  const protocol = uri.scheme === "sips" && !secure ? "tls" : (uri.transport ?? "udp");
  const wanted = uri.host.includes(":") ? `${protocol}6` : protocol;
  if (!context.protocols.has(wanted)) faults.push(unreachable(option, protocol));
}

function unreachable(option: ConfigOption, protocol: string): ObjectFault {
  return { kind: "unreachable-server", option, rejects: true, log: [], expected: protocol };
}
