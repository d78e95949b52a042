import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { WizardFault } from "../../pjsip/wizard.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Finding, WizardRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";
import { isWizardOption, likelyWizardOption } from "./unknown-option.ts";

export const missingWizardOption: WizardRule = {
  id: "wizard/missing-option",
  on: "wizard",
  effect: "object-rejected",
  summary: "Wizard that lacks what another of its options needs",
  *check({ wizards, load }, { catalog }): Iterable<Finding> {
    // What we could not read may hold it.
    if (load.partial) return;
    const groups = new Map<ConfigOption | ConfigSection, Map<string, WizardFault[]>>();
    for (const { section, faults } of wizards) {
      for (const [missing, found] of byOption(faults)) {
        if (isMisspelled(section, missing, catalog)) continue;
        const owner = found.find(({ option }) => option !== undefined)?.option ?? section;
        const group = groups.get(owner) ?? new Map<string, WizardFault[]>();
        groups.set(owner, group);
        const before = group.get(missing);
        if (before === undefined) group.set(missing, found);
        else before.push(...found);
      }
    }
    for (const [owner, group] of groups) {
      for (const [missing, faults] of group) yield finding(owner, missing, faults);
    }
  },
};

/** One option that is missing may keep several objects from being made. */
function byOption(faults: readonly WizardFault[]): Map<string, WizardFault[]> {
  const missing = new Map<string, WizardFault[]>();
  for (const fault of faults) missing.set(fault.missing, [...(missing.get(fault.missing) ?? []), fault]);
  return missing;
}

/** Whether it is there under a wrong name, which another rule reports. */
function isMisspelled({ options }: ConfigSection, missing: string, catalog: PjsipCatalog): boolean {
  return options.some(
    ({ name }) => !isWizardOption(name, catalog) && likelyWizardOption(name, catalog) === missing,
  );
}

function finding(
  owner: ConfigOption | ConfigSection,
  missing: string,
  faults: readonly WizardFault[],
): Finding {
  const names = [...new Set(faults.map(({ section }) => section.name))];
  const who = `${counted("wizard", names)} ${names.length === 1 ? "has" : "have"}`;
  const place = "header" in owner ? headerPlace(owner) : valuePlace(owner);
  const option = "header" in owner ? undefined : owner;
  const what =
    option === undefined
      ? `neither ${quoted(missing)} nor "accepts_registrations = yes"`
      : option.name === missing
        ? `nothing in ${quoted(missing)}`
        : `no ${quoted(missing)}, which ${quoted(`${option.name} = ${option.value}`)} needs`;
  return {
    ...place,
    message: `${who} ${what}: ${lost(missing, faults)}`,
    log: [...new Set(faults.slice(0, maximumFaults).flatMap(({ log }) => log))],
  };
}

/** Of how many faults the messages are kept. */
const maximumFaults = 100;

function lost(missing: string, faults: readonly WizardFault[]): string {
  if (missing === "phoneprov/MAC") return "Asterisk does not provision the phone";
  if (missing === "inbound_auth/username")
    return "Asterisk makes no auth, and whatever comes from the endpoint is answered 500";
  if (missing === "outbound_auth/username") return "Asterisk makes no auth to answer the provider with";
  const registers = faults.map(({ option }) => asciiLower(option?.name ?? "") === "sends_registrations");
  if (!registers.includes(true)) return "Asterisk makes no identify, and calls from there find no endpoint";
  return registers.includes(false)
    ? "Asterisk makes neither identify nor registration, and calls from there find no endpoint"
    : "Asterisk makes no registration";
}
