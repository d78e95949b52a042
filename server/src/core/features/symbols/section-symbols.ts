// Sections as things with a name: which thing a section is, where it is opened and appended to, and who inherits it.

import type { ConfigLoad } from "../../config/load.ts";
import { type ConfigSection, headerOf } from "../../config/section.ts";
import { isReserved } from "../../dialplan/contexts.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { modifierSpan, sourceSpan } from "../../syntax/line.ts";
import { trimBlanks } from "../../text/ascii.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { NamedThing, Occurrences } from "./symbol.ts";

/** Says which thing a section is. */
export type ThingOf = (section: ConfigSection) => NamedThing;

/** Sections of these names hold settings: nothing refers to them. */
const settings: ReadonlySet<string> = new Set(["general", "globals"]);

/** Which thing a section of a root file is: an object, a wizard, a context, a template, or just a section. */
export function thingFinder(installation: Installation, load: ConfigLoad): ThingOf {
  const { root } = load;
  const types = new Map<ConfigSection, string>();
  if (root === "pjsip.conf")
    for (const { section, type } of installation.pjsip(load).objects) types.set(section, type);
  const general =
    root === "extensions.conf" ? "context" : root === "pjsip_wizard.conf" ? "wizard" : "section";
  return (section) => {
    const { name } = section;
    if (section.template) return { kind: "template", name, within: root };
    const type = types.get(section);
    if (type !== undefined) return { kind: type, name, within: "" };
    if (general === "section" || isReserved(name)) return { kind: "section", name, within: root };
    return { kind: general, name, within: "" };
  };
}

/** Adds the headers of a load's sections and the names of templates in them. */
export function addSections(load: ConfigLoad, thingOf: ThingOf, occurrences: Occurrences): void {
  const met = new Set<string>();
  for (const section of load.sections) {
    const { kind, name, within } = thingOf(section);
    const isSettings = kind === "section" && settings.has(name.toLowerCase());
    if (!isSettings) {
      const key = `${kind}\0${name}`;
      // A context is made by its first section; the others add to it.
      const role = kind === "context" && met.has(key) ? "append" : "definition";
      met.add(key);
      occurrences.add(kind, name, role, headerPlace(section), within);
      for (const { file, line } of section.appended)
        occurrences.add(
          kind,
          name,
          "append",
          { file, span: sourceSpan(line, line.nameStart, line.nameEnd) },
          within,
        );
    }
    for (const base of section.bases) {
      const thing = thingOf(base.section);
      const { file, line } = headerOf(section, base);
      for (const { text, start } of line.modifiers) {
        if (trimBlanks(text) !== base.section.name) continue;
        const from = start + text.indexOf(base.section.name);
        const span = modifierSpan(line, { start: from, end: from + base.section.name.length });
        occurrences.add(thing.kind, thing.name, "reference", { file, span }, thing.within);
      }
    }
  }
}
