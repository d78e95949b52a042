// Where a name is defined, where it is used, and where it stands in this file.

import { valuePlace } from "../config/option-span.ts";
import type { Priority } from "../dialplan/model.ts";
import { Effort } from "../dialplan/search.ts";
import type { Span } from "../text/span.ts";
import { inclusionAt } from "./inclusions.ts";
import { targetOf } from "./jump-target.ts";
import type { Subject } from "./subject.ts";
import type { Occurrence } from "./symbols/symbol.ts";
import { symbolIndex } from "./symbols/symbol-index.ts";

/** A piece of a file of the installation. */
export interface Location {
  readonly file: string;
  readonly span: Span;
}

export interface Definitions {
  /** What stands at the cursor. */
  readonly origin: Span;
  readonly targets: readonly Location[];
}

/** The definitions of what stands at an offset: of a name, of a jump's target, the files of an include. */
export function definitions(subject: Subject, offset: number): Definitions | undefined {
  const included = inclusionAt(subject, offset);
  if (included !== undefined)
    return {
      origin: included.span,
      targets: included.paths.map((file) => ({ file, span: { start: 0, end: 0 } })),
    };
  const index = symbolIndex(subject);
  const at = index.at(subject.file, offset);
  if (at === undefined) return jumpDefinition(subject, offset);
  const all = index.of(at.thing);
  const defined = all.filter(({ role }) => role === "definition" || role === "append");
  // A variable comes into being wherever it is set.
  const targets = defined.length > 0 ? defined : all.filter(({ role }) => role === "write");
  return { origin: at.span, targets: targets.map(locationOf) };
}

/** All places of the name at an offset; without `declarations` those that use it only. */
export function references(subject: Subject, offset: number, declarations: boolean): readonly Location[] {
  const index = symbolIndex(subject);
  const at = index.at(subject.file, offset);
  if (at === undefined) return [];
  return index
    .of(at.thing)
    .filter(({ role }) => declarations || (role !== "definition" && role !== "append"))
    .map(locationOf);
}

export interface Highlight {
  readonly span: Span;
  readonly kind: "read" | "write" | "text";
}

/** The places of the name at an offset in the same file. */
export function highlights(subject: Subject, offset: number): readonly Highlight[] {
  const index = symbolIndex(subject);
  const at = index.at(subject.file, offset);
  if (at === undefined) return [];
  return index
    .of(at.thing)
    .filter(({ file }) => file === subject.file)
    .map(({ span, role }) => ({ span, kind: role === "reference" ? "read" : "write" }));
}

/** A number as the target of a jump is no name, but leads somewhere. */
function jumpDefinition({ installation, file }: Subject, offset: number): Definitions | undefined {
  const dialplan = installation.dialplan();
  for (const { step, places, jumps } of installation.steps(dialplan).jumping) {
    const { option } = step;
    const [place] = places;
    if (option.file.path !== file || offset < option.line.start || offset > option.line.end) continue;
    for (const jump of jumps) {
      const { span } = valuePlace(option, jump.start, jump.end);
      if (place === undefined || offset < span.start || offset > span.end) continue;
      const target = targetOf(dialplan, jump, place, new Effort());
      if (target !== undefined) return { origin: span, targets: [stepLocation(target)] };
    }
  }
  return undefined;
}

/** The line of a step. */
function stepLocation({ step }: Priority): Location {
  const { file, span } = valuePlace(step.option);
  return { file: file.path, span };
}

function locationOf({ file, span }: Occurrence): Location {
  return { file, span };
}
