// The extensions of a dialplan with the lines that name them, and where pieces of a name are written.

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { Context, Dialplan, Extension, Piece, Step } from "../../dialplan/model.ts";
import { isPatternName, type Pattern, parsePattern } from "../../dialplan/pattern/parse-pattern.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { pieceOf } from "../fix.ts";
import type { Fix } from "../rule.ts";

/** An extension whose name is known, and the first of its lines that names it. */
export interface NamedExtension {
  readonly context: Context;
  readonly extension: Extension;
  readonly step: Step;
  /** Its name as it is written, without its caller-id. */
  readonly name: Piece;
}

export interface NamedPattern extends NamedExtension {
  readonly pattern: Pattern;
}

/** All extensions that are patterns; many contexts may have the same. */
export const namedPatterns: PerDialplan<readonly NamedPattern[]> = perDialplan((dialplan) => {
  const patterns = new Map<string, Pattern>();
  return namedExtensions(dialplan, isPatternName).map((named) => {
    const { name } = named.extension;
    const pattern = patterns.get(name) ?? parsePattern(name);
    patterns.set(name, pattern);
    return { ...named, pattern };
  });
});

/** All extensions with a known name for which a test holds; those that sections inherit from one template come once. */
export function namedExtensions({ contexts }: Dialplan, test: (name: string) => boolean): NamedExtension[] {
  const found: NamedExtension[] = [];
  const seen = new Set<Step>();
  for (const context of contexts.values()) {
    for (const extension of context.extensions) {
      if (extension.unknown || !test(extension.name)) continue;
      const step = namingStep(extension);
      const name = step?.name;
      if (step === undefined || name === undefined || seen.has(step)) continue;
      if (step.shared) seen.add(step);
      found.push({ context, extension, step, name: beforeCallerId(name) });
    }
  }
  return found;
}

function namingStep({ priorities, hint }: Extension): Step | undefined {
  for (const { step } of priorities) if (!step.same) return step;
  return hint?.step;
}

function beforeCallerId(name: Piece): Piece {
  const slash = name.text.indexOf("/");
  if (slash < 0) return name;
  return { text: name.text.slice(0, slash), start: name.start, end: name.start + slash };
}

/** Where a piece of the stored name is written; all of the name where blanks or variables stand in it. */
export function placeInName({ step, name, extension }: NamedExtension, start: number, end: number): Place {
  if (name.text !== extension.name) return valuePlace(step.option, name.start, name.end);
  return valuePlace(step.option, name.start + start, name.start + end);
}

/** A fix that rewrites the name in all lines that give this extension; none where one of them is written otherwise. */
export function renamed(
  { extension, name }: NamedExtension,
  text: string,
  title: string,
  safe = false,
): readonly Fix[] {
  const lines = new Set(
    [...extension.priorities, ...(extension.hint ? [extension.hint] : [])].map(({ step }) => step),
  );
  const edits = [];
  for (const step of lines) {
    if (step.name === undefined) continue;
    const written = beforeCallerId(step.name);
    const place = pieceOf(step.option, written.start, written.end);
    if (place === undefined || written.text !== name.text) return [];
    edits.push({ ...place, text });
  }
  return edits.length === 0 ? [] : [{ title, safe, edits }];
}

/** Extensions that jumps name by their very text, in whatever context. */
export const jumpTargets: PerDialplan<ReadonlySet<string>> = perDialplan((dialplan, installation) => {
  const found = new Set<string>();
  for (const { jumps } of installation.steps(dialplan).jumping) {
    for (const { extension } of jumps) if (extension?.value !== undefined) found.add(extension.value);
  }
  return found;
});
