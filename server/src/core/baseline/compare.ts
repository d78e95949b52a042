// Tells new problems from those that a baseline knows, over the installations of one run.

import { type Checked, ProblemView } from "../report/checked.ts";
import { Fingerprints } from "../report/fingerprint.ts";
import type { Problem } from "../rules/problem.ts";
import { joinedPath } from "../text/paths.ts";
import { type Baseline, type BaselineEntry, baselineOf, entriesOf } from "./baseline.ts";
import { sizeOf } from "./size.ts";

export class BaselineComparison {
  readonly #baseline: Baseline;
  readonly #fingerprints = new Fingerprints();
  /** What was found in this run, new or known. */
  readonly #found: BaselineEntry[] = [];
  readonly #used = new Set<string>();

  constructor(baseline: Baseline) {
    this.#baseline = baseline;
  }

  /** The problems of an installation that the baseline does not know; `checked.installation` as the baseline sees it. */
  newOf(checked: Checked): Problem[] {
    const view = new ProblemView(checked);
    const left: { readonly problem: Problem; readonly entry: BaselineEntry }[] = [];
    for (const problem of checked.problems) {
      const file = joinedPath(checked.installation, problem.file);
      const fingerprint = this.#fingerprints.of(problem, file, view.source(problem.file));
      const entry = { file, rule: problem.rule, fingerprint, size: sizeOf(problem.message) };
      this.#found.push(entry);
      if (!this.#take(entry)) left.push({ problem, entry });
    }
    const groups = this.#unusedGroups(new Set(left.map(({ entry }) => listOf(entry))));
    const bySize = [...left].sort((one, other) => other.entry.size - one.entry.size);
    const known = new Set(bySize.filter(({ entry }) => this.#takeGroup(entry, groups)));
    return left.filter((each) => !known.has(each)).map(({ problem }) => problem);
  }

  /** Entries that no problem of this run is known by; `isChecked` tells of what the run would have found it. */
  stale(isChecked: (entry: BaselineEntry) => boolean): BaselineEntry[] {
    return [...entriesOf(this.#baseline)].filter(
      (entry) => !this.#used.has(keyOf(entry)) && isChecked(entry),
    );
  }

  /** The baseline as it should be: what was found, and what this run did not look at. */
  updated(isChecked: (entry: BaselineEntry) => boolean): Baseline {
    const kept = [...entriesOf(this.#baseline)].filter((entry) => !isChecked(entry));
    return baselineOf([...kept, ...this.#found]);
  }

  /** How an updated baseline differs from this one. */
  difference(updated: Baseline): {
    readonly added: number;
    readonly removed: number;
    readonly total: number;
  } {
    const before = new Set([...entriesOf(this.#baseline)].map(keyOf));
    const after = new Set([...entriesOf(updated)].map(keyOf));
    return {
      added: [...after].filter((key) => !before.has(key)).length,
      removed: [...before].filter((key) => !after.has(key)).length,
      total: after.size,
    };
  }

  #take(entry: BaselineEntry): boolean {
    const known = this.#baseline.get(entry.file)?.get(entry.rule)?.get(entry.fingerprint);
    if (known === undefined) return false;
    this.#used.add(keyOf(entry));
    return entry.size <= known;
  }

  /** The entries of lists that stand for several mistakes and were not met in this run, the greatest last. */
  #unusedGroups(lists: ReadonlySet<string>): ReadonlyMap<string, BaselineEntry[]> {
    const groups = new Map<string, BaselineEntry[]>();
    for (const list of lists) {
      const at = list.indexOf("\n");
      const [rule, file] = [list.slice(0, at), list.slice(at + 1)];
      const unused = [...(this.#baseline.get(file)?.get(rule) ?? [])]
        .map(([fingerprint, size]) => ({ file, rule, fingerprint, size }))
        .filter((entry) => entry.size > 1 && !this.#used.has(keyOf(entry)));
      groups.set(
        list,
        unused.sort((left, right) => left.size - right.size),
      );
    }
    return groups;
  }

  /**
   * Some rules tell of several mistakes in the place of the first one. Where that was mended or stands elsewhere now,
   * the others are told of in another place: they are no news as long as they are not more than they were.
   */
  #takeGroup(entry: BaselineEntry, groups: ReadonlyMap<string, BaselineEntry[]>): boolean {
    const unused = groups.get(listOf(entry));
    const group = unused?.at(-1);
    if (group === undefined || group.size < entry.size) return false;
    unused?.pop();
    this.#used.add(keyOf(group));
    return true;
  }
}

function listOf({ file, rule }: BaselineEntry): string {
  return `${rule}\n${file}`;
}

function keyOf({ file, rule, fingerprint }: BaselineEntry): string {
  return `${file}\n${rule}\n${fingerprint}`;
}
