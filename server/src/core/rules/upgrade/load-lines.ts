// The lines of modules.conf that name a module to load.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption } from "../../config/section.ts";
import { sectionNamed } from "../../config/section-lookup.ts";
import { asciiLower, trimBlanks } from "../../text/ascii.ts";

export interface LoadLine {
  readonly option: ConfigOption;
  /** Without ".so". */
  readonly module: string;
  /** Whether Asterisk does not start without it. */
  readonly required: boolean;
}

const directives: ReadonlyMap<string, boolean> = new Map([
  ["load", false],
  ["preload", false],
  ["require", true],
  ["preload-require", true],
]);

export function loadLines(load: ConfigLoad): LoadLine[] {
  return (sectionNamed(load, "modules")?.options ?? []).flatMap((option) => {
    const required = directives.get(asciiLower(option.name));
    const module = trimBlanks(option.value).replace(/\.so$/, "");
    return required === undefined || module === "" ? [] : [{ option, module, required }];
  });
}

/** What the loader says of a module that is not there (main/loader.c); the system's own words follow. */
export function failedLog({ value }: ConfigOption): string {
  return `Error loading module '${trimBlanks(value)}': ...`;
}
