import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { lineOf, quoted } from "./words.ts";

export const duplicateObject: PjsipRule = {
  id: "pjsip/duplicate-object",
  on: "pjsip",
  effect: "object-rejected",
  summary: "Two objects of one type with the same name",
  *check(model, { catalog, root }): Iterable<Finding> {
    const first = new Map<string, PjsipObject>();
    const counts = countTypes(model.objects);
    for (const object of model.objects) {
      // An empty name becomes a random one; three sections of a single type are another mistake.
      if (object.id === "") continue;
      if (catalog.types.get(object.type)?.spec.single === true && (counts.get(object.type) ?? 0) > 2)
        continue;
      const key = `${object.type}\0${object.id}`;
      const before = first.get(key);
      if (before === undefined) {
        first.set(key, object);
        continue;
      }
      const place = headerPlace(object.section);
      const line = lineOf({ line: before.section.header, file: before.section.file }, place.file);
      yield {
        ...place,
        message: `${object.type} ${quoted(object.id)} already exists in ${line}: Asterisk loads no ${object.type} of this file at all`,
        log: [
          `Config file '${root}' could not be loaded; configuration contains a duplicate object: '${object.id}' of type '${object.type}'`,
        ],
        related: [
          { ...headerPlace(before.section), message: `the first ${object.type} ${quoted(object.id)}` },
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
