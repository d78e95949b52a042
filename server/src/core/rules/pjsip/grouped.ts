// Joins what several objects have from one line, so that a template's mistake is told once and counts its heirs.

import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { type Group, groupedBy } from "../../text/grouped.ts";

/**
 * Objects that share a mistake, by the `type` line that they inherit where all objects that inherit it have the
 * mistake; each of the others by its own section.
 */
export function groupedByTemplate(
  objects: readonly PjsipObject[],
  all: readonly PjsipObject[],
): Map<ConfigOption | ConfigSection, Group<PjsipObject>> {
  const heirs = new Map<ConfigOption, number>();
  for (const object of all) {
    const type = inheritedType(object);
    if (type !== undefined) heirs.set(type, (heirs.get(type) ?? 0) + 1);
  }
  const byType = groupedBy(objects, inheritedType);
  return groupedBy(objects, (object) => {
    const type = inheritedType(object);
    const count = type === undefined ? 0 : (byType.get(type)?.length ?? 0);
    return type !== undefined && count > 1 && heirs.get(type) === count ? type : object.section;
  });
}

/** The `type` line of a template, which all its heirs share. */
function inheritedType({ section }: PjsipObject): ConfigOption | undefined {
  if (section.bases.length === 0) return undefined;
  const type = firstOption(section, "type");
  if (type === undefined) return undefined;
  const inherited = section.bases.some(
    (base) => base.section !== section && base.section.options.includes(type),
  );
  return inherited ? type : undefined;
}
