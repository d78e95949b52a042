// password_digest and md5_cred: password_digest_handler in res_pjsip/config_auth.c.

import { has } from "../../catalog/version.ts";
import { asciiLower } from "../../text/ascii.ts";
import { byteLength } from "../../text/bytes.ts";
import { closest } from "../../text/closest.ts";
import { noFaults, type ValueCheck, type ValueFault } from "../value-fault.ts";
import { type Item, quotedItems, stripped } from "./items.ts";
import { accepted, rejected, suggest } from "./make-fault.ts";

const lengths: ReadonlyMap<string, number> = new Map([
  ["MD5", 32],
  ["SHA-256", 64],
  ["SHA-512-256", 64],
]);

/** The releases since which credentials are digests of several algorithms. */
export const digestsSince: Readonly<Record<string, string>> = {
  "20": "20.12.0",
  "21": "21.7.0",
  "22": "22.2.0",
  "23": "23.0.0",
};

/** The algorithm of that name in any case; an empty name means MD5. */
export function digestAlgorithm(name: string): string | undefined {
  if (name === "") return "MD5";
  return [...lengths.keys()].find((known) => asciiLower(known) === asciiLower(name));
}

/** One digest of a list: the algorithm as written and the hash behind it. */
export interface Digest {
  readonly item: Item;
  readonly algorithm: string;
  readonly hash: string;
  readonly hashStart: number;
}

export function digestsOf(value: string): readonly Digest[] {
  const digests: Digest[] = [];
  for (const item of quotedItems(value, ",")) {
    if (item.text === "") continue;
    const colon = item.text.indexOf(":");
    const algorithm = colon === -1 ? "MD5" : stripped(item.text, 0, colon).text;
    const hash = item.text.slice(colon + 1);
    digests.push({ item, algorithm, hash, hashStart: item.start + colon + 1 });
  }
  return digests;
}

export const digestsCheck: ValueCheck = (value, { version }) => {
  if (!has(digestsSince, version)) return noFaults;
  const faults: ValueFault[] = [];
  for (const { item, algorithm, hash, hashStart } of digestsOf(value)) {
    const known = digestAlgorithm(algorithm);
    if (known === undefined) {
      const log = (id: string): string[] => [
        `${id}: Unknown password_digest algorithm '${algorithm}' specified`,
      ];
      const end = item.start + algorithm.length;
      const extra = suggest(closest(algorithm, lengths.keys()));
      faults.push(rejected("unknown-algorithm", item.start, end, log, extra));
      continue;
    }
    const wanted = lengths.get(known) ?? 32;
    const length = byteLength(hash);
    if (length !== wanted) {
      const log = (id: string): string[] => [
        `${id}: password_digest algorithm '${algorithm}' length (${length}) must be ${wanted}`,
      ];
      faults.push(rejected("invalid-digest", hashStart, item.end, log));
    } else if (!/^[0-9a-fA-F]+$/.test(hash)) faults.push(accepted("invalid-digest", hashStart, item.end));
  }
  return faults.length === 0 ? noFaults : faults;
};
