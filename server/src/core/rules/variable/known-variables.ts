// Which variables a dialplan and its installation set, and whether others may.

import { variable } from "../../catalog/variables.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { calledNames } from "../application/calls.ts";

/** Applications that hand the channel to a program, which may set any variable. */
const programs: ReadonlySet<string> = new Set([
  "agi",
  "eagi",
  "fastagi",
  "deadagi",
  "externalivr",
  "stasis",
  "mysql",
  "odbc",
  "realtime",
  "lua",
]);

/** Functions whose assignment sets variables that we cannot name. */
const setting: ReadonlySet<string> = new Set(["ARRAY", "HASH", "ODBC_FETCH", "REALTIME_HASH"]);

export interface KnownVariables {
  /** Whether something in the installation sets it, or Asterisk does. */
  readonly isSet: (name: string) => boolean;
  /** Names that steps and [globals] set. */
  readonly names: ReadonlySet<string>;
}

/** Undefined where others may set variables that we do not see. */
export const knownVariables: PerDialplan<KnownVariables | undefined> = perDialplan(readKnown);

function readKnown(dialplan: Dialplan, installation: Installation): KnownVariables | undefined {
  if (dialplan.partial || dialplan.load.root !== "extensions.conf") return undefined;
  if (installation.contexts() === undefined) return undefined;
  const { writing, withFunctions, written } = installation.steps(dialplan);
  const names = new Set([...written, ...dialplan.globals.keys()]);
  for (const [name, known] of calledNames(dialplan, installation))
    if (known === undefined || programs.has(name)) return undefined;
  for (const line of writing) {
    for (const { variable: name, function: use } of line.writes) {
      if (name === undefined && use === undefined) return undefined;
      if (use !== undefined && (use.name === undefined || setting.has(use.name))) return undefined;
      if (use === undefined) continue;
      // LOCAL(x), GLOBAL(x) and the like name a variable.
      const named = use.arguments[0]?.value;
      if (named !== undefined) names.add(named);
      else if (use.name === "GLOBAL" || use.name === "LOCAL") return undefined;
    }
  }
  for (const line of withFunctions) {
    for (const { name } of line.functions) {
      if (name === undefined || /^ODBC/.test(name) || setting.has(name)) return undefined;
    }
  }
  // Functions that are given the name of a variable take the underscores of inheritance, too.
  for (const name of written) names.add(name.replace(/^__?/, ""));
  return { names, isSet: (name) => names.has(name) || variable(name) !== undefined };
}
