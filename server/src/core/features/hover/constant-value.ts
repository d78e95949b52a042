// What a `${...}` or `$[...]` of a dialplan comes to before any call, and what keeps it from being known.

import type { DialplanSteps } from "../../dialplan/steps.ts";
import { type Substituted, substitute } from "../../dialplan/substitution/substitute.ts";
import { type Part, parseText, type Text } from "../../dialplan/substitution/text.ts";
import type { VariableAnswer, VariableSource } from "../../dialplan/substitution/variables.ts";
import { type OptionLine, sourceSpan } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { isSecretName } from "../../text/secret-names.ts";
import type { Span } from "../../text/span.ts";
import { stepsOf } from "../step-places.ts";
import type { Subject } from "../subject.ts";

export type Substitution = Exclude<Part, { kind: "literal" }>;

export interface SubstitutionAt {
  readonly part: Substitution;
  /** The value of the line, in which the offsets of the part count. */
  readonly source: string;
  readonly span: Span;
}

/** The innermost substitution around an offset of the file. */
export function substitutionAt(subject: Subject, offset: number): SubstitutionAt | undefined {
  const { line, at } = lineAt(subject.text, offset);
  if (line?.kind !== "option" || at === undefined) return undefined;
  const inValue = at - line.valueStart;
  if (inValue < 0 || inValue > line.value.length) return undefined;
  const part = innermost(parseText(line.value), inValue);
  if (part === undefined) return undefined;
  return { part, source: line.value, span: spanOf(line, part) };
}

function spanOf(line: OptionLine, { start, end }: Span): Span {
  return sourceSpan(line, line.valueStart + start, line.valueStart + end);
}

function innermost({ parts }: Text, at: number): Substitution | undefined {
  for (const part of parts) {
    if (part.kind === "literal" || at < part.start || at >= part.end) continue;
    return innermost(part.kind === "expression" ? part.body : part.inner, at) ?? part;
  }
  return undefined;
}

/** Substitutes with the globals that nothing changes. */
export function constantValue(subject: Subject, { source, part }: SubstitutionAt): Substituted {
  return substitute(source, globalsOf(stepsOf(subject)), {
    start: part.start,
    end: part.end,
    parts: [part],
  });
}

function globalsOf({ dialplan, written }: DialplanSteps): VariableSource {
  const variable = (name: string): VariableAnswer => {
    const value = dialplan.globals.get(name);
    if (isSecretName(name)) return { kind: "unknown", reason: "it is a secret" };
    if (written.has(name)) return { kind: "unknown", reason: "steps of the dialplan set it" };
    if (value !== undefined) return { kind: "set", value };
    return { kind: "unknown", reason: "it is only known during a call" };
  };
  return { variable, global: variable };
}
