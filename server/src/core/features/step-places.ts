// The steps of a dialplan by the lines they stand in. Worked out once for each dialplan.

import type { Dialplan, Extension, Priority } from "../dialplan/model.ts";
import type { DialplanSteps, StepLine } from "../dialplan/steps.ts";
import type { Subject } from "./subject.ts";

/** Steps of a file, by the offset where their line begins. A file that is read twice has several for one line. */
export type LinesOfFile = ReadonlyMap<number, readonly StepLine[]>;

const known = new WeakMap<DialplanSteps, Map<string, LinesOfFile>>();

const nothing: LinesOfFile = new Map();

/** The dialplan that a file is read into: that of extensions.conf, or of the root file that reads it. */
export function dialplanOf({ installation, roots }: Subject): Dialplan {
  const root = roots[0];
  return root === undefined || root === "extensions.conf"
    ? installation.dialplan()
    : installation.dialplanOf(installation.load(root));
}

export function stepsOf(subject: Subject): DialplanSteps {
  return subject.installation.steps(dialplanOf(subject));
}

/** The steps whose lines stand in the file. */
export function linesOfFile(subject: Subject): LinesOfFile {
  const steps = stepsOf(subject);
  let byFile = known.get(steps);
  if (byFile === undefined) {
    byFile = indexed(steps);
    known.set(steps, byFile);
  }
  return byFile.get(subject.file) ?? nothing;
}

function indexed({ lines }: DialplanSteps): Map<string, LinesOfFile> {
  const byFile = new Map<string, Map<number, StepLine[]>>();
  for (const line of lines) {
    const { file, line: written } = line.step.option;
    let ofFile = byFile.get(file.path);
    if (ofFile === undefined) {
      ofFile = new Map();
      byFile.set(file.path, ofFile);
    }
    const before = ofFile.get(written.start);
    if (before === undefined) ofFile.set(written.start, [line]);
    else before.push(line);
  }
  return byFile;
}

/** A line, and where it ended up. */
export interface StepPlace {
  readonly line: StepLine;
  readonly extension: Extension;
  readonly priority: Priority;
}

/** Where the line that begins at an offset ended up: nowhere where Asterisk dropped it. */
export function placesAt(subject: Subject, lineStart: number): readonly StepPlace[] {
  const lines = linesOfFile(subject).get(lineStart) ?? [];
  return lines.flatMap((line) =>
    line.places.map(({ extension, priority }) => ({ line, extension, priority })),
  );
}
