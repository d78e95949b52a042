// How modules that ask for a section or an option by name find it.

import { asciiLower, equalsIgnoringCase } from "../text/ascii.ts";
import type { ConfigLoad } from "./load.ts";
import type { ConfigOption, ConfigSection } from "./section.ts";

/** The first section of that name that is no template: what a module gets that asks by name. */
export function sectionNamed(load: ConfigLoad, name: string): ConfigSection | undefined {
  return load.sections.find((section) => !section.template && equalsIgnoringCase(section.name, name));
}

/** The last option of that name, which counts for single options in Asterisk 23. */
export function lastOption(section: ConfigSection | undefined, name: string): ConfigOption | undefined {
  const lower = asciiLower(name);
  return section?.options.findLast((option) => asciiLower(option.name) === lower);
}

/** The first option of that name, which counts for `type` in pjsip.conf. */
export function firstOption(section: ConfigSection, name: string): ConfigOption | undefined {
  for (const option of section.options) {
    if (option.name === name || equalsIgnoringCase(option.name, name)) return option;
  }
  return undefined;
}

/** Whether a value is one of Asterisk's words for true (ast_true). */
export function isTrue(value: string): boolean {
  return ["yes", "true", "y", "t", "1", "on"].includes(asciiLower(value));
}
