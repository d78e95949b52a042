// The dialplan in front of the application: what a line can begin with, names of extensions, priorities, statements.

import type { Cursor, SectionAt, Token } from "../cursor/model.ts";
import { sectionAt } from "../cursor/section-at.ts";
import { dialplanNames, stepWords } from "./dialplan-names.ts";
import type { Proposals } from "./item.ts";
import { contextNames, objectNames } from "./names.ts";
import { behind, type Place, proposalsFor } from "./place.ts";

/** What a line of a context can begin with. */
export function statementStarts(place: Place, token: Token, section: SectionAt): Proposals {
  const proposals = proposalsFor(place, token.span);
  const written = behind(place, token.span).trimStart();
  // In front of an operator that is there only the word changes.
  if (/^\+?=/.test(written)) {
    for (const label of ["exten", "same", "include", "switch", "ignorepat"])
      proposals.add({ label, kind: "keyword" });
    return proposals;
  }
  const follows = /^[ \t]*(?:exten|same)\b/im.test(
    place.subject.text.slice(section.body.start, token.span.start),
  );
  const add = (text: string, detail: string, rank: number): void =>
    proposals.add({ label: text.trimEnd(), kind: "keyword", detail, text, rank, goesOn: true });
  if (follows) add("same => n,", "the next step", 0);
  add("exten => ", "a new extension", 1);
  proposals.add({
    label: "exten => _X.,1,",
    kind: "snippet",
    detail: "a pattern",
    text: "exten => _X.,1,",
    snippet: "exten => ${1:_X.},1,$0",
    rank: 2,
  });
  proposals.add({
    label: "exten => hint",
    kind: "snippet",
    detail: "whose state the extension shows",
    text: "exten => 6001,hint,PJSIP/6001",
    snippet: "exten => ${1:6001},hint,PJSIP/$1",
    rank: 4,
  });
  add("include => ", "the extensions of another context", 5);
  add("ignorepat => ", "keeps the dial tone after these digits", 8);
  add("switch => ", "asks another source for extensions", 9);
  return proposals;
}

const specialNames: readonly (readonly [string, string])[] = [
  ["s", "where calls without a number start"],
  ["i", "what was dialled is not there"],
  ["t", "nothing was dialled in time"],
  ["h", "when the call has ended"],
  ["e", "what i, t and T do not handle"],
  ["o", "leaves a greeting for the operator"],
  ["a", "leaves a greeting with the star key"],
  ["T", "the longest time of a call is over"],
  ["fax", "a fax calls"],
];

const patterns: readonly (readonly [string, string])[] = [
  ["_X.", "two or more characters, the first a digit"],
  ["_XXXX", "four digits"],
  ["_[1-9]XXX", "four digits, the first not 0"],
  ["_NXXNXXXXXX", "a number of ten digits in North America"],
  ["_+X.", "a number with its country code"],
];

/** Extensions of the context, those that phones still lack, special ones, patterns. */
export function extensionProposals(
  place: Place,
  { token, context: name }: Extract<Cursor, { kind: "extension-name" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  const { installation } = place.subject;
  const comma = behind(place, token.span) === "" ? "," : "";
  const add = (label: string, detail: string, rank: number): void =>
    proposals.add({
      label,
      kind: "extension",
      detail,
      rank,
      text: `${label}${comma}`,
      filter: label,
      goesOn: comma !== "",
    });
  const context = dialplanNames(installation).context(name ?? "", sectionsOf(place));
  for (const lines of context.extensions.values())
    if (lines.name !== token.text) add(lines.name, stepWords(lines), 30);
  for (const { name } of objectNames(installation, "endpoint"))
    if (/^\d+$/.test(name) && !context.extensions.has(name))
      add(name, "endpoint without an extension here", 20);
  specialNames.forEach(([name, detail], index) => {
    if (!context.extensions.has(name)) add(name, detail, 40 + index);
  });
  for (const [name, detail] of patterns) add(name, detail, 60);
  return proposals;
}

/** The sections of the context around the cursor, where no load has more of them. */
function sectionsOf({ subject, cursor }: Place) {
  const known = dialplanNames(subject.installation).sectionsOf(cursor.section?.name ?? "");
  if (known.length > 0) return known;
  const section = cursor.section?.section ?? sectionAt(subject, cursor.section?.body.start ?? 0)?.section;
  return section === undefined ? [] : [section];
}

export function priorityProposals(place: Place, { token }: Extract<Cursor, { kind: "priority" }>): Proposals {
  const proposals = proposalsFor(place, token.span);
  const comma = behind(place, token.span).trim() === "" ? "," : "";
  const { text } = place.subject;
  const line = text.slice(text.lastIndexOf("\n", Math.max(0, token.span.start - 1)) + 1, token.span.start);
  const same = /^\s*same/i.test(line);
  const add = (label: string, detail: string, rank: number): void =>
    proposals.add({
      label,
      kind: "keyword",
      detail,
      rank,
      text: `${label}${comma}`,
      filter: label,
      goesOn: comma !== "",
    });
  add("1", "the first step of an extension", same ? 20 : 0);
  add("n", "the next step", same ? 0 : 1);
  proposals.add({
    label: "n(label)",
    kind: "snippet",
    detail: "the next step, with a label to jump to",
    rank: 2,
    text: `n(label)${comma}`,
    snippet: `n(\${1:label})${comma}$0`,
    filter: "n(label)",
  });
  add("hint", "whose state the extension shows", 5);
  return proposals;
}

const switches: readonly (readonly [string, string])[] = [
  ["Realtime/", "extensions of a database"],
  ["Lua/", "extensions of extensions.lua"],
  ["DUNDi/", "extensions that other servers publish"],
  ["IAX2/", "extensions of another server"],
  ["Loopback/", "extensions under another number"],
];

export function statementProposals(
  place: Place,
  { name, token }: Extract<Cursor, { kind: "statement" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  const { installation, text } = place.subject;
  const word = name.text.toLowerCase();
  if (word === "include") {
    // Behind the comma stand times.
    const before = text.slice(name.span.end, token.span.start);
    if (before.includes(",") || before.includes("|")) return timeProposals(place, proposals);
    const own = place.cursor.section?.name ?? "";
    const { includes } = dialplanNames(installation).context(own, sectionsOf(place));
    const taken = new Set(includes.filter((include) => include !== token.text));
    for (const { name: label, topic } of contextNames(installation))
      if (label !== own && !taken.has(label))
        proposals.add({ label, kind: "context", detail: "context", topic });
  } else if (word.endsWith("switch")) {
    for (const [label, detail] of switches) proposals.add({ label, kind: "keyword", detail });
  }
  return proposals;
}

/** When an include holds, or a condition on the time. */
export function timeProposals(_place: Place, proposals: Proposals): Proposals {
  const forms: readonly (readonly [string, string, string])[] = [
    ["9:00-17:00,mon-fri,*,*", "${1:9:00-17:00},${2:mon-fri},*,*", "working hours"],
    ["*,sat-sun,*,*", "*,${1:sat-sun},*,*", "days of the week"],
    ["*,*,25,dec", "*,*,${1:25},${2:dec}", "a day of the year"],
  ];
  forms.forEach(([label, snippet, detail], index) => {
    proposals.add({ label, kind: "snippet", detail, snippet, rank: index });
  });
  return proposals;
}
