// The modules around PJSIP and what they are for, and those that releases since 18 have dropped or build only where
// somebody asks for them.

import table from "./tables/modules.json" with { type: "json" };
import type { AsteriskVersion } from "./version.ts";

export interface ModuleSpec {
  /** Major versions that have it. */
  readonly presentIn: readonly number[];
  /** Undefined for some that are gone. */
  readonly summary?: string;
}

export interface FormerModule extends ModuleSpec {
  /** The first major release without it. */
  readonly removedIn: number;
  /** The module that does its work. */
  readonly replacement?: string;
  /** Major releases that have it and do not build it by default. */
  readonly notBuiltIn?: readonly number[];
}

/** By name, without ".so". */
export const knownModules: ReadonlyMap<string, ModuleSpec | FormerModule> = new Map(
  Object.entries(table.modules),
);

/** A dropped module by its name without ".so". */
export function formerModule(name: string): FormerModule | undefined {
  const module = knownModules.get(name);
  return module !== undefined && "removedIn" in module ? module : undefined;
}

/** What a release makes of a module: it is built, only on demand, or there no more. */
export type Presence = "built" | "on-demand" | "gone";

export function presenceOf(module: FormerModule | undefined, { major }: AsteriskVersion): Presence {
  if (module === undefined) return "built";
  if (major >= module.removedIn) return "gone";
  return module.notBuiltIn?.includes(major) === true ? "on-demand" : "built";
}
