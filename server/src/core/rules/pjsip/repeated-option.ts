import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, PjsipRule } from "../rule.ts";
import { lineOf, quoted } from "../words.ts";

export const repeatedOption: PjsipRule = {
  id: "pjsip/repeated-option",
  on: "pjsip",
  effect: "works-otherwise",
  summary: "Option that a later line of the same section overrides",
  *check({ objects }, { catalog }): Iterable<Finding> {
    const reported = new Set<ConfigOption>();
    for (const { type, options } of objects) {
      if (options.length < 3) continue;
      const last = new Map<string, ConfigOption>();
      for (const option of options) {
        const before = last.get(option.name);
        last.set(option.name, option);
        if (before === undefined || reported.has(before) || !isInSameBlock(before, option)) continue;
        const spec = catalog.types.get(type)?.option(option.name);
        // A list that is given twice is a rule of its own.
        if (spec === undefined || spec.occurrence !== "last" || spec.list === true) continue;
        reported.add(before);
        yield finding(before, option);
      }
    }
  },
};

/** One section overrides what it wrote itself; what stands in a template is there to be overridden. */
function isInSameBlock(before: ConfigOption, later: ConfigOption): boolean {
  if (before.file !== later.file || before.line.number >= later.line.number) return false;
  const { text } = before.file.lines;
  return !/\n[ \t]*\[/.test(text.slice(before.line.end, later.line.start));
}

function finding(before: ConfigOption, later: ConfigOption): Finding {
  const place = namePlace(before);
  const where = lineOf(later, place.file);
  const same = asciiLower(before.value) === asciiLower(later.value);
  return {
    ...place,
    ...(same ? { effect: "redundant" } : {}),
    message: `${quoted(before.name)} comes again in ${where}: ${same ? "once is enough" : "Asterisk takes that one and forgets this one"}`,
    related: [{ ...namePlace(later), message: "this one counts" }],
  };
}
