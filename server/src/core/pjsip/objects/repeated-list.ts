// Comma lists that are written twice: the later line takes the place of the earlier one, without a message.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import type { PjsipObject } from "../judgement.ts";
import type { ObjectFault } from "./object-fault.ts";

const listKinds: ReadonlySet<string> = new Set([
  "refList",
  "enumList",
  "mailboxList",
  "namedGroupList",
  "groupList",
  "identifierOrder",
  "securityMechanisms",
]);

/** Whether a second line of the option loses the list of the first. */
export function losesFirstList(spec: OptionSpec): boolean {
  return spec.occurrence === "last" && (spec.list === true || listKinds.has(spec.kind));
}

/** The fault of the option at `index`, where a later line of the same section replaces it. */
export function repeatedList(object: PjsipObject, index: number): ObjectFault | undefined {
  const option = object.options[index];
  if (option === undefined || option.value === "") return undefined;
  const later = object.options.find((other, at) => at > index && equalsIgnoringCase(other.name, option.name));
  // Whoever empties a list means it, and so does one who writes the same again.
  if (later === undefined || later.value === "" || later === option) return undefined;
  if (writtenIn(object.section, option) !== writtenIn(object.section, later)) return undefined;
  return { kind: "repeated-list-option", option, rejects: false, log: [], related: [later] };
}

/** The section among whose own lines the option stands. */
function writtenIn(section: ConfigSection, option: ConfigOption): ConfigSection {
  const base = section.bases.find((candidate) => candidate.section.options.includes(option));
  return base === undefined || base.section === section ? section : writtenIn(base.section, option);
}
