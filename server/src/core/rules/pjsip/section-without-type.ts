import type { PjsipCatalog, TypeCatalog } from "../../catalog/pjsip.ts";
import type { ConfigLoad } from "../../config/load.ts";
import { namePlace } from "../../config/option-span.ts";
import { basesOf, type ConfigOption, type ConfigSection } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { isTemplateText } from "../../pjsip/placeholder.ts";
import type { SelectedSection } from "../../pjsip/select-objects.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { addTo } from "../../text/grouped.ts";
import { sipSections } from "../chan-sip/sip-sections.ts";
import { fixOf, lineBehind, optionLine } from "../fix.ts";
import type { Finding, Fix, PjsipRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const sectionWithoutType: PjsipRule = {
  id: "pjsip/section-without-type",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Section that does not say what type of object it is",
  *check({ load, selected }, { catalog }): Iterable<Finding> {
    // What we could not read may hold the type.
    if (load.partial) return;
    const isSip = sipSections(catalog);
    const untyped = withoutType(load, selected).filter(
      (section) => !isTemplateText(section.name) && !isSip(section),
    );
    if (untyped.length === 0) return;
    const fitting = typeFinder(catalog);
    const misspelled = new Map<ConfigOption, ConfigSection[]>();
    const others: ConfigSection[] = [];
    for (const section of untyped) {
      const option = section.options.find((candidate) => isMisspelled(candidate, catalog));
      const before = option === undefined ? others : misspelled.get(option);
      if (before !== undefined) before.push(section);
      else if (option !== undefined) misspelled.set(option, [section]);
    }
    for (const [option, sections] of misspelled) yield ofMisspelled(option, sections);
    for (const [owner, sections] of byTemplate(others, selected)) {
      const [section] = sections;
      if (section === undefined) continue;
      const wrong = wrongForExplicit(section, catalog);
      if (wrong !== undefined) {
        yield ofExplicit(section, wrong, catalog);
        continue;
      }
      const message =
        owner === section
          ? `section ${quoted(section.name)} has no "type": Asterisk skips it without a word${besides(section, catalog)}`
          : `neither template ${quoted(owner.name)} nor any section that inherits it has a "type": Asterisk skips ${counted("section", names(sections))} without a word`;
      yield {
        ...headerPlace(owner),
        message,
        fixes: typeFixes(owner, fitting(sections) ?? explicitType(section.name, catalog), false),
      };
    }
  },
};

/** Whether an option is "type" with a slip of the finger. */
function isMisspelled({ name, value }: ConfigOption, catalog: PjsipCatalog): boolean {
  return catalog.types.has(asciiLower(value)) && closest(name, ["type"]) !== undefined;
}

function ofMisspelled(option: ConfigOption, sections: readonly ConfigSection[]): Finding {
  const place = namePlace(option);
  return {
    ...place,
    message: `${quoted(option.name)} is not "type": Asterisk skips ${counted("section", names(sections))} without a word, for want of a type`,
    fixes: [{ title: 'Change to "type"', safe: false, edits: [{ ...place, text: "type" }] }],
  };
}

/** Sections without a type. Those that others inherit from do their work as templates, though they lack the "(!)". */
function withoutType(load: ConfigLoad, selected: readonly SelectedSection[]): readonly ConfigSection[] {
  const untyped = selected
    .filter((entry) => entry.object === undefined && entry.typeOption === undefined)
    .map(({ section }) => section)
    .filter((section) => section.options.length > 0);
  if (untyped.length === 0) return untyped;
  const bases = basesOf(load.sections);
  return untyped.filter((section) => !bases.has(section));
}

/** Two and more heirs of a template are one mistake, provided that no heir of it has a type. */
function byTemplate(
  untyped: readonly ConfigSection[],
  selected: readonly SelectedSection[],
): Map<ConfigSection, ConfigSection[]> {
  const heirs = new Map<ConfigSection, number>();
  const spoiled = new Set<ConfigSection>();
  for (const section of untyped) {
    const template = templateOf(section);
    if (template !== undefined) heirs.set(template, (heirs.get(template) ?? 0) + 1);
  }
  for (const { section, typeOption } of selected) {
    if (typeOption !== undefined) for (const base of section.bases) spoiled.add(base.section);
  }
  const groups = new Map<ConfigSection, ConfigSection[]>();
  for (const section of untyped) {
    const template = templateOf(section);
    const shared = template !== undefined && !spoiled.has(template) && (heirs.get(template) ?? 0) > 1;
    const owner = shared ? template : section;
    addTo(groups, owner, section);
  }
  return groups;
}

function templateOf(section: ConfigSection): ConfigSection | undefined {
  return section.bases.find((base) => base.section.template)?.section;
}

function names(sections: readonly ConfigSection[]): string[] {
  return sections.map((section) => section.name);
}

/** [global] and [system] need no type, as long as all their options are known and in lower case. */
function wrongForExplicit(section: ConfigSection, catalog: PjsipCatalog): ConfigOption | undefined {
  const type = catalog.types.get(section.name);
  if (type?.spec.explicitName !== section.name) return undefined;
  return section.options.find(({ name }) => !name.startsWith("@") && type.option(name)?.name !== name);
}

function ofExplicit(section: ConfigSection, option: ConfigOption, catalog: PjsipCatalog): Finding {
  const known = catalog.types.get(section.name)?.option(option.name) !== undefined;
  const reason = known
    ? `${quoted(option.name)} is not in lower case`
    : `${quoted(option.name)} is not an option of ${section.name}`;
  return {
    ...namePlace(option),
    message: `${reason}, and [${section.name}] has no "type": Asterisk skips the whole section without a word, and all defaults apply`,
    related: [{ ...headerPlace(section), message: "this section is skipped" }],
    fixes: known ? typeFixes(section, section.name, true) : [],
  };
}

function besides(section: ConfigSection, catalog: PjsipCatalog): string {
  const explicit = explicitType(section.name, catalog);
  if (explicit !== undefined) return `; only [${explicit}] in lower case needs none`;
  if (asciiLower(section.name) !== "general") return "";
  return "; pjsip.conf has no [general], general settings belong to objects of type global and transport";
}

/** The type that a name such as [Global] is meant to be. */
function explicitType(name: string, catalog: PjsipCatalog): string | undefined {
  const explicit = catalog.types.get(asciiLower(name))?.spec.explicitName;
  return explicit === name ? undefined : explicit;
}

/** Finds the one type that has all the options of some sections, if there is just one. */
function typeFinder(catalog: PjsipCatalog): (sections: readonly ConfigSection[]) => string | undefined {
  const types = [...catalog.types.values()].filter((type) => type.spec.openEnded !== true);
  const owners = new Map<string, ReadonlySet<TypeCatalog>>();
  const ownersOf = (name: string): ReadonlySet<TypeCatalog> => {
    let found = owners.get(name);
    if (found === undefined) {
      found = new Set(types.filter((type) => type.option(name) !== undefined));
      owners.set(name, found);
    }
    return found;
  };
  return (sections) => {
    let left: readonly TypeCatalog[] = types;
    for (const { options } of sections) {
      for (const { name } of options) {
        if (name.startsWith("@")) continue;
        const having = ownersOf(name);
        left = left.filter((type) => having.has(type));
        if (left.length === 0) return undefined;
      }
    }
    return left.length === 1 ? left[0]?.spec.type : undefined;
  };
}

function typeFixes(section: ConfigSection, type: string | undefined, safe: boolean): readonly Fix[] {
  if (type === undefined) return [];
  const { file, header: line } = section;
  const edit = lineBehind({ file, line }, optionLine(section, "type", type));
  return fixOf(edit, `Insert "type = ${type}"`, safe);
}
