// Which rules run and how grave their problems are, where somebody wants that otherwise.

import { closest } from "../text/closest.ts";
import type { Problem } from "./problem.ts";
import { defaultProfile, includesProfile, profileOf, recommendedRules } from "./profiles.ts";
import { ruleNamed, rules } from "./registry.ts";
import type { Profile, Rule, Severity } from "./rule.ts";

export type Level = Severity | "off";

export const levels: readonly Level[] = ["off", "error", "warning", "hint"];

export interface RuleLevels {
  /** The rules that run. */
  readonly rules: readonly Rule[];
  /** The problems that are shown, as grave as they are meant to be. */
  readonly apply: (problems: readonly Problem[]) => readonly Problem[];
}

/** Levels of rules and of groups that one source gives, for all files or for some. */
export interface LevelLayer {
  readonly rules: ReadonlyMap<string, Level>;
  /** Whether a file of the installation is meant; undefined: each is. */
  readonly applies?: (file: string) => boolean;
}

/** Takes levels of rules and of groups; a single rule wins over its group. */
export function ruleLevels(
  chosen: ReadonlyMap<string, Level> = new Map(),
  profile: Profile = defaultProfile,
): RuleLevels {
  return layeredLevels([{ rules: chosen }], profile);
}

/**
 * Takes several sources, the strongest first. Where none has a word about a rule, the profile decides: to name a rule
 * or its group is to want it, whatever the profile.
 */
export function layeredLevels(layers: readonly LevelLayer[], profile: Profile): RuleLevels {
  const said = layers.filter((layer) => layer.rules.size > 0);
  if (said.length === 0 && profile === "recommended")
    return { rules: recommendedRules, apply: (problems) => problems };
  return {
    rules: rules.filter((rule) => runs(rule, said, profile)),
    apply: (problems) => {
      const chosen = new ChosenLevels(said);
      return problems.flatMap((problem) => applied(problem, chosen.of(problem), profile) ?? []);
    },
  };
}

function levelIn({ rules: chosen }: LevelLayer, id: string): Level | undefined {
  return chosen.get(id) ?? chosen.get(groupOf(id));
}

/** Whether a rule can have something to say about any file. */
function runs(rule: Rule, layers: readonly LevelLayer[], profile: Profile): boolean {
  for (const layer of layers) {
    const level = levelIn(layer, rule.id);
    if (level !== undefined && level !== "off") return true;
    if (level === "off" && layer.applies === undefined) return false;
  }
  return profile === "strict" || profileOf(rule) !== "strict";
}

/** The levels of files; each layer is asked about a file once, and about a rule in it once. */
class ChosenLevels {
  readonly #layers: readonly LevelLayer[];
  readonly #files = new Map<
    string,
    { layers: readonly LevelLayer[]; levels: Map<string, Level | undefined> }
  >();

  constructor(layers: readonly LevelLayer[]) {
    this.#layers = layers;
  }

  of({ file, rule }: Problem): Level | undefined {
    let known = this.#files.get(file);
    if (known === undefined) {
      const layers = this.#layers.filter(({ applies }) => applies?.(file) !== false);
      known = { layers, levels: new Map() };
      this.#files.set(file, known);
    }
    const { layers, levels } = known;
    if (!levels.has(rule)) {
      const layer = layers.find((one) => levelIn(one, rule) !== undefined);
      levels.set(rule, layer === undefined ? undefined : levelIn(layer, rule));
    }
    return levels.get(rule);
  }
}

function applied(problem: Problem, level: Level | undefined, profile: Profile): Problem | undefined {
  if (level !== undefined) return level === "off" ? undefined : { ...problem, severity: level };
  const rule = ruleNamed(problem.rule);
  if (rule !== undefined && !includesProfile(profile, profileOf(rule, problem.effect))) return undefined;
  // Who audits wants to decide on everything; that something could not be read is still no mistake.
  const rises = profile === "strict" && problem.effect !== "not-checked" && problem.severity === "hint";
  return rises ? { ...problem, severity: "warning" } : problem;
}

/** "codec" of "codec/unknown-codec". */
export function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf("/")));
}

let names: ReadonlySet<string> | undefined;

/** Whether a rule or a group has that name. */
export function isRuleOrGroup(id: string): boolean {
  names ??= new Set(rules.flatMap((rule) => [rule.id, groupOf(rule.id)]));
  return names.has(id);
}

export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text);
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
