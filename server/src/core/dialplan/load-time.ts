// Values that Asterisk substitutes while it loads extensions.conf, when there is no channel: names of extensions,
// [globals], include, switch and ignorepat (pbx_substitute_variables_helper with a null channel).

import { constantText, parseText } from "./substitution/text.ts";

/** Global variables by name; undefined: set, but to what is only known to a running Asterisk. */
export type Globals = ReadonlyMap<string, string | undefined>;

/** What a text becomes at load; undefined where that depends on more than the file. `complete`: all globals are known. */
export function atLoad(source: string, globals: Globals, complete: boolean): string | undefined {
  if (!source.includes("$")) return source;
  let result = "";
  for (const part of parseText(source).parts) {
    if (part.kind === "literal") {
      result += source.slice(part.start, part.end);
      continue;
    }
    if (part.kind !== "variable" || part.substring !== undefined) return undefined;
    const name = constantText(source, part.name);
    if (name === undefined) return undefined;
    const value = globals.has(name) ? globals.get(name) : complete ? "" : undefined;
    if (value === undefined) return undefined;
    result += value;
  }
  return result;
}
