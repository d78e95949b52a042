// What the comparison of language servers prints: medians, how many times the fastest of the others we take, and
// whether that is what we want.

export const measures = ["start", "open", "edit", "completion", "hover", "symbols", "memory"] as const;

export type Measure = (typeof measures)[number];

/** All that was measured of one server: milliseconds, and megabytes of memory. */
export type Figures = Readonly<Record<Measure, number[]>>;

const titles: Readonly<Record<Measure, string>> = {
  start: "spawn to initialize answer",
  open: "open to first diagnostics",
  edit: "edit to diagnostics",
  completion: "completion",
  hover: "hover",
  symbols: "document symbols",
  memory: "memory (RSS)",
};

/** Times the fastest of the others that we may take; after an edit we want to be the first. */
const most: Readonly<Record<Measure, number>> = {
  start: 1.5,
  open: 1.5,
  edit: 1,
  completion: 1.5,
  hover: 1.5,
  symbols: 1.5,
  memory: 1.5,
};

/** Times the smaller document that the larger one may cost after an edit. */
const mostGrowth = 4;

/** Prints one size; `before` are the figures of the smaller one. */
export function printSize(
  lines: number,
  figures: ReadonlyMap<string, Figures>,
  before: ReadonlyMap<string, Figures> | undefined,
): void {
  const names = [...figures.keys()];
  console.log(`\n${lines} lines; medians, ours checks all files of the installation`);
  console.log(row("", names, "ours to the best", ""));
  for (const measure of measures) {
    const unit = measure === "memory" ? "MB" : "ms";
    const [own, ...others] = names.map((name) => median(figures.get(name)?.[measure] ?? []));
    const cells = [own, ...others].map((value) =>
      value === undefined ? "not offered" : `${shown(value)} ${unit}`,
    );
    const best = Math.min(...others.filter((value) => value !== undefined));
    const [ratio, verdict] = own === undefined ? ["", ""] : judged(own / best, most[measure]);
    console.log(row(titles[measure], cells, ratio, verdict));
  }
  for (const [name, { open, edit }] of figures) {
    const fewest = Math.min(open.length, edit.length);
    if (fewest < 20) console.log(`  ${name} is so slow here that some medians are of ${fewest} runs`);
  }
  if (before !== undefined) printGrowth(figures, before);
}

function printGrowth(figures: ReadonlyMap<string, Figures>, before: ReadonlyMap<string, Figures>): void {
  console.log("\nedit to diagnostics, the larger document as a multiple of the smaller one");
  for (const [name, { edit }] of figures) {
    const growth = (median(edit) ?? 0) / (median(before.get(name)?.edit ?? []) ?? 1);
    const [ratio, verdict] = judged(growth, mostGrowth);
    console.log(`  ${name.padEnd(8)} ${ratio}${name === "ours" ? ` ${verdict}` : ""}`);
  }
}

function judged(ratio: number, goal: number): [ratio: string, verdict: string] {
  const verdict = ratio <= goal ? "met" : "MISSED";
  return [ratio.toFixed(2), `${verdict} (goal: at most ${goal})`];
}

function row(title: string, cells: readonly string[], ratio: string, verdict: string): string {
  const columns = cells.map((cell) => cell.padStart(12)).join("");
  return `  ${title.padEnd(27)}${columns}  ${ratio.padStart(5)} ${verdict}`.trimEnd();
}

function shown(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined || sorted.length % 2 === 1) return upper;
  return (upper + (sorted[middle - 1] ?? upper)) / 2;
}
