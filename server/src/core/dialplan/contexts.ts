// Which contexts there are, told from the sections alone (pbx_load_config in pbx/pbx_config.c).

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigSection } from "../config/section.ts";
import { asciiLower, equalsIgnoringCase } from "../text/ascii.ts";

/** Every section but the templates, [general] and [globals], whose names count in any case, is a context. */
export function contextNames(load: ConfigLoad): Set<string> {
  const names = new Set<string>();
  for (const section of load.sections) if (isContext(section)) names.add(section.name);
  return names;
}

export function isContext({ name, template }: ConfigSection): boolean {
  return !template && !isReserved(name);
}

/** Sections of these names are no contexts, in any case. */
export function isReserved(name: string): boolean {
  return equalsIgnoringCase(name, "general") || equalsIgnoringCase(name, "globals");
}

/** Whether the dialplan asks another source, such as a database, for extensions. */
export function asksElsewhere(load: ConfigLoad): boolean {
  return load.sections.some(({ options }) =>
    options.some(({ name, value }) => {
      if (name === "exten" || name === "same") return false;
      const lower = asciiLower(name);
      return (
        lower === "overrideswitch" ||
        (/^[le]?switch$/.test(lower) && asciiLower(value).startsWith("realtime"))
      );
    }),
  );
}
