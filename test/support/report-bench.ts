// How long 10,000 problems take to be rendered in each format, beside how long they take to be found.

import {
  type Checked,
  checkInstallation,
  checkstyleReport,
  conciseReport,
  counted,
  defaultSettings,
  githubReport,
  gitlabReport,
  jsonReport,
  lintJunitReport,
  memoryFiles,
  openInstallation,
  plainStyle,
  type Report,
  sarifReport,
  textReport,
} from "../../server/src/core/api.ts";
import { reportOf, sarifOptions } from "./lint-reports.ts";

const wanted = 10_000;
const runs = 5;

const same = (path: string): string => path;

const formats: Readonly<Record<string, () => Report>> = {
  text: () => textReport(plainStyle, 1000, true),
  "text, all of it": () => textReport(plainStyle, Number.POSITIVE_INFINITY, true),
  concise: () => conciseReport(plainStyle, true),
  json: jsonReport,
  sarif: () => sarifReport(sarifOptions),
  github: () => githubReport(same),
  gitlab: () => gitlabReport(same),
  junit: () => lintJunitReport(() => true),
  checkstyle: checkstyleReport,
};

/** Prints a line for each format; the medians of runs that are taken in turns, each as CPU of this process. */
export function benchmarkReports(): void {
  const files = memoryFiles({ "pjsip.conf": faultyPjsip(), "extensions.conf": faultyDialplan() });
  const found = find(files);
  const names = Object.keys(formats);
  const finding: number[] = [];
  const rendering = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let run = 0; run < runs; run++) {
    finding.push(seconds(() => find(files)));
    for (const name of names) {
      const report = formats[name]?.() ?? jsonReport();
      rendering.get(name)?.push(seconds(() => reportOf(report, [found])));
    }
  }
  const base = median(finding);
  console.log(
    `${counted(found.problems.length, "problem")}, found in ${base.toFixed(2)} s CPU: rendering them (goal: below 2 times)`,
  );
  for (const [name, times] of rendering) {
    const time = median(times);
    console.log(`  ${`${name}:`.padEnd(28)} ${time.toFixed(2)} s: ${(time / base).toFixed(2)} times`);
  }
}

function find(files: ReturnType<typeof memoryFiles>): Checked {
  const installation = openInstallation(files, defaultSettings);
  const problems = checkInstallation(installation, ["pjsip.conf", "extensions.conf"]);
  const text = (path: string): string | undefined => {
    const content = files.read(path);
    return typeof content === "string" ? undefined : content.text;
  };
  return { installation: ".", problems, text };
}

/** Endpoints with a misspelt codec and a misspelt option, which have fixes, log texts and related places. */
function faultyPjsip(): string {
  return Array.from(
    { length: wanted / 4 },
    (_, at) =>
      `[phone${at}]\ntype=endpoint\ncontext=phones\nallow=!all,alaw,ulwa\ncontxt=phones\n[phone${at}]\ntype=auth\npassword=s3cret-${at}-of-phone\n`,
  ).join("");
}

/** Steps with misspelt applications and labels. */
function faultyDialplan(): string {
  const steps = Array.from(
    { length: wanted / 4 },
    (_, at) => `exten => 2${at},1,Dail(PJSIP/phone${at})\n same => n,Goto(nowhere${at},1)\n`,
  );
  return `[phones]\n${steps.join("")}`;
}

function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}
