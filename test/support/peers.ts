// Our language server beside others, each on large documents of its own kind: `npm run bench -- --peers`. The servers
// take turns, so that a busy machine slows all of them alike.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PeerClient } from "./peers-client.ts";
import { type Contestant, installPeers, ours, peerPackages } from "./peers-contestants.ts";
import { type Figures, measures, printSize } from "./peers-report.ts";

const runs = 20;
/** Edits before the clock counts: an editor is never closed after a single one. */
const warmUps = 5;
/** Who has used this many milliseconds for one measure is measured less often, but never less than five times. */
const allowance = 60_000;
const leastRuns = 5;

const sizes: readonly number[] = [5_000, 50_000];

/** Prints all figures; answers the exit code. */
export async function comparePeers(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-peers-"));
  try {
    console.log(`installing ${peerPackages.join(", ")} into ${folder}`);
    const others = installPeers(folder);
    if (typeof others === "string") {
      console.error(`The other language servers are not there. ${others}`);
      return 2;
    }
    let before: ReadonlyMap<string, Figures> | undefined;
    for (const lines of sizes) {
      const figures = await compare([ours, ...others], lines, folder);
      printSize(lines, figures, before);
      before = figures;
    }
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(
  contestants: readonly Contestant[],
  lines: number,
  folder: string,
): Promise<ReadonlyMap<string, Figures>> {
  const all = contestants.map(
    (contestant) => new Measured(contestant, join(folder, `${contestant.name}-${lines}`), lines),
  );
  for (let run = 0; run < runs; run++) for (const one of all) await one.startAndOpen();
  for (const one of all) await one.settle();
  for (let run = 0; run < runs; run++) for (const one of all) await one.edit();
  for (let run = 0; run < runs; run++) for (const one of all) await one.ask();
  for (const one of all) await one.end();
  return new Map(all.map(({ name, figures }) => [name, figures]));
}

/** One server, and how long it took for what. */
class Measured {
  readonly name: string;
  readonly figures: Figures = Object.fromEntries(
    measures.map((measure) => [measure, []]),
  ) as unknown as Figures;
  readonly #start: () => ReturnType<typeof PeerClient.start>;
  #client: PeerClient | undefined;
  #edits = 0;

  constructor(contestant: Contestant, folder: string, lines: number) {
    this.name = contestant.name;
    const document = contestant.document(lines);
    this.#start = () => PeerClient.start(contestant, folder, document);
  }

  /** A server of its own each time; the last one goes on. */
  async startAndOpen(): Promise<void> {
    if (this.#hasEnough("open")) return;
    await this.#client?.end();
    const { client, lasted } = await this.#start();
    this.#client = client;
    this.figures.start.push(lasted);
    this.figures.open.push(await client.open());
  }

  async settle(): Promise<void> {
    for (let warmUp = 0; warmUp < warmUps; warmUp++) await this.#client?.edit(++this.#edits);
  }

  async edit(): Promise<void> {
    if (this.#client === undefined || this.#hasEnough("edit")) return;
    this.figures.edit.push(await this.#client.edit(++this.#edits));
    this.figures.memory.push(this.#client.memory());
  }

  async ask(): Promise<void> {
    for (const measure of ["completion", "hover", "symbols"] as const) {
      const lasted = await this.#client?.[measure]();
      if (lasted !== undefined) this.figures[measure].push(lasted);
    }
  }

  async end(): Promise<void> {
    await this.#client?.end();
  }

  #hasEnough(measure: "open" | "edit"): boolean {
    const lasted = this.figures[measure];
    return lasted.length >= leastRuns && lasted.reduce((sum, each) => sum + each, 0) > allowance;
  }
}
