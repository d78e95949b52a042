// Which rules run and how grave their problems are, where somebody wants that otherwise.

import { closest } from "../text/closest.ts";
import type { Problem } from "./problem.ts";
import { rules } from "./registry.ts";
import type { Rule, Severity } from "./rule.ts";

export type Level = Severity | "off";

export interface RuleLevels {
  /** The rules that run. */
  readonly rules: readonly Rule[];
  readonly apply: (problems: readonly Problem[]) => readonly Problem[];
}

/** Takes levels of rules and of groups; a single rule wins over its group. */
export function ruleLevels(chosen: ReadonlyMap<string, Level>): RuleLevels {
  if (chosen.size === 0) return { rules, apply: (problems) => problems };
  const levelOf = (id: string): Level | undefined => chosen.get(id) ?? chosen.get(groupOf(id));
  return {
    rules: rules.filter(({ id }) => levelOf(id) !== "off"),
    apply: (problems) =>
      problems.map((problem) => {
        const level = levelOf(problem.rule);
        return level === undefined || level === "off" ? problem : { ...problem, severity: level };
      }),
  };
}

/** "codec" of "codec/unknown-codec". */
export function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

/** Whether a rule or a group has that name. */
export function isRuleOrGroup(id: string): boolean {
  return rules.some((rule) => rule.id === id || groupOf(rule.id) === id);
}

export function isLevel(text: string): text is Level {
  return levels.includes(text);
}

/** The rule or group that somebody most likely means by a name. */
export function nearestRule(id: string): string | undefined {
  const names = rules.flatMap((rule) => [rule.id, rule.id.slice(rule.id.indexOf("/") + 1)]);
  const near = closest(id, [...names, ...new Set(rules.map((rule) => groupOf(rule.id)))]);
  return rules.find((rule) => rule.id.endsWith(`/${near}`))?.id ?? near;
}

/** What to say of a rule that nobody knows. */
export function unknownRule(id: string): string {
  const full = nearestRule(id);
  return `there is no rule "${id}"${full === undefined || full === id ? "" : `; did you mean "${full}"?`} ("asterisk-analyzer rules" lists all)`;
}

const levels: readonly string[] = ["off", "error", "warning", "hint"];
