// Where the variables of a text get their values from.

import { type FunctionCatalog, functionCatalog } from "../../catalog/functions.ts";
import { newestVersion } from "../../catalog/version.ts";

export type VariableAnswer =
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "unset" }
  | { readonly kind: "unknown"; readonly reason: string };

/** What is known while a text is evaluated. */
export interface VariableSource {
  /** A variable by its exact name. */
  variable(name: string): VariableAnswer;
  /** A global variable, for GLOBAL(). */
  readonly global?: (name: string) => VariableAnswer;
  /** Whether a function of that name is registered; undefined: nobody knows. */
  readonly hasFunction?: (name: string) => boolean | undefined;
  /** Whether a time specification such as `9:00-17:00,mon-fri,*,*` holds; undefined: nobody knows. */
  readonly timeMatches?: (specification: string) => boolean | undefined;
}

let newest: FunctionCatalog | undefined;

/** Whether the newest Asterisk that we know has a function of that name. */
function isInNewest(name: string): boolean {
  newest ??= functionCatalog(newestVersion);
  return newest.function(name) !== undefined;
}

/**
 * The given variables; all others are unset, as on a channel that has just begun. Without `hasFunction` there are the
 * functions of the newest Asterisk.
 */
export function givenVariables(
  values: ReadonlyMap<string, string>,
  unknown: ReadonlySet<string> = new Set(),
  hasFunction: (name: string) => boolean | undefined = isInNewest,
): VariableSource {
  return {
    hasFunction,
    variable(name) {
      const value = values.get(name);
      if (value !== undefined) return { kind: "set", value };
      return unknown.has(name) ? { kind: "unknown", reason: "its value is not known" } : { kind: "unset" };
    },
  };
}

const ofChannels = "it is only known during a call";
const ofMachines = "it depends on the machine";

/** Variables that Asterisk makes up itself, and why their value cannot be told. */
const builtIns: ReadonlyMap<string, string> = new Map([
  ["CALLINGPRES", ofChannels],
  ["CALLINGANI2", ofChannels],
  ["CALLINGTON", ofChannels],
  ["CALLINGTNS", ofChannels],
  ["HINT", ofChannels],
  ["HINTNAME", ofChannels],
  ["EXTEN", ofChannels],
  ["CONTEXT", ofChannels],
  ["PRIORITY", ofChannels],
  ["CHANNEL", ofChannels],
  ["UNIQUEID", ofChannels],
  ["HANGUPCAUSE", ofChannels],
  ["EPOCH", "it depends on the time"],
  ["SYSTEMNAME", ofMachines],
  ["ENTITYID", ofMachines],
  ["ASTCACHEDIR", ofMachines],
  ["ASTETCDIR", ofMachines],
  ["ASTMODDIR", ofMachines],
  ["ASTVARLIBDIR", ofMachines],
  ["ASTDBDIR", ofMachines],
  ["ASTKEYDIR", ofMachines],
  ["ASTDATADIR", ofMachines],
  ["ASTAGIDIR", ofMachines],
  ["ASTSPOOLDIR", ofMachines],
  ["ASTRUNDIR", ofMachines],
  ["ASTLOGDIR", ofMachines],
  ["ASTSBINDIR", ofMachines],
]);

/** What the source says; a variable that Asterisk makes up itself is not unset but unknown. */
export function readVariable(source: VariableSource, name: string): VariableAnswer {
  const answer = source.variable(name);
  const reason = builtIns.get(name);
  return answer.kind === "unset" && reason !== undefined ? { kind: "unknown", reason } : answer;
}
