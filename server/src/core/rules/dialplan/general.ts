// What the rules about [general] and [globals] share.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";

/** Sections of that name that are no templates; of [general] Asterisk reads the first alone. */
export function sectionsNamed({ sections }: ConfigLoad, name: string): ConfigSection[] {
  return sections.filter((section) => !section.template && equalsIgnoringCase(section.name, name));
}

/** Options of [general] that are for a yes or no. */
export const switches: readonly string[] = [
  "static",
  "writeprotect",
  "autofallthrough",
  "clearglobalvars",
  "extenpatternmatchnew",
];

export const generalOptions: readonly string[] = [...switches, "overrideswitch", "userscontext"];

const statements: ReadonlySet<string> = new Set([
  ...["include", "ignorepat", "switch", "lswitch", "eswitch", "autohints"],
]);

/** Whether a line is for a context: an `exten` or the like. */
export function isStatement({ name, line }: ConfigOption): boolean {
  const lower = asciiLower(name);
  return lower === "exten" || /^same *$/.test(lower) || (line.operator === "=>" && statements.has(lower));
}

/** Whether a template engine or a person has still to fill it in. */
export function isUnfinished(text: string): boolean {
  return /\{\{|\{%|[<>]|%[A-Za-z_]+%/.test(text);
}
