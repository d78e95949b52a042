// Speed as ratios within one run: `npm run bench`. CPU is user plus system time of the whole process, start
// included, the median of five runs each, taken in turns so that a busy machine slows both sides alike.
// `npm run bench -- --peers` measures the language server beside others instead.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { growthShapes } from "./support/growth-shapes.ts";
import { largeDialplan, numberTable, tenantLines } from "./support/large-dialplan.ts";
import { largePjsip } from "./support/large-pjsip.ts";
import { comparePeers } from "./support/peers.ts";
import { benchmarkReports } from "./support/report-bench.ts";

const runs = 5;

/** One file to measure with, and what is asked of it. */
interface Subject {
  readonly file: string;
  readonly title: string;
  readonly text: string;
  readonly twice: string;
  /** Times the CPU of reading and splitting. */
  readonly most: number;
  /** Megabytes. */
  readonly memory: number;
}

const subjects: readonly Subject[] = [
  {
    file: "pjsip.conf",
    title: "phones and trunks",
    text: largePjsip(20_000),
    twice: largePjsip(40_000),
    most: 10,
    memory: 400,
  },
  {
    file: "extensions.conf",
    title: "tenants",
    text: largeDialplan(50_000 / tenantLines),
    twice: largeDialplan(100_000 / tenantLines),
    most: 12,
    memory: 250,
  },
  {
    file: "extensions.conf",
    title: "a table of numbers",
    text: numberTable(25_000),
    twice: numberTable(50_000),
    most: 12,
    memory: 250,
  },
];

interface Measured {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly memory: number;
}

/** Loaded before a program, says what its process has used when it ends. */
const meter = `process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  const used = { cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 };
  require("node:fs").writeSync(2, "\\n#" + JSON.stringify(used) + "\\n");
});`;

/** The whole work of a program that only looks at every line and its first "=". */
const splitter = `const { readFileSync } = require("node:fs");
let pieces = 0;
for (const line of readFileSync(process.argv[2], "utf8").split("\\n")) pieces += line.split("=").length;
console.log(pieces);`;

/** Runs a program in a process of its own. */
function measure(command: readonly string[]): Measured {
  const result = spawnSync(process.execPath, ["--require", join(folder, "meter.cjs"), ...command], {
    encoding: "utf8",
  });
  const line = result.stderr.split("\n").findLast((text) => text.startsWith("#"));
  // Lint ends with 1 where it finds problems.
  if (line === undefined || (result.status !== 0 && result.status !== 1)) {
    throw new Error(
      `${command.join(" ")} ended with ${result.status}:\n${result.stderr}\n${result.stdout.slice(0, 500)}`,
    );
  }
  return JSON.parse(line.slice(1)) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Measures and prints one subject. */
function benchmark({ file, title, text, twice, most, memory: mostMemory }: Subject, name: string): void {
  const [single = "", double = ""] = [text, twice].map((content, index) => {
    const directory = join(folder, `${name}-${index + 1}`);
    mkdirSync(directory);
    writeFileSync(join(directory, file), content);
    return directory;
  });
  const size = `${text.split("\n").length - 1} lines, ${(text.length / 1e6).toFixed(1)} MB`;
  console.log(`${file} with ${title}: ${size}`);
  const scripts = {
    split: [join(folder, "split.cjs"), join(single, file)],
    lint: ["dist/cli.js", "lint", single],
    double: ["dist/cli.js", "lint", double],
  };
  const measured: Record<keyof typeof scripts, Measured[]> = { split: [], lint: [], double: [] };
  for (let run = 0; run < runs; run++) {
    for (const each of Object.keys(scripts) as (keyof typeof scripts)[])
      measured[each].push(measure(scripts[each]));
  }
  const cpu = (each: keyof typeof scripts): number => median(measured[each].map((entry) => entry.cpu));
  const memory = Math.max(...measured.lint.map((entry) => entry.memory));
  const times = (cpu("lint") / cpu("split")).toFixed(1);
  const growth = (cpu("double") / cpu("lint")).toFixed(2);
  console.log(`  read and split:        ${cpu("split").toFixed(2)} s CPU`);
  console.log(
    `  lint:                  ${cpu("lint").toFixed(2)} s CPU, ${times} times as much (goal: at most ${most})`,
  );
  console.log(
    `  lint of twice as much: ${cpu("double").toFixed(2)} s CPU, ${growth} times lint (goal: below 2.2)`,
  );
  console.log(`  memory of lint:        ${memory.toFixed(0)} MB (goal: below ${mostMemory})`);
}

/** How the time grows with dialplans in which every name is wrong, or every context leads to the others. */
function benchmarkGrowth(): void {
  console.log(
    "extensions.conf with faults everywhere: CPU of lint, twice and four times as much (goal: below 2.2)",
  );
  for (const [name, textOf] of growthShapes) {
    const seconds = [1, 2, 4].map((times) => {
      const directory = join(folder, `growth-${name.replaceAll(" ", "-")}-${times}`);
      mkdirSync(directory);
      writeFileSync(join(directory, "extensions.conf"), textOf(times * growthSize));
      return median(Array.from({ length: 3 }, () => measure(["dist/cli.js", "lint", directory]).cpu));
    });
    const [single = 0, double = 0, fourfold = 0] = seconds;
    const figures = seconds.map((each) => `${each.toFixed(2)} s`).join(", ");
    const ratios = [double / single, fourfold / double].map((ratio) => ratio.toFixed(2)).join(" and ");
    console.log(`  ${`${name}:`.padEnd(28)} ${figures}: ${ratios} times`);
  }
}

const growthSize = 2000;

if (process.argv.includes("--peers")) process.exit(await comparePeers());

const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-bench-"));
try {
  writeFileSync(join(folder, "meter.cjs"), meter);
  writeFileSync(join(folder, "split.cjs"), splitter);
  for (const [index, subject] of subjects.entries()) benchmark(subject, String(index));
  benchmarkGrowth();
  benchmarkReports();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
