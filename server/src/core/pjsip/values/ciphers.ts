// TLS ciphers of a transport: transport_tls_cipher_handler in res_pjsip/config_transport.c.

import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { scanDecimal } from "./c-number.ts";
import { cipherNumbers } from "./cipher-names.ts";
import { strippedItems } from "./items.ts";
import { rejected, replace, suggest } from "./make-fault.ts";

const maximumCiphers = 64;
const supported: ReadonlySet<number> = new Set(cipherNumbers.values());
const byLowerCase: ReadonlyMap<string, string> = new Map(
  [...cipherNumbers.keys()].map((name) => [asciiLower(name), name]),
);

export const ciphersCheck: ValueCheck = (value) => {
  const faults: ValueFault[] = [];
  const taken = new Set<number>();
  for (const item of strippedItems(value)) {
    if (item.text === "") continue;
    if (taken.size >= maximumCiphers) {
      const log = [`Too many ciphers specified (maximum allowed is ${maximumCiphers})`];
      faults.push(rejected("unknown-cipher", item.start, item.end, () => log));
      break;
    }
    const number = cipherNumber(item.text);
    if (supported.has(number)) {
      taken.add(number);
      continue;
    }
    const written = byLowerCase.get(asciiLower(item.text));
    const extra =
      written === undefined ? suggest(closest(item.text, cipherNumbers.keys())) : replace(written);
    const log = [`Cipher '${item.text}' is unsupported`];
    faults.push(rejected("unknown-cipher", item.start, item.end, () => log, extra));
  }
  return faults.length === 0 ? noFaults : faults;
};

/** By name; else hexadecimal behind 0x; else what atoi makes of it. */
function cipherNumber(text: string): number {
  const named = cipherNumbers.get(text);
  if (named !== undefined) return named;
  if (/^0x/i.test(text)) return Number.parseInt(/^0x([0-9a-f]*)/i.exec(text)?.[1] || "0", 16);
  return scanDecimal(text) ?? 0;
}
