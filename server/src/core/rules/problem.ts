// What every host shows: problems with plain paths and offsets, free of the objects they were found in.

import type { Span } from "../text/span.ts";
import type { Effect, Finding, Rule, Severity } from "./rule.ts";
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
    message: finding.message,
    log: finding.log ?? [],
    runtimeLog: finding.runtimeLog ?? [],
    related: (finding.related ?? []).map(({ file, span, message }) => ({ file: file.path, span, message })),
    fixes: (finding.fixes ?? []).map(({ title, safe, edits }) => ({
      title,
      safe,
      edits: edits.map(({ file, span, text }) => ({ file: file.path, span, text })),
    })),
  };
}

/** Drops repeats of one rule in one place, joining their messages, and sorts by file and place. */
export function arrange(problems: readonly Problem[]): Problem[] {
  const byPlace = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file}\0${problem.span.start}\0${problem.span.end}\0${problem.rule}`;
    const before = byPlace.get(key);
    byPlace.set(
      key,
      before === undefined ? problem : { ...before, log: [...new Set([...before.log, ...problem.log])] },
    );
  }
  return [...byPlace.values()].sort(
    (left, right) =>
      (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
      left.span.start - right.span.start ||
      left.span.end - right.span.end ||
      (left.rule < right.rule ? -1 : 1),
  );
}
