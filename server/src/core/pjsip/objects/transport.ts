// Whole transports: transport_apply in res_pjsip/config_transport.c.

import type { ConfigOption } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { PjsipObject } from "../judgement.ts";
import { scanInteger, wholeNumber } from "../values/c-number.ts";
import { lastOption, lastValue, type ObjectCheck, type ObjectFault } from "./object-fault.ts";

export const checkTransport: ObjectCheck = (object) => {
  const faults: ObjectFault[] = [];
  const protocol = asciiLower(lastValue(object, "protocol"));
  const bind = lastOption(object, "bind");
  const address = lastOption(object, "external_signaling_address");
  const hostName = lastOption(object, "external_signaling_hostname");
  if (filled(address) && filled(hostName)) {
    const log = [
      `Transport '${object.id}' has both 'external_signaling_address' and 'external_signaling_hostname' set. Only one may be configured at a time.`,
    ];
    faults.push({ kind: "conflicting-options", option: hostName, rejects: true, log, related: [address] });
  }
  operations(object, faults);
  if (bind === undefined && protocol !== "flow") {
    const log = [`Transport '${object.id}' could not be started as binding not specified`];
    faults.push({ kind: "missing-bind", rejects: true, log, expected: "bind" });
  }
  if (bind === undefined && protocol === "flow") {
    external(object, address, "signaling", faults);
    external(object, lastOption(object, "external_media_address"), "media", faults);
  }
  if (protocol === "ws" || protocol === "wss") ignored(object, faults);
  return faults;
};

function filled(option: ConfigOption | undefined): option is ConfigOption {
  return option !== undefined && option.value !== "";
}

function operations(object: PjsipObject, faults: ObjectFault[]): void {
  const option = lastOption(object, "async_operations");
  const count = option === undefined ? undefined : wholeNumber(option.value);
  if (option === undefined || typeof count !== "object" || count.value === 1n) return;
  // It is printed as a signed number.
  const log = [
    `The async_operations setting on transport '${object.id}' has been set to '${BigInt.asIntN(32, count.value)}'. The setting can no longer be set and is always 1.`,
  ];
  faults.push({ kind: "async-operations", option, rejects: false, log });
}

/** A child of another transport has no address family of its own to look names up in. */
function external(
  object: PjsipObject,
  option: ConfigOption | undefined,
  word: string,
  faults: ObjectFault[],
): void {
  if (!filled(option)) return;
  const log = [`Unknown address family for transport '${object.id}', could not get external ${word} address`];
  faults.push({ kind: "conflicting-options", option, rejects: true, log });
}

/** WebSocket connections come in through Asterisk's own HTTP server. */
function ignored(object: PjsipObject, faults: ObjectFault[]): void {
  const tos = lastOption(object, "tos");
  const cos = lastOption(object, "cos");
  const number = cos === undefined ? undefined : wholeNumber(cos.value);
  const quality =
    tos !== undefined && scanInteger(tos.value) !== 0 && tos.value.toUpperCase() !== "CS0"
      ? tos
      : typeof number === "object" && number.value !== 0n
        ? cos
        : undefined;
  if (quality !== undefined) {
    const log = ["TOS and COS values ignored for websocket transport"];
    faults.push({ kind: "ignored-option", option: quality, rejects: false, log });
  }
  const log = ["TLS certificate values ignored for websocket transport as they are configured in http.conf"];
  for (const name of ["ca_list_file", "ca_list_path", "cert_file", "priv_key_file"]) {
    const option = lastOption(object, name);
    if (filled(option)) faults.push({ kind: "ignored-option", option, rejects: false, log });
  }
}
