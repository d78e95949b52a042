// The extensions of a dialplan with the lines that name them, and where pieces of a name are written.

import { type Place, valuePlace } from "../../config/option-span.ts";
import type { Context, Dialplan, Extension, Piece, Step } from "../../dialplan/model.ts";
import { isPatternName, type Pattern, parsePattern } from "../../dialplan/pattern/parse-pattern.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerContext, perContext } from "../../workspace/per-context.ts";
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
export const namedPatterns: PerDialplan<readonly NamedPattern[]> = perDialplan((dialplan, installation) => {
  const patterns = new Map<string, Pattern>();
  return namedExtensions(patternNames, dialplan, installation).map((named) => {
    const { name } = named.extension;
    const pattern = patterns.get(name) ?? parsePattern(name);
    patterns.set(name, pattern);
    return { ...named, pattern };
  });
});

/** The extensions of a context with a known name for which a test holds. */
export function extensionsNamed(test: (name: string) => boolean): PerContext<[], NamedExtension> {
  return perContext((context) => {
    const found: NamedExtension[] = [];
    for (const extension of context.extensions) {
      if (extension.unknown || !test(extension.name)) continue;
      const step = namingStep(extension);
      const name = step?.name;
      if (step === undefined || name === undefined) continue;
      found.push({ context, extension, step, name: beforeCallerId(name) });
    }
    return found;
  });
}

/** Those of all contexts; what sections inherit from one template comes once. */
export function namedExtensions(
  named: PerContext<[], NamedExtension>,
  dialplan: Dialplan,
  installation: Installation,
): NamedExtension[] {
  const seen = new Set<Step>();
  return named.all(installation.steps(dialplan), []).filter(({ step }) => {
    if (!step.shared) return true;
    if (seen.has(step)) return false;
    seen.add(step);
    return true;
  });
}

const patternNames = extensionsNamed(isPatternName);

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
