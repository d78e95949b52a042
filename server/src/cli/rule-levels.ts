// `--rule config/no-equals=off`: which rules run and how grave their problems are.

import { isLevel, isRuleOrGroup, type Level, unknownRule } from "../core/api.ts";
import { UsageError } from "./usage-error.ts";

/** Reads "id=level" and "group=level"; a later one wins, a single rule over its group. */
export function readRuleLevels(settings: readonly string[]): ReadonlyMap<string, Level> {
  const chosen = new Map<string, Level>();
  for (const setting of settings) {
    const at = setting.lastIndexOf("=");
    const id = setting.slice(0, at);
    const level = setting.slice(at + 1);
    if (at === -1 || !isLevel(level))
      throw new UsageError(`--rule ${setting}: expected ID=off, ID=error, ID=warning or ID=hint`);
    if (!isRuleOrGroup(id)) throw new UsageError(unknownRule(id));
    chosen.delete(id);
    chosen.set(id, level);
  }
  return chosen;
}
