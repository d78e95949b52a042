// What every host shows: problems with plain paths and offsets, free of the objects they were found in.

import { shown } from "../syntax/template/marks.ts";
import { meets } from "../syntax/template/template.ts";
import type { Span } from "../text/span.ts";
import type { Edit, Effect, Finding, Rule, Severity } from "./rule.ts";
import { severityOf } from "./rule.ts";

export interface ProblemEdit {
  /** Path in the installation. */
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

export interface Problem {
  readonly rule: string;
  readonly effect: Effect;
  readonly severity: Severity;
  /** Path in the installation. */
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  readonly log: readonly string[];
  readonly runtimeLog: readonly string[];
  readonly related: readonly { readonly file: string; readonly span: Span; readonly message: string }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly ProblemEdit[];
  }[];
}

/** The problem that a rule's finding makes. */
export function problemOf(rule: Rule, finding: Finding): Problem {
  const effect = finding.effect ?? rule.effect;
  return {
    rule: rule.id,
    effect,
    severity: severityOf[effect],
    file: finding.file.path,
    span: finding.span,
    message: capitalised(shown(finding.message)),
    log: (finding.log ?? []).map(shown),
    runtimeLog: (finding.runtimeLog ?? []).map(shown),
    related: (finding.related ?? []).map(({ file, span, message }) => ({
      file: file.path,
      span,
      message: shown(message),
    })),
    fixes: (finding.fixes ?? [])
      .filter(({ edits }) => rule.on === "text" || edits.every(isOutsideOfTemplate))
      .map(({ title, safe, edits }) => ({
        title: shown(title),
        safe,
        edits: edits.map(({ file, span, text }) => ({ file: file.path, span, text: shown(text) })),
      })),
  };
}

/** Whether an edit leaves alone what a template engine reads, and every line that it may leave out. */
function isOutsideOfTemplate({ file: { template }, span }: Edit): boolean {
  return template === undefined || !(meets(span, template.tags) || meets(span, template.conditional));
}

/** A sentence begins with a capital, unless with a piece of configuration. */
function capitalised(message: string): string {
  return /^[a-z]+[ ,]/.test(message) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}

/** Drops repeats of one rule in one place, joining their messages, and sorts by file and place. */
export function arrange(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map<string, { readonly problem: Problem; readonly log: Set<string> }>();
  for (const problem of problems) {
    const key = `${problem.file}\0${problem.span.start}\0${problem.span.end}\0${problem.rule}`;
    const before = byPlace.get(key);
    if (before === undefined) byPlace.set(key, { problem, log: new Set(problem.log) });
    else for (const text of problem.log) before.log.add(text);
  }
  return [...byPlace.values()]
    .map(({ problem, log }) => ({ ...problem, log: [...log] }))
    .sort(byPlaceAndRule);
}

function byPlaceAndRule(left: Problem, right: Problem): number {
  return (
    compare(left.file, right.file) ||
    left.span.start - right.span.start ||
    left.span.end - right.span.end ||
    compare(left.rule, right.rule)
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
