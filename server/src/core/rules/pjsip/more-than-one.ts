import { headerPlace } from "../../pjsip/model.ts";
import type { Effect, Finding, PjsipRule } from "../rule.ts";
import { lineOf } from "../words.ts";

export const moreThanOne: PjsipRule = {
  id: "pjsip/more-than-one",
  on: "pjsip",
  effect: "object-rejected",
  summary: "More than one global or system section",
  *check(model, { catalog, root }): Iterable<Finding> {
    for (const { spec } of catalog.types.values()) {
      if (spec.single !== true) continue;
      const [first, ...others] = model.objects.filter((object) => object.type === spec.type);
      const last = others.at(-1);
      if (first === undefined || last === undefined) continue;
      // Two of the same name are a duplicate, which Asterisk notices first.
      if (others.length === 1 && last.id === first.id) continue;
      const place = headerPlace(last.section);
      const line = lineOf({ line: first.section.header, file: first.section.file }, place.file);
      const count = others.length + 1;
      yield {
        ...place,
        message: `type ${spec.type} may be there once only, and ${line} begins a section of it already: ${outcome(spec.type, count)}`,
        effect: effectOf(count),
        log: messages(spec.type, count, root),
        related: [first, ...others.slice(0, -1)].map((object) => ({
          ...headerPlace(object.section),
          message: `another ${spec.type} section`,
        })),
      };
    }
  },
};

/** Asterisk rounds the number down to a prime and takes 2 for none, so exactly two slip through its check. */
function effectOf(count: number): Effect {
  return count > 2 ? "object-rejected" : "works-otherwise";
}

function outcome(type: string, count: number): string {
  if (count > 2) return `Asterisk uses none of the ${count} and all defaults apply`;
  return type === "global"
    ? "it is left to chance which of the two Asterisk uses"
    : "Asterisk applies both, one after the other";
}

function messages(type: string, count: number, root: string): string[] {
  if (count > 2) {
    return [
      `Config file '${root}' could not be loaded; configuration contains more than one object of type '${type}'`,
    ];
  }
  if (type !== "global") return [];
  return [`At most one pjsip.conf type=global object can be defined.  You have ${count} defined.`];
}
