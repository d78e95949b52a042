// Where a call can go on: contexts, their extensions, labels and priorities.

import type { LocationAt, StepAt } from "../cursor/model.ts";
import { dialplanNames, stepWords } from "./dialplan-names.ts";
import type { Proposals } from "./item.ts";
import { contextNames } from "./names.ts";
import { type Place, proposalsFor } from "./place.ts";

/** `[[context,]extension,]priority`: while it is typed, the first part can be any of the three. */
export function locationProposals(place: Place, location: LocationAt, step: StepAt): Proposals {
  const { parts, index, separator } = location;
  const token = parts[index];
  const span = token?.span ?? { start: place.offset, end: place.offset };
  const proposals = proposalsFor(place, span);
  const [first = "", second = ""] = parts.map(({ text }) => text);
  const count = Math.max(1, parts.length);
  const own = step.context ?? "";
  if (index === 0) {
    if (count < 3) priorities(place, proposals, own, count === 1 ? step.extension : undefined, 10);
    if (count === 3 || count === 1) contexts(place, proposals, count === 3 ? "" : separator, 30);
    if (count < 3) extensions(place, proposals, own, count === 2 ? "" : separator, 20);
  } else if (index === 1) {
    // "a,b" is an extension and its priority, unless a third part follows.
    const names = contextNames(place.subject.installation).some(({ name }) => name === first);
    const here = dialplanNames(place.subject.installation).context(own).extensions.has(first);
    if (count === 2 && (here || !names)) priorities(place, proposals, own, first, 10);
    extensions(place, proposals, first, count === 2 ? separator : "", 20);
  } else priorities(place, proposals, first, second, 10);
  return proposals;
}

/** A context alone. */
export function contexts(place: Place, proposals: Proposals, behind: string, rank: number): void {
  for (const { name, detail, topic } of contextNames(place.subject.installation))
    proposals.add({
      label: name,
      kind: "context",
      detail: detail === undefined ? "context" : `context in ${detail}`,
      rank,
      text: `${name}${behind}`,
      filter: name,
      topic,
      goesOn: behind !== "",
    });
}

/** Extensions of a context and of those that it includes; patterns come last, nobody jumps to them by name. */
export function extensions(
  place: Place,
  proposals: Proposals,
  context: string,
  behind: string,
  rank: number,
): void {
  for (const { name: found, lines } of dialplanNames(place.subject.installation).reach(context)) {
    for (const extension of lines.extensions.values()) {
      const { name } = extension;
      proposals.add({
        label: name,
        kind: "extension",
        detail: found === context ? stepWords(extension) : `in ${found}: ${stepWords(extension)}`,
        rank: rank + (found === context ? 0 : 1) + (name.startsWith("_") ? 40 : 0),
        text: `${name}${behind}`,
        filter: name,
        topic: { of: "extension", context: found, name },
        goesOn: behind !== "",
      });
    }
  }
}

function priorities(
  place: Place,
  proposals: Proposals,
  context: string,
  extension: string | undefined,
  rank: number,
): void {
  if (extension === undefined || extension === "") return;
  const name = extension.split("/")[0] ?? "";
  const reach = dialplanNames(place.subject.installation).reach(context);
  const lines = reach.flatMap(({ lines: { extensions: all } }) => {
    const own = all.get(name);
    return own === undefined ? [] : [own];
  });
  // A number that is written out may run into a pattern.
  const found =
    lines.length > 0
      ? lines
      : reach.flatMap(({ lines: { extensions: all } }) =>
          [...all.values()].filter((other) => other.name.startsWith("_")),
        );
  for (const { labels, name: of } of found)
    for (const label of labels) proposals.add({ label, kind: "label", detail: `label of ${of}`, rank });
  proposals.add({ label: "1", kind: "label", detail: `the beginning of ${name}`, rank: rank + 1 });
  for (const { numbers } of lines)
    for (const label of numbers)
      proposals.add({ label, kind: "label", detail: `priority of ${name}`, rank: rank + 2 });
}
