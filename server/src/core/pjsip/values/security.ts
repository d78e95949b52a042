// security_mechanisms: res_pjsip/security_agreements.c. A bad item is dropped without a message.

import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { quotedItems } from "./items.ts";
import { accepted, suggest } from "./make-fault.ts";

const names: readonly string[] = ["none", "msrp-tls", "sdes-srtp", "dtls-srtp"];

export const securityMechanismsCheck: ValueCheck = (value) => {
  const faults: ValueFault[] = [];
  for (const item of quotedItems(value, ",")) {
    if (item.text.trim() === "") continue;
    const [name = "", ...parameters] = item.text.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const known = names.includes(asciiLower(name));
    if (known && (quality === undefined || /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality))) continue;
    const extra = known ? {} : suggest(closest(name, names));
    const end = known ? item.end : item.start + name.length;
    faults.push(accepted("ignored-mechanism", item.start, end, undefined, extra));
  }
  return faults.length === 0 ? noFaults : faults;
};
