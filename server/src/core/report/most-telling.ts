// Which problems are shown where there are more than anybody reads.

import type { Problem } from "../rules/problem.ts";
import type { Severity } from "../rules/rule.ts";

/** Of each rule so many are shown, whatever came before: the one that explains all others may come last. */
const ofEachRule = 10;

/** Takes the first problems up to a limit, and beyond that the first of each rule. */
export class ProblemLimit {
  readonly #most: number;
  readonly #ofRule = new Map<string, number>();
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  takes({ rule }: Pick<Problem, "rule">): boolean {
    const before = this.#ofRule.get(rule) ?? 0;
    if (this.#taken >= this.#most && before >= ofEachRule) return false;
    this.#ofRule.set(rule, before + 1);
    this.#taken++;
    return true;
  }
}

const gravity: readonly Severity[] = ["error", "warning", "hint"];

/** So many at most, in their order: the first of each rule, and then the gravest. */
export function mostTelling(problems: readonly Problem[], most: number): readonly Problem[] {
  if (problems.length <= most) return problems;
  const firsts = new ProblemLimit(0);
  const rank = new Map(
    problems.map((problem) => [
      problem,
      gravity.indexOf(problem.severity) + (firsts.takes(problem) ? 0 : gravity.length),
    ]),
  );
  const rankOf = (problem: Problem): number => rank.get(problem) ?? 0;
  const chosen = new Set([...problems].sort((left, right) => rankOf(left) - rankOf(right)).slice(0, most));
  return problems.filter((problem) => chosen.has(problem));
}
