// The modules around PJSIP, and what they are for.

import table from "./tables/modules.json" with { type: "json" };

export interface ModuleSpec {
  /** Major versions that have it. */
  readonly presentIn: readonly number[];
  readonly summary: string;
}

/** By name, without ".so". */
export const knownModules: ReadonlyMap<string, ModuleSpec> = new Map(
  Object.entries(table.modules as unknown as Record<string, ModuleSpec>),
);
