// Headers of sections: names that are used and have no section yet, and the templates that there are.

import type { ConfigSection } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Cursor, SectionAt } from "../cursor/model.ts";
import { loadedSections } from "../subject-file.ts";
import type { Proposals } from "./item.ts";
import { contextNames, objectNames } from "./names.ts";
import { type Place, proposalsFor } from "./place.ts";

/** Names of sections; behind the name the bracket, where it is not there yet. */
export function sectionNameProposals(
  place: Place,
  { token, closed }: Extract<Cursor, { kind: "section-name" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  const close = closed ? "" : "]";
  const add = (label: string, detail: string, rank: number): void =>
    proposals.add({ label, kind: "object", detail, rank, text: `${label}${close}`, filter: label });
  const { fileKind, subject } = { ...place.cursor, subject: place.subject };
  const { installation } = subject;
  if (fileKind === "dialplan") {
    const known = new Set(contextNames(installation).map(({ name }) => name));
    for (const name of contextsNamed(place))
      if (!known.has(name)) add(name, "named, but there is no such context yet", 10);
    for (const name of ["general", "globals"])
      if (!loadedSections(subject).all.has(name)) add(name, "settings of the dialplan", 40);
    return proposals;
  }
  if (fileKind !== "pjsip") return proposals;
  for (const [name, type] of namesMissing(place)) add(name, `named, but there is no such ${type} yet`, 10);
  for (const { spec } of installation.catalog.types.values()) {
    const name = spec.explicitName;
    if (name !== undefined && !loadedSections(subject).all.has(name)) add(name, spec.summary, 40);
  }
  return proposals;
}

/** What options of PJSIP name and no section is. */
function namesMissing({ subject }: Place): Map<string, string> {
  const { installation } = subject;
  const missing = new Map<string, string>();
  const there = new Map<string, ReadonlySet<string>>();
  for (const section of installation.load("pjsip.conf").sections) {
    if (section.template) continue;
    const type = section.options.find(({ name }) => asciiLower(name) === "type")?.value;
    if (type === undefined) continue;
    for (const { name, value } of section.options) {
      const spec = installation.catalog.types.get(type)?.option(name);
      const target = spec?.refersTo;
      if (target === undefined || !installation.catalog.types.has(target)) continue;
      let known = there.get(target);
      if (known === undefined) {
        known = new Set(objectNames(installation, target).map((object) => object.name));
        there.set(target, known);
      }
      for (const word of value.split(",")) {
        const text = word.trim();
        if (text !== "" && !known.has(text)) missing.set(text, target);
      }
    }
  }
  return missing;
}

/** Contexts that endpoints, includes and jumps name. */
function contextsNamed({ subject }: Place): Set<string> {
  const { installation } = subject;
  const named = new Set<string>();
  for (const { options } of installation.load("pjsip.conf").sections)
    for (const { name, value } of options)
      if (asciiLower(name) === "context" && value !== "") named.add(value);
  for (const { options } of installation.load("extensions.conf").sections)
    for (const { name, value } of options)
      if (asciiLower(name) === "include") named.add(value.split(/[,|]/)[0]?.trim() ?? "");
  for (const { lines } of installation.load("extensions.conf").files)
    for (const match of lines.text.matchAll(/\b(?:Goto|Gosub)\(([A-Za-z][\w-]*),[^,()\n]*,/gi))
      named.add(match[1] ?? "");
  named.delete("");
  return named;
}

/** Templates that stand above, "!" and "+"; what the header has already is left out. */
export function modifierProposals(
  place: Place,
  { token, others, of, closed }: Extract<Cursor, { kind: "section-modifier" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  const { subject } = place;
  const close = closed ? "" : ")";
  const taken = new Set(others.map((word) => word.trim()));
  const own = place.cursor.section;
  for (const section of loadedSections(subject).all.values()) {
    if (taken.has(section.name) || section.name === of || !standsAbove(section, place)) continue;
    const type = section.options.find(({ name }) => asciiLower(name) === "type")?.value;
    const { file, header } = section;
    proposals.add({
      label: section.name,
      kind: "template",
      detail: section.template
        ? `template${type === undefined ? "" : ` of type ${type}`}`
        : (type ?? "section"),
      rank: rankOf(section, type, own),
      text: `${section.name}${close}`,
      filter: section.name,
      topic: { of: "section", file: file.path, start: header.start },
    });
  }
  if (!taken.has("!"))
    proposals.add({
      label: "!",
      kind: "keyword",
      detail: "makes the section a template",
      rank: 60,
      text: `!${close}`,
      filter: "!",
    });
  if (!taken.has("+") && others.length === 0)
    proposals.add({
      label: "+",
      kind: "keyword",
      detail: "adds to a section of the same name",
      rank: 61,
      text: `+${close}`,
      filter: "+",
    });
  return proposals;
}

/** Only what Asterisk has read by then can be inherited. */
function standsAbove(section: ConfigSection, { subject, offset }: Place): boolean {
  return section.file.path !== subject.file || section.header.start < offset;
}

function rankOf(section: ConfigSection, type: string | undefined, own: SectionAt | undefined): number {
  if (!section.template) return 70;
  return own?.type !== undefined && type !== undefined && own.type !== type ? 50 : 10;
}
