// The classes of musiconhold.conf (res/res_musiconhold.c).

import { certainLoad, definitionOf, type Parts, sectionsBut } from "./certain.ts";
import { NameSet } from "./name-set.ts";

/** Music classes. "default" is what everybody falls back to, so it counts as known even where it has no section. */
export function musicClasses(parts: Parts): NameSet | undefined {
  const load = certainLoad(parts, {
    file: "musiconhold.conf",
    modules: ["res_musiconhold"],
    families: ["musiconhold"],
  });
  if (load === undefined) return undefined;
  const classes = sectionsBut(load, "general").map(definitionOf);
  return new NameSet([...classes, { name: "default", place: undefined }], true);
}
