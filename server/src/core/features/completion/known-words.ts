// Words that arguments of some kinds mostly are, although others are possible: causes, headers, tones.

import { hangupCauses, hangupCauseWords } from "../../catalog/hangup-causes.ts";
import type { Proposals } from "./item.ts";

type Words = readonly (readonly [label: string, detail: string | undefined])[];

const causes: Words = hangupCauses.map(({ number }) => [String(number), hangupCauseWords(String(number))]);

const headers: Words = [
  ["P-Asserted-Identity", "who calls, as a network vouches for it"],
  ["P-Preferred-Identity", "which of its numbers a phone wants to show"],
  ["Diversion", "who forwarded the call"],
  ["History-Info", "where the call has been"],
  ["Privacy", "whether the caller is to be hidden"],
  ["From", "who calls"],
  ["To", "who was called first"],
  ["Contact", "where the other side is reached"],
  ["Call-ID", "the id of the call"],
  ["User-Agent", "the program of the other side"],
  ["Alert-Info", "how the phone rings"],
  ["Call-Info", "also: that the phone answers by itself"],
  ["Reason", "why a call ended"],
  ["Via", "the way that a request took"],
];

/** As indications.conf names them. */
const tones: Words = [
  ["dial", "the dial tone"],
  ["busy", "the number is busy"],
  ["ring", "it rings at the other end"],
  ["congestion", "no line is free"],
  ["callwaiting", "another call waits"],
  ["dialrecall", "a second dial tone"],
  ["record", "the call is recorded"],
  ["info", "an announcement follows"],
  ["stutter", "the dial tone while messages wait"],
];

const wordsOfKind: Readonly<Record<string, Words>> = {
  "hangup-cause": causes,
  "sip-header": headers,
  tone: tones,
};

/** Adds what is known of a kind of argument, in the order of likelihood. */
export function knownWords(proposals: Proposals, kind: string): void {
  (wordsOfKind[kind] ?? []).forEach(([label, detail], index) => {
    proposals.add({ label, kind: "value", detail, rank: 10 + index });
  });
}
