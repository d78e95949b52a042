// Values of options that the catalogue does not describe: global variables, and the lines of other files.

import { asciiLower } from "../../text/ascii.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { maskValue } from "../../text/secrets.ts";
import { moduleWords } from "../module-words.ts";
import { loadedSections } from "../subject-file.ts";
import { dollarProposals } from "./calls.ts";
import { deviceProposals } from "./devices.ts";
import type { Proposals } from "./item.ts";
import { contextNames, namesOfKind } from "./names.ts";
import { type Place, proposalsFor } from "./place.ts";
import type { ValueCursor } from "./values.ts";

/** Options of several files whose values name something. */
const kinds: Readonly<Record<string, string>> = {
  musicclass: "moh-class",
  musiconhold: "moh-class",
  music_class: "moh-class",
  moh_class: "moh-class",
  mohinterpret: "moh-class",
  mohsuggest: "moh-class",
  parkinglot: "parking-lot",
  mailbox: "voicemail-mailbox",
  defaultrule: "queue-rule",
};

const contextOptions: ReadonlySet<string> = new Set([
  ...["context", "subscribecontext", "comebackcontext", "exitcontext", "dialout", "callback", "regcontext"],
  ...["hint_context", "message_context", "subscribe_context", "overlap_context", "timeoutcontext"],
]);

export function otherValues(place: Place, { name, token }: ValueCursor): Proposals {
  const { subject, offset, cursor } = place;
  if (subject.text[offset - 1] === "$")
    return dollarProposals(place, { start: place.offset - 1, end: place.offset });
  const { installation } = subject;
  const option = asciiLower(name.text);
  const section = asciiLower(cursor.section?.name ?? "");
  if (cursor.fileKind === "dialplan" && section === "globals")
    return deviceProposals(place, token, [], false);
  if (option === "member" || option === "state_interface") return deviceProposals(place, token, [], false);
  const proposals = proposalsFor(place, token.span);
  if (contextOptions.has(option))
    for (const { name: label, topic } of contextNames(installation))
      proposals.add({ label, kind: "context", detail: "context", rank: 10, topic });
  if (cursor.root === "modules.conf" && /load|require/.test(option)) {
    for (const [label, detail] of moduleWords(installation))
      proposals.add({ label: `${label}.so`, kind: "value", detail });
    return proposals;
  }
  const kind = kinds[option];
  if (kind !== undefined)
    for (const { name: label, detail, topic } of namesOfKind(installation, kind) ?? [])
      proposals.add({ label, kind: "object", detail, rank: 10, topic });
  if (cursor.fileKind === "dialplan" && section === "general" && /^[a-z]+$/.test(option))
    for (const label of ["yes", "no"]) proposals.add({ label, kind: "value", rank: 20 });
  if (!isSecretName(name.text)) asElsewhere(place, proposals, option, token.text);
  return proposals;
}

/** What other sections of the file say for the same option. */
function asElsewhere({ subject }: Place, proposals: Proposals, option: string, own: string): void {
  // A line of a mailbox or an agent holds more than its name says.
  if (/^\d+$/.test(option)) return;
  const { all } = loadedSections(subject);
  for (const { name, options } of all.values()) {
    for (const line of options) {
      const { value } = line;
      if (asciiLower(line.name) !== option || value === own || value.length > 80 || /^$|,/.test(value))
        continue;
      if (maskValue(line.name, value) !== value) continue;
      proposals.add({ label: value, kind: "value", detail: `as in [${name}]`, rank: 60 });
    }
  }
}
