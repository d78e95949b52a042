// What the rest of an installation means for its dialplan: the applications and functions of its version, and the
// variables that channels bring along.

import { type ApplicationCatalog, applicationCatalog } from "../catalog/applications.ts";
import { type FunctionCatalog, functionCatalog } from "../catalog/functions.ts";
import type { AsteriskVersion } from "../catalog/version.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { StepCatalog } from "../dialplan/step/call.ts";
import type { ObjectIndex } from "../pjsip/object-index.ts";
import { asciiLower } from "../text/ascii.ts";

/** The applications and functions of one version of Asterisk. */
export interface DialplanCatalog extends StepCatalog {
  readonly applications: ApplicationCatalog;
  readonly functions: FunctionCatalog;
}

export function dialplanCatalog(version: AsteriskVersion): DialplanCatalog {
  const applications = applicationCatalog(version);
  const functions = functionCatalog(version);
  return {
    applications,
    functions,
    // What only other versions have is read in the same way.
    application: (name) => applications.application(name) ?? applications.ofAnyVersion(name),
    function: (name) => functions.function(name) ?? functions.ofAnyVersion(name),
  };
}

/** Variables that endpoints and peers set on their channels: `set_var` of PJSIP, `setvar` of others. */
export function variablesOfChannels(
  objects: ObjectIndex,
  others: readonly ConfigLoad[],
): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (value: string): void => {
    const [name = ""] = value.split("=");
    names.add(name.trim().replace(/^__?/, ""));
  };
  for (const { option } of objects.lines("endpoint", "set_var")) add(option.value);
  for (const { sections } of others) {
    for (const { options } of sections) {
      for (const { name, value } of options) if (asciiLower(name) === "setvar") add(value);
    }
  }
  return names;
}
