// Words that arguments of some kinds mostly are, although others are possible: causes, headers, tones.

import { hangupCauses, hangupCauseWords } from "../../catalog/hangup-causes.ts";
import type { CallAt } from "../cursor/model.ts";
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

/** Sounds that come with Asterisk. */
const sounds: Words = [
  ["beep", "a beep"],
  ["hello-world", "for tests"],
  ["invalid", "that the extension is wrong, and to try again"],
  ["pbx-invalid", "that the extension is wrong"],
  ["vm-goodbye", "goodbye"],
  ["auth-thankyou", "thank you"],
  ["activated", "activated"],
  ["de-activated", "de-activated"],
  ["demo-congrats", "the demonstration"],
  ["demo-echotest", "what an echo test is"],
  ["silence/1", "a second of silence"],
  ["tt-monkeys", "monkeys"],
];

/** As strftime knows them. */
const timeFormats: Words = [
  ["%Y-%m-%d %H:%M:%S", "such as 2026-05-17 09:30:00"],
  ["%Y-%m-%d", "the day"],
  ["%H:%M", "hours and minutes"],
  ["%Y%m%d-%H%M%S", "for names of files"],
  ["%s", "seconds since 1970"],
];

const wordsOfKind: Readonly<Record<string, Words>> = {
  "hangup-cause": causes,
  "sip-header": headers,
  tone: tones,
  "sound-file": sounds,
};

/** Adds what is known of a kind of argument, in the order of likelihood; `others` are there already. */
export function knownWords(
  proposals: Proposals,
  kind: string,
  what: CallAt["what"],
  others: readonly string[],
): void {
  // Applications that say a time have letters of their own.
  const isFormat = kind === "time-format" && what === "function";
  (isFormat ? timeFormats : (wordsOfKind[kind] ?? [])).forEach(([label, detail], index) => {
    if (!proposals.has(label) && !others.includes(label))
      proposals.add({ label, kind: "value", detail, rank: (kind === "sound-file" ? 70 : 10) + index });
  });
}
