import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace, type PjsipModel } from "../../pjsip/model.ts";
import { isTemplateText } from "../../pjsip/placeholder.ts";
import type { Finding, PjsipRule, Related } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

export const duplicateObject: PjsipRule = {
  id: "pjsip/duplicate-object",
  on: "pjsip",
  effect: "object-rejected",
  summary: "Two objects of one type with the same name",
  *check(model, { catalog, root }): Iterable<Finding> {
    const first = new Map<string, Map<string, PjsipObject>>();
    const counts = countTypes(model.objects);
    let isRejected: ((object: PjsipObject) => boolean) | undefined;
    for (const object of model.objects) {
      const { type, id } = object;
      const count = counts.get(type) ?? 0;
      // An empty name becomes a random one; three sections of a single type are another mistake.
      if (id === "" || isTemplateText(id) || (count > 2 && catalog.types.get(type)?.spec.single === true))
        continue;
      const ids = first.get(type) ?? new Map<string, PjsipObject>();
      first.set(type, ids);
      const before = ids.get(id);
      if (before === undefined) {
        ids.set(id, object);
        continue;
      }
      isRejected ??= rejected(model);
      const place = headerPlace(object.section);
      const line = lineOf({ line: before.section.header, file: before.section.file }, place.file);
      yield {
        ...place,
        message: `${type} ${quoted(id)} already exists in ${line}: ${when(isRejected(before) || isRejected(object))}Asterisk loads none of the ${count} objects of type ${type} in this file; delete or rename one`,
        log: [
          `Config file '${root}' could not be loaded; configuration contains a duplicate object: '${id}' of type '${type}'`,
        ],
        related: [
          { ...headerPlace(before.section), message: `the first ${type} ${quoted(id)}` },
          ...sharedType(before.section, object.section),
        ],
      };
    }
  },
};

function countTypes(objects: readonly PjsipObject[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of objects) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** Of two objects of one name Asterisk notices only those that it does not drop for another mistake. */
function when(eitherRejected: boolean): string {
  return eitherRejected ? "once the other mistakes in the two are mended, " : "";
}

/** Tells whether Asterisk drops an object, by what stands in its section. */
function rejected({ faults }: PjsipModel): (object: PjsipObject) => boolean {
  const owners = new Set<ConfigOption | ConfigSection>();
  for (const { judgement, section } of faults) {
    if (judgement.rejects) owners.add(judgement.option ?? section);
  }
  return ({ section, options }) => owners.has(section) || options.some((option) => owners.has(option));
}

/** The line of a template that gives both sections their type, which is often not meant. */
function sharedType(first: ConfigSection, second: ConfigSection): Related[] {
  const type = firstOption(first, "type");
  if (type === undefined || firstOption(second, "type") !== type) return [];
  return [{ ...valuePlace(type), message: "both get their type here" }];
}
