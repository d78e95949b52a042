// Takes away the problems that comments ask to be silent about.

import type { LoadedFile } from "../config/section.ts";
import { addTo } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";
import { groupOf } from "./levels.ts";
import type { Problem } from "./problem.ts";
import {
  readSuppressions,
  type SuppressedName,
  type Suppressions,
  suppressionWord,
} from "./suppression/suppression.ts";

/** The comments of files, each file once; files without any are left out. */
export function suppressionsOf(files: Iterable<LoadedFile>): ReadonlyMap<string, Suppressions> {
  const byFile = new Map<string, Suppressions>();
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    if (file.lines.text.includes(suppressionWord)) byFile.set(file.path, readSuppressions(file));
  }
  return byFile;
}

/** The problems that are left, and the names in comments that took others away. */
export function suppress(
  problems: readonly Problem[],
  byFile: ReadonlyMap<string, Suppressions>,
): { readonly left: Problem[]; readonly used: ReadonlySet<SuppressedName> } {
  const used = new Set<SuppressedName>();
  const searches = new Map([...byFile].map(([file, { all }]) => [file, searchIn(all)] as const));
  const left = problems.filter((problem) => {
    const names = searches.get(problem.file)?.(problem) ?? [];
    for (const name of names) used.add(name);
    return names.length === 0;
  });
  return { left, used };
}

interface Covered {
  readonly covers: Span;
  readonly name: SuppressedName;
}

/** Finds the names that cover a problem: of each scope the one that begins last. */
function searchIn(all: Suppressions["all"]): (problem: Problem) => SuppressedName[] {
  const lists = new Map<string, Covered[]>();
  for (const { scope, names, covers } of all) {
    for (const name of names) {
      const key = `${scope} ${name.text}`;
      addTo(lists, key, { covers, name });
    }
  }
  for (const list of lists.values()) list.sort((left, right) => left.covers.start - right.covers.start);
  return ({ rule, span }) =>
    ["line", "section", "file"].flatMap((scope) =>
      [rule, groupOf(rule)].flatMap(
        (text) => covering(lists.get(`${scope} ${text}`) ?? [], span.start) ?? [],
      ),
    );
}

function covering(list: readonly Covered[], offset: number): SuppressedName | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.covers.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = list[low - 1];
  return found !== undefined && offset < found.covers.end ? found.name : undefined;
}
