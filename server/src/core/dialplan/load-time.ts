// Values that Asterisk substitutes while it loads extensions.conf, when there is no channel: names of extensions,
// [globals], include, switch and ignorepat (pbx_substitute_variables_helper with a null channel).

import { isHidden } from "../syntax/template/marks.ts";
import { substitute } from "./substitution/substitute.ts";
import type { VariableAnswer, VariableSource } from "./substitution/variables.ts";

/** Global variables by name; undefined: set, but to what is only known to a running Asterisk. */
export type Globals = ReadonlyMap<string, string | undefined>;

/** Variables of a channel: they are empty while there is none. */
const ofChannels: ReadonlySet<string> = new Set([
  "CALLINGPRES",
  "CALLINGANI2",
  "CALLINGTON",
  "CALLINGTNS",
  "HINT",
  "HINTNAME",
  "EXTEN",
  "CONTEXT",
  "PRIORITY",
  "CHANNEL",
  "UNIQUEID",
  "HANGUPCAUSE",
]);

const empty: VariableAnswer = { kind: "set", value: "" };
const unseen: VariableAnswer = { kind: "unknown", reason: "it may be set where we cannot look" };

/** Whether a function of that name is registered; undefined: nobody knows. */
export type HasFunction = (name: string) => boolean | undefined;

/** What a text becomes at load; undefined where that depends on more than the file. `complete`: all globals are known. */
export function atLoad(
  source: string,
  globals: Globals,
  complete: boolean,
  hasFunction: HasFunction,
): string | undefined {
  if (isHidden(source)) return undefined;
  return source.includes("$")
    ? substitute(source, globalsOnly(globals, complete, hasFunction)).value
    : source;
}

function globalsOnly(globals: Globals, complete: boolean, hasFunction: HasFunction): VariableSource {
  return {
    hasFunction,
    variable(name) {
      if (globals.has(name)) {
        const value = globals.get(name);
        return value === undefined ? unseen : { kind: "set", value };
      }
      if (ofChannels.has(name)) return empty;
      return complete ? { kind: "unset" } : unseen;
    },
  };
}
