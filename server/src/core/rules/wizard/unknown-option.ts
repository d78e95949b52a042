import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { namePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { type Wizard, wizardPrefixes } from "../../pjsip/wizard.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { addTo } from "../../text/grouped.ts";
import type { Finding, WizardRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const unknownWizardOption: WizardRule = {
  id: "wizard/unknown-option",
  on: "wizard",
  effect: "line-ignored",
  summary: "Option that a wizard does not know and leaves out",
  *check(model, { catalog }): Iterable<Finding> {
    const known = new Map<string, boolean>();
    const users = new Map<ConfigOption, Wizard[]>();
    for (const wizard of model.wizards) {
      for (const option of wizard.section.options) {
        const isKnown = known.get(option.name) ?? isWizardOption(option.name, catalog);
        known.set(option.name, isKnown);
        if (isKnown) continue;
        addTo(users, option, wizard);
      }
    }
    for (const [option, wizards] of users) yield finding(option, wizards, catalog);
  },
};

function finding(option: ConfigOption, wizards: readonly Wizard[], catalog: PjsipCatalog): Finding {
  const place = namePlace(option);
  const meant = likelyWizardOption(option.name, catalog);
  return {
    ...place,
    message: `${reason(option.name, meant)}: Asterisk leaves it out of ${counted(
      "wizard",
      wizards.map(({ section }) => section.name),
    )} without a word`,
    // Asterisk misses the option under its right name.
    log: wizards
      .slice(0, maximumWizards)
      .flatMap(({ faults }) => faults.filter(({ missing }) => missing === meant).flatMap(({ log }) => log)),
    fixes:
      meant === undefined
        ? []
        : [{ title: `Change to "${meant}"`, safe: false, edits: [{ ...place, text: meant }] }],
  };
}

/** Of how many wizards the messages are kept. */
const maximumWizards = 100;

function reason(name: string, meant: string | undefined): string {
  const prefix = meant === undefined ? undefined : prefixOf(meant);
  if (prefix !== undefined && !name.includes("/")) return `${quoted(name)} needs the prefix "${prefix}"`;
  if (prefix !== undefined && asciiLower(name).startsWith(prefix))
    return `the prefix of ${quoted(name)} must be written in lower case`;
  return `${quoted(name)} is not an option of a wizard`;
}

/** Whether a wizard takes an option of that name, or hands it on. */
export function isWizardOption(name: string, catalog: PjsipCatalog): boolean {
  if (name.startsWith("@")) return true;
  const option = catalog.wizard.option(name);
  if (option === undefined) return false;
  return option.pattern === undefined || prefixOf(name) !== undefined;
}

/** A prefix counts only as written in lower case. */
function prefixOf(name: string): string | undefined {
  return prefixes.find((prefix) => name.startsWith(prefix));
}

const prefixes: readonly string[] = Object.keys(wizardPrefixes);

/** The prefix in its right spelling, the prefix that the option needs, or the closest plain name. */
export function likelyWizardOption(name: string, catalog: PjsipCatalog): string | undefined {
  const slash = name.indexOf("/");
  if (slash !== -1) {
    const rest = name.slice(slash + 1);
    const written = asciiLower(name.slice(0, slash + 1));
    const prefix = written === "auth/" ? undefined : closest(written, prefixes);
    return prefix === undefined ? undefined : prefix + rest;
  }
  const lower = asciiLower(name);
  const owners = Object.entries(wizardPrefixes).filter(
    ([, type]) =>
      catalog.types.get(type)?.spec.openEnded !== true &&
      catalog.types.get(type)?.option(lower) !== undefined,
  );
  const owner =
    owners.find(([prefix]) => prefix === "endpoint/") ?? (owners.length === 1 ? owners[0] : undefined);
  return owner === undefined ? closest(lower, catalog.wizard.names()) : `${owner[0]}${lower}`;
}
