// Speed as ratios within one run: `npm run bench`. CPU is user plus system time of the whole process, start
// included, the median of five runs each, taken in turns so that a busy machine slows both sides alike.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const runs = 5;

/** A pjsip.conf as large sites generate it: templates, an endpoint, auth and aor for each phone, 50 trunks. */
function largePjsip(phones: number): string {
  const parts = [
    "[global]\ntype=global\nuser_agent=PBX\n\n[transport-udp]\ntype=transport\nprotocol=udp\nbind=0.0.0.0:5060\n\n",
    "[phone](!)\ntype=endpoint\ntransport=transport-udp\ncontext=internal\ndisallow=all\nallow=g722,alaw,ulaw\ndirect_media=no\nrtp_symmetric=yes\nforce_rport=yes\n\n",
    "[phone-auth](!)\ntype=auth\nauth_type=userpass\n\n[phone-aor](!)\ntype=aor\nmax_contacts=2\nqualify_frequency=60\n\n",
  ];
  for (let index = 0; index < phones; index++) {
    const id = 100_000 + index;
    parts.push(
      `[${id}](phone)\nauth=${id}\naors=${id}\naccountcode=${id}\ncallerid="Phone ${id}" <${id}>\n\n`,
      `[${id}](phone-auth)\nusername=${id}\npassword=pw${(id * 7919) % 1_000_003}x\n\n`,
      `[${id}](phone-aor)\nmailboxes=${id}@default\n\n`,
    );
  }
  for (let index = 0; index < 50; index++) {
    const address = `198.51.100.${index + 1}`;
    parts.push(
      `[trunk${index}]\ntype=endpoint\ncontext=from-trunk\nallow=!all,alaw\naors=trunk${index}\nidentify_by=ip\n\n`,
      `[trunk${index}]\ntype=aor\ncontact=sip:${address}:5060\nqualify_frequency=60\n\n`,
      `[trunk${index}]\ntype=identify\nendpoint=trunk${index}\nmatch=${address}\n\n`,
    );
  }
  return parts.join("");
}

interface Measured {
  /** Seconds. */
  readonly cpu: number;
  /** Megabytes. */
  readonly memory: number;
}

/** Runs a piece of JavaScript in a process of its own that reports what it used when it ends. */
function measure(script: string): Measured {
  const report = `process.on("exit", () => { const c = process.cpuUsage(); require("node:fs").writeSync(2, "\\n#" + JSON.stringify({ cpu: (c.user + c.system) / 1e6, memory: process.resourceUsage().maxRSS / 1024 })); });`;
  const result = spawnSync(process.execPath, ["-e", report + script], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const line = result.stderr.split("\n").findLast((text) => text.startsWith("#"));
  if (line === undefined) throw new Error(`the measured process said nothing:\n${result.stderr}\n${result.stdout.slice(0, 500)}`);
  return JSON.parse(line.slice(1)) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const cli = pathToFileURL(resolve("dist/cli.js")).href;
const lint = (directory: string): string =>
  `process.argv = [process.argv[0], "asterisk-analyzer", "lint", ${JSON.stringify(directory)}]; import(${JSON.stringify(cli)});`;
const split = (directory: string): string =>
  `let n = 0; for (const line of require("node:fs").readFileSync(${JSON.stringify(join(directory, "pjsip.conf"))}, "utf8").split("\\n")) n += line.split("=").length; if (n === 1) console.log(n);`;

const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-bench-"));
try {
  const sizes = [20_000, 40_000].map((phones) => {
    const directory = join(folder, String(phones));
    const text = largePjsip(phones);
    spawnSync("mkdir", ["-p", directory]);
    writeFileSync(join(directory, "pjsip.conf"), text);
    console.log(`pjsip.conf with ${phones} phones: ${text.split("\n").length - 1} lines, ${(text.length / 1e6).toFixed(1)} MB`);
    return directory;
  });
  const [single = "", double = ""] = sizes;
  const scripts = { split: split(single), lint: lint(single), double: lint(double) };
  const measured: Record<keyof typeof scripts, Measured[]> = { split: [], lint: [], double: [] };
  for (let run = 0; run < runs; run++) {
    for (const name of Object.keys(scripts) as (keyof typeof scripts)[]) measured[name].push(measure(scripts[name]));
  }
  const cpu = (name: keyof typeof scripts): number => median(measured[name].map((entry) => entry.cpu));
  const memory = Math.max(...measured.lint.map((entry) => entry.memory));
  console.log(`read and split:        ${cpu("split").toFixed(2)} s CPU`);
  console.log(`lint:                  ${cpu("lint").toFixed(2)} s CPU, ${(cpu("lint") / cpu("split")).toFixed(1)} times as much (goal: at most 10)`);
  console.log(`lint of twice as much: ${cpu("double").toFixed(2)} s CPU, ${(cpu("double") / cpu("lint")).toFixed(2)} times lint (goal: below 2.2)`);
  console.log(`memory of lint:        ${memory.toFixed(0)} MB (goal: below 400)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
