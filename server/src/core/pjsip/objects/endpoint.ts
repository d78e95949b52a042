// Whole endpoints: sip_endpoint_apply_handler in res_pjsip/pjsip_configuration.c and what res_pjsip_mwi.c says.

import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../judgement.ts";
import { isTrue } from "../values/booleans.ts";
import { scanDecimal, wholeNumber } from "../values/c-number.ts";
import { strippedItems } from "../values/items.ts";
import {
  lastOption,
  noObjectFaults,
  type ObjectCheck,
  type ObjectContext,
  type ObjectFault,
} from "./object-fault.ts";

export const checkEndpoint: ObjectCheck = (object, context) => {
  const faults = [
    ...sessionTimers(object),
    ...certificates(object),
    ...ports(object),
    ...offerPreference(object),
    ...renegotiation(object),
    ...profiles(object, context),
    ...messageWaiting(object, context),
  ];
  return faults.length === 0 ? noObjectFaults : faults;
};

/** The number that an option holds, where it is one. */
function number(option: ConfigOption | undefined, otherwise: number): number {
  if (option === undefined) return otherwise;
  const read = wholeNumber(option.value);
  return typeof read === "string" ? otherwise : Number(read.value);
}

function sessionTimers(object: PjsipObject): readonly ObjectFault[] {
  const minimumOption = lastOption(object, "timers_min_se");
  const expiresOption = lastOption(object, "timers_sess_expires");
  if (minimumOption === undefined && expiresOption === undefined) return noObjectFaults;
  const minimum = number(minimumOption, 90);
  const related = [minimumOption, expiresOption].filter((option) => option !== undefined);
  if (minimum < 90 && minimumOption !== undefined) {
    const log = [`Session timer minimum expires time must be 90 or greater on endpoint '${object.id}'`];
    return [{ kind: "session-timers", option: minimumOption, rejects: true, log, expected: "90" }];
  }
  const option = expiresOption ?? minimumOption;
  if (option === undefined || number(expiresOption, 1800) >= minimum) return noObjectFaults;
  const log = [
    `Session timer expires must be greater than minimum session expires time on endpoint '${object.id}'`,
  ];
  return [
    {
      kind: "session-timers",
      option,
      rejects: true,
      log,
      related: related.filter((other) => other !== option),
      expected: String(minimum),
    },
  ];
}

function certificates(object: PjsipObject): readonly ObjectFault[] {
  const generate = lastOption(object, "dtls_auto_generate_cert");
  if (generate === undefined || !isTrue(generate.value)) return noObjectFaults;
  const certificate = lastOption(object, "dtls_cert_file");
  if (certificate !== undefined && certificate.value !== "") {
    const log = [
      "You cannot request automatically generated certificates (dtls_auto_generate_cert) and also specify a certificate file (dtls_cert_file) at the same time",
    ];
    return [{ kind: "conflicting-options", option: generate, rejects: true, log, related: [certificate] }];
  }
  const log = [
    "dtls_pvt_file, dtls_cafile, and dtls_ca_path are ignored when dtls_auto_generate_cert is enabled",
  ];
  return ["dtls_private_key", "dtls_ca_file", "dtls_ca_path"].flatMap((name): ObjectFault[] => {
    const option = lastOption(object, name);
    if (option === undefined || option.value === "") return [];
    return [{ kind: "ignored-option", option, rejects: false, log, related: [generate] }];
  });
}

function ports(object: PjsipObject): readonly ObjectFault[] {
  const startOption = lastOption(object, "rtp_port_start");
  const endOption = lastOption(object, "rtp_port_end");
  const start = number(startOption, 0);
  const end = number(endOption, 0);
  if (start === 0 && end === 0) return noObjectFaults;
  const option = start !== 0 ? startOption : endOption;
  const other = option === startOption ? endOption : startOption;
  if (option === undefined) return noObjectFaults;
  const related = other === undefined ? [] : [other];
  const fault = { kind: "rtp-ports", rejects: true, related } as const;
  if (start === 0 || end === 0) {
    const log = [`Endpoint '${object.id}': Both rtp_port_start and rtp_port_end must be set together`];
    return [{ ...fault, option, log, expected: start === 0 ? "rtp_port_start" : "rtp_port_end" }];
  }
  if (start < 1024 || end < 1024) {
    const log = [`Endpoint '${object.id}': rtp_port_start and rtp_port_end must be at least 1024`];
    return [
      { ...fault, option: start < 1024 ? option : (other ?? option), related: [], log, expected: "1024" },
    ];
  }
  if (end > start) return noObjectFaults;
  const log = [
    `Endpoint '${object.id}': rtp_port_end (${end}) must be greater than rtp_port_start (${start})`,
  ];
  return [{ ...fault, option: other ?? option, related: [option], log, expected: String(start) }];
}

function offerPreference(object: PjsipObject): readonly ObjectFault[] {
  const only = lastOption(object, "preferred_codec_only");
  if (only === undefined || !isTrue(only.value)) return noObjectFaults;
  const preference = incomingPreference(object);
  if (preference === undefined || preference.value === "local") return noObjectFaults;
  const log = [
    `Setting both preferred_codec_only and incoming_call_offer_pref is not supported on endpoint '${object.id}'`,
  ];
  return [{ kind: "conflicting-options", option: preference, rejects: true, log, related: [only] }];
}

/** The line that sets it; "Outgoing_call_offer_pref" in another case is taken for it. */
function incomingPreference(object: PjsipObject): ConfigOption | undefined {
  return object.options.findLast(
    (option) =>
      /^(?:incoming|outgoing)_call_offer_pref$/i.test(option.name) &&
      option.name !== "outgoing_call_offer_pref",
  );
}

function renegotiation(object: PjsipObject): readonly ObjectFault[] {
  const rekey = lastOption(object, "dtls_rekey");
  const webrtc = lastOption(object, "webrtc");
  if (rekey === undefined || webrtc === undefined || !isTrue(webrtc.value)) return noObjectFaults;
  if ((scanDecimal(rekey.value) ?? 0) === 0) return noObjectFaults;
  const log = ["DTLS renegotiation is not supported with WebRTC. Disabling dtls_rekey."];
  return [
    { kind: "ignored-option", option: rekey, rejects: false, log, related: [webrtc], replacement: "0" },
  ];
}

/** Profiles that res_geolocation makes itself. */
const ownProfiles: ReadonlySet<string> = new Set([
  "<prefer_config>",
  "<discard_config>",
  "<prefer_incoming>",
  "<discard_incoming>",
]);

function profiles(object: PjsipObject, context: ObjectContext): readonly ObjectFault[] {
  const known = context.geolocationProfiles;
  if (known === undefined) return noObjectFaults;
  const names = ["geoloc_incoming_call_profile", "geoloc_outgoing_call_profile"];
  return names.flatMap((name): ObjectFault[] => {
    const option = lastOption(object, name);
    const value = option?.value ?? "";
    if (option === undefined || value === "" || ownProfiles.has(value) || known.has(value)) return [];
    const log = [`${name} '${value}' on endpoint '${object.id}' doesn't exist`];
    return [{ kind: "unknown-geolocation-profile", option, rejects: true, log }];
  });
}

/** Messages about waiting voicemail go to the contacts of the endpoint's own aors. */
function messageWaiting(object: PjsipObject, context: ObjectContext): readonly ObjectFault[] {
  const mailboxes = lastOption(object, "mailboxes");
  if (mailboxes === undefined || mailboxes.value === "") return noObjectFaults;
  const aors = lastOption(object, "aors");
  if (aors === undefined || aors.value === "") {
    const log = [
      `Unable to send unsolicited MWI to ${object.id} because the endpoint has no configured AORs`,
    ];
    return [{ kind: "mwi-without-aor", option: mailboxes, rejects: false, log, expected: "aors" }];
  }
  return strippedItems(aors.value).flatMap((item): ObjectFault[] => {
    if (context.aors.has(item.text)) return [];
    const log = [`Unable to locate AOR ${item.text} for unsolicited MWI`];
    const span = { start: item.start, end: item.end };
    return [{ kind: "mwi-without-aor", option: aors, span, rejects: false, log, related: [mailboxes] }];
  });
}
