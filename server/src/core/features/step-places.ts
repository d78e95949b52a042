// The steps of a dialplan by the lines they stand in. Worked out once for each dialplan.

import type { Dialplan, Extension, Priority } from "../dialplan/model.ts";
import type { DialplanSteps } from "../dialplan/steps.ts";
import { addTo } from "../text/grouped.ts";
import type { Subject } from "./subject.ts";

/** Where a line of the dialplan ended up. */
export interface StepPlace {
  readonly extension: Extension;
  readonly priority: Priority;
}

/** The places of the lines of a file, by the offset where a line begins. */
type PlacesOfFile = ReadonlyMap<number, readonly StepPlace[]>;

const known = new WeakMap<Dialplan, ReadonlyMap<string, PlacesOfFile>>();

/** The dialplan that a file is read into: that of extensions.conf, or of the root file that reads it. */
export function dialplanOf({ installation, roots }: Pick<Subject, "installation" | "roots">): Dialplan {
  const root = roots[0];
  return root === undefined || root === "extensions.conf"
    ? installation.dialplan()
    : installation.dialplanOf(installation.load(root));
}

export function stepsOf(subject: Pick<Subject, "installation" | "roots">): DialplanSteps {
  return subject.installation.steps(dialplanOf(subject));
}

/** Where the line that begins at an offset ended up: nowhere where Asterisk dropped it. */
export function placesAt(subject: Subject, lineStart: number): readonly StepPlace[] {
  const dialplan = dialplanOf(subject);
  let byFile = known.get(dialplan);
  if (byFile === undefined) {
    byFile = indexed(dialplan);
    known.set(dialplan, byFile);
  }
  return byFile.get(subject.file)?.get(lineStart) ?? [];
}

function indexed({ contexts }: Dialplan): Map<string, PlacesOfFile> {
  const byFile = new Map<string, Map<number, StepPlace[]>>();
  const add = (extension: Extension, priority: Priority): void => {
    const { file, line } = priority.step.option;
    let ofFile = byFile.get(file.path);
    if (ofFile === undefined) {
      ofFile = new Map();
      byFile.set(file.path, ofFile);
    }
    addTo(ofFile, line.start, { extension, priority });
  };
  for (const { extensions } of contexts.values()) {
    for (const extension of extensions) {
      if (extension.hint !== undefined) add(extension, extension.hint);
      for (const priority of extension.priorities) add(extension, priority);
    }
  }
  return byFile;
}
