// A baseline is the list of problems that a team has known for long: only what is not in it counts. The file holds no
// text of the configuration, only where a problem is, of which rule it is and what `Fingerprints` knows it by.

/** How many things each problem names, by its fingerprint; most name one. */
export type KnownProblems = ReadonlyMap<string, number>;

/** Problems by file and rule. Paths are relative to the folder of the baseline, with forward slashes. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, KnownProblems>>;

export const baselineVersion = 1;

/** One problem as a baseline knows it. */
export interface BaselineEntry {
  readonly file: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** The things that the problem names: 3 for "3 endpoints ask for no password". */
  readonly size: number;
}

export function* entriesOf(baseline: Baseline): Generator<BaselineEntry> {
  for (const [file, rules] of baseline)
    for (const [rule, known] of rules)
      for (const [fingerprint, size] of known) yield { file, rule, fingerprint, size };
}

export function baselineOf(entries: Iterable<BaselineEntry>): Baseline {
  const files = new Map<string, Map<string, Map<string, number>>>();
  for (const { file, rule, fingerprint, size } of entries) {
    const rules = files.get(file) ?? new Map<string, Map<string, number>>();
    files.set(file, rules);
    const known = rules.get(rule) ?? new Map<string, number>();
    rules.set(rule, known);
    known.set(fingerprint, size);
  }
  return files;
}

/** The file: sorted, one problem per line, so that a change of it is read and merged with ease. */
export function baselineText(baseline: Baseline): string {
  const files = [...baseline].sort(byName).map(([file, rules]) => {
    const shown = [...rules].sort(byName).map(([rule, known]) => {
      const lines = [...known].sort(byName).map(([fingerprint, size]) => `   "${fingerprint}": ${size}`);
      return `  ${JSON.stringify(rule)}: {\n${lines.join(",\n")}\n  }`;
    });
    return ` ${JSON.stringify(file)}: {\n${shown.join(",\n")}\n }`;
  });
  const problems = files.length === 0 ? "{}" : `{\n${files.join(",\n")}\n}`;
  return `{\n"version": ${baselineVersion},\n"problems": ${problems}\n}\n`;
}

function byName([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
