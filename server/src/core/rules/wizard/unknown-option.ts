import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import type { ConfigOption } from "../../config/load.ts";
import { namePlace } from "../../config/option-span.ts";
import { wizardPrefixes } from "../../pjsip/wizard.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { quoted } from "../pjsip/words.ts";
import type { Finding, WizardRule } from "../rule.ts";

export const unknownWizardOption: WizardRule = {
  id: "wizard/unknown-option",
  on: "wizard",
  effect: "line-ignored",
  summary: "Option that a wizard does not know and leaves out",
  *check(model, { catalog }): Iterable<Finding> {
    const seen = new Set<ConfigOption>();
    for (const option of model.wizards.flatMap(({ section }) => section.options)) {
      if (seen.has(option) || isKnown(option.name, catalog)) continue;
      seen.add(option);
      const place = namePlace(option);
      const meant = likely(option.name, catalog);
      yield {
        ...place,
        message: `${quoted(option.name)} is not an option of a wizard: Asterisk leaves it out without a word`,
        fixes:
          meant === undefined
            ? []
            : [{ title: `Change to "${meant}"`, safe: false, edits: [{ ...place, text: meant }] }],
      };
    }
  },
};

function isKnown(name: string, catalog: PjsipCatalog): boolean {
  if (name.startsWith("@") || catalog.wizard.option(name)?.pattern === undefined) {
    return name.startsWith("@") || catalog.wizard.option(name) !== undefined;
  }
  return prefixOf(name) !== undefined;
}

/** A prefix counts only as written in lower case. */
function prefixOf(name: string): string | undefined {
  return Object.keys(wizardPrefixes).find((prefix) => name.startsWith(prefix));
}

/** The prefix in its right spelling, the prefix that the option needs, or the closest plain name. */
function likely(name: string, catalog: PjsipCatalog): string | undefined {
  const slash = name.indexOf("/");
  if (slash !== -1) {
    const rest = name.slice(slash + 1);
    const prefix = closest(asciiLower(name.slice(0, slash + 1)), Object.keys(wizardPrefixes));
    return prefix === undefined ? undefined : prefix + rest;
  }
  const lower = asciiLower(name);
  const plain = closest(lower, catalog.wizard.names());
  const owners = Object.entries(wizardPrefixes).filter(
    ([, type]) => catalog.types.get(type)?.option(lower) !== undefined,
  );
  const endpoint =
    owners.find(([prefix]) => prefix === "endpoint/") ?? (owners.length === 1 ? owners[0] : undefined);
  return endpoint === undefined ? plain : `${endpoint[0]}${lower}`;
}
