// `--rule config/no-equals=off`: which rules run and how grave their problems are.

import { closest, type Problem, type Rule, rules, type Severity } from "../core/api.ts";
import { UsageError } from "./usage-error.ts";

type Level = Severity | "off";

export interface RuleLevels {
  /** The rules that run. */
  readonly rules: readonly Rule[];
  readonly apply: (problems: readonly Problem[]) => readonly Problem[];
}

const levels: readonly string[] = ["off", "error", "warning", "hint"];

/** Reads "id=level" and "group=level"; a later one wins, a single rule over its group. */
export function ruleLevels(settings: readonly string[]): RuleLevels {
  const chosen = new Map<string, Level>();
  const groups = new Set(rules.map(({ id }) => groupOf(id)));
  for (const setting of settings) {
    const at = setting.lastIndexOf("=");
    const id = setting.slice(0, at);
    const level = setting.slice(at + 1);
    if (at === -1 || !isLevel(level))
      throw new UsageError(`--rule ${setting}: expected ID=off, ID=error, ID=warning or ID=hint`);
    if (!groups.has(id) && !rules.some((rule) => rule.id === id)) throw new UsageError(unknownRule(id));
    chosen.delete(id);
    chosen.set(id, level);
  }
  const levelOf = (id: string): Level | undefined => chosen.get(id) ?? chosen.get(groupOf(id));
  return {
    rules: chosen.size === 0 ? rules : rules.filter(({ id }) => levelOf(id) !== "off"),
    apply: (problems) =>
      chosen.size === 0
        ? problems
        : problems.map((problem) => {
            const level = levelOf(problem.rule);
            return level === undefined || level === "off" ? problem : { ...problem, severity: level };
          }),
  };
}

/** What to say of a rule that nobody knows. */
export function unknownRule(id: string): string {
  const names = rules.flatMap((rule) => [rule.id, rule.id.slice(rule.id.indexOf("/") + 1)]);
  const near = closest(id, [...names, ...new Set(rules.map((rule) => groupOf(rule.id)))]);
  const full = rules.find((rule) => rule.id.endsWith(`/${near}`))?.id ?? near;
  return `there is no rule "${id}"${full === undefined ? "" : `; did you mean "${full}"?`} ("asterisk-analyzer rules" lists all)`;
}

function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

function isLevel(text: string): text is Level {
  return levels.includes(text);
}
