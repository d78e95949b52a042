// Options that hold URIs. Some handlers look at them while parsing (contact), others when the object is
// applied, others never: what cannot be dialled is then only seen when somebody dials.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { canBeHostName } from "./host-name.ts";
import { type Item, strippedItems } from "./items.ts";
import { accepted, rejected, suggest } from "./make-fault.ts";
import { addressWithPort } from "./numeric-address.ts";
import { parseRoute, parseUri } from "./sip-uri.ts";
import { isSipUriOfGoodLength } from "./uri-length.ts";

const tooLongOrOther = "URI or hostname length exceeds pjproject limit or is not a sip(s) uri:";

/** The contacts of an aor: permanent_uri_handler in res_pjsip/location.c. */
export const contactsCheck: ValueCheck = (value) => {
  const faults: ValueFault[] = [];
  for (const item of strippedItems(value)) {
    if (item.text === "") continue;
    if (!isSipUriOfGoodLength(item.text)) {
      const log = [
        `Contact uri or hostname length exceeds pjproject limit or is not a sip(s) uri: ${item.text}`,
      ];
      faults.push(rejected("invalid-uri", item.start, item.end, () => log, suggest(withScheme(item.text))));
    } else if (parseUri(item.text) === undefined) faults.push(accepted("invalid-uri", item.start, item.end));
  }
  return faults.length === 0 ? noFaults : faults;
};

export function uriCheck(spec: OptionSpec, type: string): ValueCheck {
  if (spec.looseRoute === true) return proxyCheck;
  const word = { server_uri: "Server", client_uri: "Client", from_uri: "From", to_uri: "To" }[spec.name];
  if (word === undefined) return () => noFaults;
  return (value) => {
    if (value === "") return noFaults;
    const whole: Item = { text: value, start: 0, end: value.length };
    if (!isSipUriOfGoodLength(value)) {
      const log = (id: string): string[] => [
        type === "registration"
          ? `${word} ${tooLongOrOther} '${id}'`
          : `${word} ${tooLongOrOther} '${value}' on outbound publish '${id}'`,
      ];
      return [applied(whole, log, suggest(withScheme(value)))];
    }
    if (type !== "registration" || parseUri(value) !== undefined) return noFaults;
    const log = (id: string): string[] => [
      `Invalid ${word.toLowerCase()} URI '${value}' specified on outbound registration '${id}'`,
    ];
    return [applied(whole, log)];
  };
}

function applied(item: Item, log: ValueFault["log"], extra: { suggestion?: string } = {}): ValueFault {
  return rejected("invalid-uri", item.start, item.end, log, { ...extra, applied: true });
}

/** An outbound proxy: a registration needs a Route value; elsewhere it fails only when it is used. */
const proxyCheck: ValueCheck = (value, { type }) => {
  if (value === "") return noFaults;
  const route = parseRoute(value);
  if (route === undefined) {
    const extra = { ...suggest(withScheme(value, ";lr")), applied: true as const };
    if (type === "registration") return [rejected("invalid-uri", 0, value.length, undefined, extra)];
    // A publisher without a user of its own is made at once; see objects/outbound-publish.ts.
    return type === "outbound-publish"
      ? noFaults
      : [accepted("invalid-uri", 0, value.length, undefined, extra)];
  }
  if (route.scheme !== "sip" && route.scheme !== "sips") {
    return [accepted("invalid-uri", 0, value.length, undefined, suggest(withScheme(value, ";lr")))];
  }
  if (route.looseRoute) return noFaults;
  return [accepted("missing-loose-route", 0, value.length)];
};

/** A host, with a user or a port or without, to which only "sip:" is missing. */
function withScheme(value: string, end = ""): string | undefined {
  const host = value.includes("@") ? value.slice(value.indexOf("@") + 1) : value;
  const name = host.replace(/:\d+$/, "");
  const good = addressWithPort(host) !== undefined || (name.includes(".") && canBeHostName(name));
  return good && !/[\s<>"]/.test(value) ? `sip:${value}${end === "" ? "" : `\\${end}`}` : undefined;
}
