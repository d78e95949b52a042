import type { ConfigOption, ConfigSection } from "../../config/load.ts";
import { type Place, valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { equalsIgnoringCase, trimBlanks } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { aOrAn, counted, lineOf, quoted } from "./words.ts";

export const overriddenType: PjsipRule = {
  id: "pjsip/overridden-type",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Second type in one section, which never counts",
  *check(model): Iterable<Finding> {
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
    for (const clash of clashes.values()) yield finding(clash);
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
  readonly base: ConfigSection["bases"][number];
}

function finding({ first, later, writer, names }: Clash): Finding {
  const place = writer === undefined ? valuePlace(later) : basePlace(writer);
  const who = counted("section", names);
  const [is, makes] = names.length === 1 ? ["is", "does"] : ["are", "do"];
  const source = writer === undefined ? "" : `, which ${quoted(writer.base.section.name)} brings,`;
  return {
    ...place,
    message: `${who} ${is} of type ${quoted(first.value)} by ${lineOf(first, place.file)} already: type ${quoted(later.value)}${source} does not count, and ${makes} not make ${aOrAn(later.value)}`,
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
function writerOf(section: ConfigSection, first: ConfigOption, later: ConfigOption): Writer | undefined {
  const base = section.bases.find((candidate) => candidate.section.options.includes(later));
  // A section that is added to itself has itself as a base.
  if (base === undefined || base.section === section) return undefined;
  return base.section.options.includes(first) ? writerOf(base.section, first, later) : { section, base };
}

/** The name of the base in the header. */
function basePlace({ section, base }: Writer): Place {
  const item = base.line.modifiers.find(({ text }) =>
    equalsIgnoringCase(trimBlanks(text), base.section.name),
  );
  if (item === undefined) return headerPlace(section);
  return { file: base.file, span: sourceSpan(base.line, item.start, item.end) };
}
