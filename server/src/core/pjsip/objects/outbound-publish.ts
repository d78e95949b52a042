// Whole outbound publications: validate_publish_config and sip_outbound_publisher_init in
// res_pjsip_outbound_publish.c, publisher_start in res_pjsip_exten_state.c.

import { compileRegex } from "../../config/posix-regex.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { PjsipObject } from "../judgement.ts";
import { isTrue } from "../values/booleans.ts";
import { wholeNumber } from "../values/c-number.ts";
import { parseRoute, parseUri } from "../values/sip-uri.ts";
import { isSipUriOfGoodLength } from "../values/uri-length.ts";
import { lastOption, lastValue, missing, type ObjectCheck, type ObjectFault } from "./object-fault.ts";

export const checkOutboundPublish: ObjectCheck = (object) => {
  const faults: ObjectFault[] = [];
  if (lastValue(object, "server_uri") === "") {
    faults.push(missing(object, "server_uri", `No server URI specified on outbound publish '${object.id}'`));
  }
  if (lastValue(object, "event") === "") {
    faults.push(missing(object, "event", `No event type specified for outbound publish '${object.id}'`));
  }
  // One publisher for each user is made later; the single one is made at once.
  if (!isTrue(lastValue(object, "multi_user"))) publisher(object, faults);
  const event = lastOption(object, "event");
  if (event?.value === "presence" || event?.value === "dialog") extensionStates(object, event, faults);
  return faults;
};

function publisher(object: PjsipObject, faults: ObjectFault[]): void {
  const end = `Unable to create publisher for outbound publish '${object.id}'`;
  const proxy = lastOption(object, "outbound_proxy");
  if (proxy !== undefined && proxy.value !== "" && parseRoute(proxy.value) === undefined) {
    faults.push({ kind: "invalid-uri", option: proxy, rejects: true, log: [end] });
  }
  for (const name of ["server_uri", "to_uri", "from_uri"]) {
    const option = lastOption(object, name);
    if (option === undefined || !isSipUriOfGoodLength(option.value)) continue;
    if (parseUri(option.value) !== undefined) continue;
    const word = name.slice(0, name.indexOf("_"));
    const log = [`Invalid ${word} URI '${option.value}' specified on outbound publish '${object.id}'`, end];
    faults.push({ kind: "unusable-uri", option, rejects: true, log });
  }
  const expiration = lastOption(object, "expiration");
  const seconds = expiration === undefined ? undefined : wholeNumber(expiration.value);
  if (expiration !== undefined && typeof seconds === "object" && seconds.value === 0n) {
    const log = [`Failed to initialize publishing client on outbound publish '${object.id}'`, end];
    faults.push({ kind: "number-out-of-range", option: expiration, rejects: true, log, expected: "1" });
  }
}

/** Publishing extension states needs a kind of body, and takes two filters. */
function extensionStates(object: PjsipObject, event: ConfigOption, faults: ObjectFault[]): void {
  const end = `Failed to start outbound publish with event '${event.value}' for client '${object.id}'`;
  const start = `Outbound extension state publisher '${object.id}':`;
  const body = lastOption(object, "@body");
  const kind = "publish-without-body";
  if (body === undefined || body.value === "") {
    const log = [`${start} Body not set`, end];
    faults.push({ kind, option: body ?? event, rejects: false, log, expected: "@body" });
    return;
  }
  const slash = body.value.indexOf("/");
  if (slash < 1 || slash === body.value.length - 1) {
    const log = [`${start} Body '${body.value}' missing type or subtype`, end];
    faults.push({ kind, option: body, rejects: false, log, expected: "@body" });
    return;
  }
  for (const word of ["context", "exten"]) {
    const option = lastOption(object, `@${word}`);
    const compiled = option === undefined ? undefined : compileRegex(option.value, true);
    if (option === undefined || option.value === "" || compiled === undefined || !("error" in compiled))
      continue;
    const log = [
      `Could not compile regex '${option.value}': ${compiled.error}`,
      `${start} Could not build ${word} filter '${option.value}'`,
      end,
    ];
    faults.push({ kind: "invalid-regex", option, rejects: false, log });
  }
}
