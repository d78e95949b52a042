import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { type Place, valuePlace } from "../../config/option-span.ts";
import { type Base, type ConfigOption, type ConfigSection, headerOf } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { modifierSpan } from "../../syntax/line.ts";
import { equalsIgnoringCase, trimBlanks } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted, lineOf, quoted } from "../words.ts";

export const overriddenType: PjsipRule = {
  id: "pjsip/overridden-type",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Second type in one section, which never counts",
  *check(model, { catalog }): Iterable<Finding> {
    const clashes = new Map<ConfigOption | ConfigSection, Clash>();
    for (const { section, typeOption } of model.selected) {
      if (typeOption === undefined) continue;
      for (const later of laterTypes(section, typeOption)) {
        const writer = writerOf(section, typeOption, later);
        const owner = writer === undefined ? later : writer.section;
        const before = clashes.get(owner);
        if (before !== undefined) before.names.push(section.name);
        else clashes.set(owner, { first: typeOption, later, writer, names: [section.name] });
      }
    }
    for (const clash of clashes.values()) yield finding(clash, catalog);
  },
};

/** Two types that meet, and the sections that have both. */
interface Clash {
  readonly first: ConfigOption;
  readonly later: ConfigOption;
  readonly writer: Writer | undefined;
  readonly names: string[];
}

/** A header that inherits both types from two sections. */
interface Writer {
  readonly section: ConfigSection;
  readonly base: Base;
}

function finding({ first, later, writer, names }: Clash, catalog: PjsipCatalog): Finding {
  const place = writer === undefined ? valuePlace(later) : basePlace(writer);
  const [has, them] = names.length === 1 ? ["has", "it"] : ["have", "them"];
  const source = writer === undefined ? "" : `, which ${quoted(writer.base.section.name)} brings,`;
  const end = catalog.types.has(later.value) ? `, and Asterisk makes no ${later.value} of ${them}` : "";
  return {
    ...place,
    message: `${counted("section", names)} ${has} type ${quoted(first.value)} by ${lineOf(first, place.file)} already: type ${quoted(later.value)}${source} does not count${end}`,
    related: [{ ...valuePlace(first), message: "this type counts" }],
  };
}

function laterTypes(section: ConfigSection, first: ConfigOption): ConfigOption[] {
  const later: ConfigOption[] = [];
  for (const option of section.options) {
    if (option === first || option.name.length !== 4 || option.value === first.value) continue;
    if (equalsIgnoringCase(option.name, "type")) later.push(option);
  }
  return later;
}

/** The header whose bases clash; undefined where the later type is written in a section that has one already. */
function writerOf(start: ConfigSection, first: ConfigOption, later: ConfigOption): Writer | undefined {
  // Bases can form a circle, because "(+)" gives new ones to a section that others inherit from.
  const seen = new Set<ConfigSection>();
  let section = start;
  while (!seen.has(section)) {
    seen.add(section);
    const base = section.bases.find((candidate) => candidate.section.options.includes(later));
    if (base === undefined) return undefined;
    if (!base.section.options.includes(first)) return { section, base };
    section = base.section;
  }
  return undefined;
}

/** The name of the base in the header. */
function basePlace({ section, base }: Writer): Place {
  const { file, line } = headerOf(section, base);
  const item = line.modifiers.find(({ text }) => equalsIgnoringCase(trimBlanks(text), base.section.name));
  if (item === undefined) return headerPlace(section);
  return { file, span: modifierSpan(line, item) };
}
