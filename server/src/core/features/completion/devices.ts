// What can be dialled or watched: endpoints, AORs, peers, extensions of Local, and their technologies.

import type { Span } from "../../text/span.ts";
import type { Token } from "../cursor/model.ts";
import { dialplanNames, stepWords } from "./dialplan-names.ts";
import type { Proposals } from "./item.ts";
import { contextNames, namesOfKind, objectNames } from "./names.ts";
import { type Place, proposalsFor } from "./place.ts";
import { namesBehind } from "./used.ts";

const technologies: readonly (readonly [string, string])[] = [
  ["PJSIP/", "an endpoint of pjsip.conf"],
  ["Local/", "an extension of the dialplan"],
  ["IAX2/", "a peer of iax.conf"],
  ["DAHDI/", "a channel or group of DAHDI"],
];

const watched: readonly (readonly [string, string])[] = [
  ["Custom:", "a state that the dialplan sets"],
  ["MWI:", "whether a mailbox has messages"],
  ["Queue:", "whether a queue has callers"],
  ["confbridge:", "whether a conference is used"],
  ["park:", "whether a parking space is used"],
  ["CustomPresence:", "a presence that the dialplan sets"],
];

/** One device or dial string; `others` are left out. */
export function deviceProposals(
  place: Place,
  token: Token,
  others: readonly string[],
  hint: boolean,
): Proposals {
  const { text } = place.subject;
  const { span } = token;
  const typed = text.slice(span.start, Math.max(span.start, place.offset));
  const colon = hint ? /^\s*([A-Za-z]+):/.exec(typed) : null;
  if (colon !== null)
    return providerNames(place, colon[1] ?? "", { start: span.start + colon[0].length, end: span.end });
  const slash = typed.indexOf("/");
  const all = proposalsFor(place, span);
  if (slash < 0) {
    (hint ? [...technologies, ...watched] : technologies).forEach(([label, detail], index) => {
      all.add({ label, kind: "keyword", detail, rank: 200 + index, goesOn: true });
    });
    for (const { name, topic } of objectNames(place.subject.installation, "endpoint")) {
      const label = `PJSIP/${name}`;
      if (!others.includes(label))
        all.add({ label, kind: "object", detail: "endpoint", rank: rankOf(name), topic });
    }
    return all;
  }
  const technology = typed.slice(0, slash).trim().toLowerCase();
  const rest = { start: span.start + slash + 1, end: Math.max(span.end, span.start + slash + 1) };
  if (technology === "pjsip") return pjsipNames(place, rest, others);
  if (technology === "local") return localNames(place, rest);
  const proposals = proposalsFor(place, rest);
  for (const { name } of technology === "iax2"
    ? (namesOfKind(place.subject.installation, "iax-peer") ?? [])
    : [])
    proposals.add({ label: name, kind: "object", detail: "iax.conf" });
  return proposals;
}

/** Phones first: names that are numbers. */
function rankOf(name: string): number {
  return /^\d+$/.test(name) ? 10 : 12;
}

/** `PJSIP/[user@]endpoint[/target]` */
function pjsipNames(place: Place, span: Span, others: readonly string[]): Proposals {
  const { text, installation } = place.subject;
  const typed = text.slice(span.start, Math.max(span.start, place.offset));
  const slash = typed.indexOf("/");
  const at = typed.lastIndexOf("@", slash < 0 ? undefined : slash);
  if (slash >= 0) {
    const proposals = proposalsFor(place, { start: span.start + slash + 1, end: span.end });
    proposals.add({ label: "sip:", kind: "keyword", detail: "an address" });
    for (const { name, topic } of objectNames(installation, "aor"))
      proposals.add({ label: name, kind: "object", detail: "aor", topic });
    return proposals;
  }
  const start = at < 0 ? span.start : span.start + at + 1;
  // What stands behind the name, such as "/sip:...", stays.
  const tail = text.slice(place.offset, span.end).search(/[/@]/);
  const end = tail < 0 ? span.end : place.offset + tail;
  const proposals = proposalsFor(place, { start, end: Math.max(start, end) });
  for (const { name, topic } of objectNames(installation, "endpoint")) {
    if (at < 0 && others.includes(`PJSIP/${name}`)) continue;
    proposals.add({
      label: name,
      kind: "object",
      detail: "endpoint",
      rank: at < 0 ? rankOf(name) : 10,
      topic,
    });
  }
  // A hint and a member of a queue are dialled with nothing before the name.
  if (at < 0 && place.cursor.kind === "argument")
    proposals.add({
      label: "${EXTEN}@",
      kind: "snippet",
      detail: "what was dialled, through a trunk",
      rank: 40,
      goesOn: true,
    });
  return proposals;
}

/** `Local/extension@context[/n]` */
function localNames(place: Place, span: Span): Proposals {
  const { text, installation } = place.subject;
  const typed = text.slice(span.start, Math.max(span.start, place.offset));
  const at = typed.indexOf("@");
  const written = text.slice(span.start, span.end);
  if (at >= 0) {
    const slash = written.indexOf("/", at);
    const end = slash < 0 ? span.end : span.start + slash;
    const proposals = proposalsFor(place, {
      start: span.start + at + 1,
      end: Math.max(span.start + at + 1, end),
    });
    if (place.offset > end) return proposals;
    for (const { name, topic } of contextNames(installation))
      proposals.add({ label: name, kind: "context", detail: "context", topic });
    return proposals;
  }
  const cut = written.search(/[@/]/);
  const end = cut < 0 ? span.end : span.start + cut;
  const proposals = proposalsFor(place, { start: span.start, end });
  const context = /@([^/]*)/.exec(written)?.[1];
  const names = context === undefined ? contextNames(installation).map(({ name }) => name) : [context];
  let count = 0;
  for (const name of names) {
    for (const lines of dialplanNames(installation).context(name).extensions.values()) {
      const { name: label } = lines;
      if (label.startsWith("_") || count++ > 400) continue;
      const behind = context === undefined ? `@${name}` : "";
      proposals.add({ label: `${label}${behind}`, kind: "extension", detail: stepWords(lines) });
    }
  }
  return proposals;
}

/** Behind `MWI:` and its like. */
function providerNames(place: Place, provider: string, span: Span): Proposals {
  const { installation } = place.subject;
  const proposals = proposalsFor(place, { start: span.start, end: Math.max(span.start, span.end) });
  const kinds: Readonly<Record<string, string>> = {
    mwi: "voicemail-mailbox",
    queue: "queue",
    sla: "sla-station",
  };
  const kind = kinds[provider.toLowerCase()];
  const names = kind === undefined ? [] : (namesOfKind(installation, kind) ?? []);
  for (const { name, detail, topic } of names) proposals.add({ label: name, kind: "object", detail, topic });
  const typed = place.subject.text.slice(span.start, span.end);
  for (const name of namesBehind(installation, provider))
    if (name !== typed) proposals.add({ label: name, kind: "value", detail: "in the dialplan" });
  return proposals;
}
