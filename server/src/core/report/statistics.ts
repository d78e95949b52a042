// `--statistics`: how often each rule speaks, instead of the problems.

import type { Problem } from "../rules/problem.ts";
import { grouped } from "../text/counted.ts";
import { inSeverity, type Style } from "./style.ts";
import { countsText, type Summary } from "./summary.ts";

/** What is counted of a rule in one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Problem["severity"];
  readonly count: number;
  /** Problems that `--fix` mends, and those that only `--fix --unsafe` does. */
  readonly fixable: number;
  readonly fixableUnsafe: number;
}

/** Counts the problems of a run by rule. */
export class Statistics {
  readonly #counts = new Map<string, RuleCount>();

  add(problems: readonly Problem[]): void {
    for (const problem of problems) count(problem, this.#counts);
  }

  /** The rules, most frequent first. */
  get rules(): RuleCount[] {
    return [...this.#counts.values()].sort(mostFirst);
  }

  /** For people; without the last line where the summary is absent. */
  *text(summary: Summary | undefined, style: Style): Generator<string> {
    const { rules } = this;
    const width = Math.max(0, ...rules.map(({ count }) => grouped(count).length));
    const nameWidth = Math.max(0, ...rules.map(({ rule }) => rule.length));
    for (const each of rules) yield `${lineOf(each, width, nameWidth, style)}\n`;
    if (summary !== undefined) yield `${rules.length === 0 ? "" : "\n"}${countsText(summary)}\n`;
  }

  /** {version: 1, rules: [...], summary}. */
  *json(summary: Summary): Generator<string> {
    const rules = this.rules.map((each) => `\n${JSON.stringify(each)}`).join(",");
    yield `{"version":1,"rules":[${rules}\n],"summary":${JSON.stringify(summary)}}\n`;
  }
}

function count({ rule, severity, fixes }: Problem, counts: Map<string, RuleCount>): void {
  const key = `${rule} ${severity}`;
  const before = counts.get(key) ?? { rule, severity, count: 0, fixable: 0, fixableUnsafe: 0 };
  const safe = fixes.some((fix) => fix.safe);
  counts.set(key, {
    ...before,
    count: before.count + 1,
    fixable: before.fixable + (safe ? 1 : 0),
    fixableUnsafe: before.fixableUnsafe + (!safe && fixes.length > 0 ? 1 : 0),
  });
}

function mostFirst(left: RuleCount, right: RuleCount): number {
  const [leftName, rightName] = [`${left.rule} ${left.severity}`, `${right.rule} ${right.severity}`];
  return right.count - left.count || (leftName < rightName ? -1 : leftName > rightName ? 1 : 0);
}

function lineOf(each: RuleCount, width: number, nameWidth: number, style: Style): string {
  const { rule, severity, fixable, fixableUnsafe } = each;
  const fixes = [
    ...(fixable > 0 ? [`--fix: ${grouped(fixable)}`] : []),
    ...(fixableUnsafe > 0 ? [`--fix --unsafe: ${grouped(fixableUnsafe)}`] : []),
  ];
  const number = grouped(each.count).padStart(width);
  const verdict = inSeverity(style, severity, severity.padEnd(7));
  const told = fixes.length === 0 ? "" : style.dim(`  ${fixes.join(", ")}`);
  return `${number}  ${verdict}  ${fixes.length === 0 ? rule : rule.padEnd(nameWidth)}${told}`;
}
