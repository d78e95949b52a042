import { formatVersion } from "../../catalog/version.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { sectionNamed } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { UpgradeRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const otherValueCounts: UpgradeRule = {
  id: "upgrade/other-value-counts",
  on: "upgrade",
  effect: "works-otherwise",
  summary: "Option of [general] in extensions.conf that is set twice: the newer version takes the last one",
  *check({ load, settings: { version } }, from) {
    if (version.major < 23 || from.major >= 23) return;
    const general = sectionNamed(load("extensions.conf"), "general");
    const all = new Map<string, ConfigOption[]>();
    for (const option of general?.options ?? []) {
      const name = asciiLower(option.name);
      if (options.has(name)) all.set(name, [...(all.get(name) ?? []), option]);
    }
    for (const [name, given] of all) {
      const [first] = given;
      const last = given.at(-1);
      if (first === undefined || last === undefined || asciiLower(first.value) === asciiLower(last.value))
        continue;
      yield {
        ...valuePlace(last),
        message: `Asterisk ${formatVersion(version)} takes the last value of ${name}, ${quoted(last.value)}, and Asterisk ${from.major} the first, ${quoted(first.value)}`,
        related: [{ ...valuePlace(first), message: `The value that Asterisk ${from.major} takes` }],
      };
    }
  },
};

/** The options that pbx_config looks up by their names. */
const options: ReadonlySet<string> = new Set([
  "static",
  "writeprotect",
  "autofallthrough",
  "clearglobalvars",
  "extenpatternmatchnew",
  "overrideswitch",
  "userscontext",
]);
