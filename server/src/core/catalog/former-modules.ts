// Modules that releases of Asterisk have dropped since 18, or build only where somebody asks for them.

import table from "./tables/former-modules.json" with { type: "json" };
import type { AsteriskVersion } from "./version.ts";

export interface FormerModule {
  /** The first major release without it. */
  readonly removedIn: number;
  /** The module that does its work. */
  readonly replacement?: string;
  /** Major releases that have it and do not build it by default. */
  readonly notBuiltIn?: readonly number[];
}

const modules: ReadonlyMap<string, FormerModule> = new Map(Object.entries(table.modules));

/** A dropped module by its name without ".so". */
export function formerModule(name: string): FormerModule | undefined {
  return modules.get(name);
}

/** What a release makes of a module: it is built, only on demand, or there no more. */
export type Presence = "built" | "on-demand" | "gone";

export function presenceOf(module: FormerModule | undefined, { major }: AsteriskVersion): Presence {
  if (module === undefined) return "built";
  if (major >= module.removedIn) return "gone";
  return module.notBuiltIn?.includes(major) === true ? "on-demand" : "built";
}
