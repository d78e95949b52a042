import { type Place, valuePlace } from "../../config/option-span.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { SelectedSection } from "../../pjsip/select-objects.ts";
import { addTo } from "../../text/grouped.ts";
import type { Environment } from "../../workspace/environment.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { counted } from "../words.ts";

export const moduleNotLoaded: PjsipRule = {
  id: "pjsip/module-not-loaded",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Object whose module modules.conf does not load",
  *check({ selected, load, objects }, { environment, catalog, root }): Iterable<Finding> {
    if (!environment.moduleLoaded("res_pjsip")) {
      const first = selected.find(({ object }) => object !== undefined);
      if (first !== undefined) yield withoutPjsip(first, root, isWanted(environment));
      return;
    }
    if (load.outcome !== "loaded" || objects.length === selected.length) return;
    // One report per type: the mistake is in modules.conf, not in each section.
    for (const [type, sections] of byType(selected)) {
      const module = catalog.types.get(type)?.spec.module;
      const [first] = sections;
      if (module === undefined || environment.moduleLoaded(module) || first === undefined) continue;
      yield {
        ...typePlace(first),
        message: `modules.conf does not load ${module}.so: without a word Asterisk skips ${counted(
          `${type} section`,
          sections.map(({ section }) => section.name),
        )}`,
      };
    }
  },
};

/**
 * Whoever refuses res_pjsip, or loads nothing else of PJSIP, does not use it and may keep the file all the same.
 * A module that nobody names loads only where all do, and then a "noload" line keeps res_pjsip out.
 */
function isWanted({ moduleLoaded }: Environment): boolean {
  return moduleLoaded("chan_pjsip") && !moduleLoaded("");
}

function withoutPjsip(first: SelectedSection, root: string, wanted: boolean): Finding {
  const message = `modules.conf does not load res_pjsip.so: Asterisk does not read ${root}`;
  return { ...typePlace(first), message, ...(wanted ? {} : { effect: "redundant" as const }) };
}

function byType(selected: readonly SelectedSection[]): Map<string, SelectedSection[]> {
  const types = new Map<string, SelectedSection[]>();
  for (const entry of selected) {
    if (entry.object === undefined) continue;
    addTo(types, entry.object.type, entry);
  }
  return types;
}

function typePlace({ section, typeOption }: SelectedSection): Place {
  return typeOption === undefined ? headerPlace(section) : valuePlace(typeOption);
}
