// Speed as ratios within one run: `npm run bench`. CPU is user plus system time of the whole process, start
// included, the median of five runs each, taken in turns so that a busy machine slows both sides alike.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const runs = 5;

/** A pjsip.conf as large sites generate it: templates, an endpoint, auth and aor for each phone, 50 trunks. */
function largePjsip(phones: number): string {
  const parts = [
    "[global]\ntype=global\nuser_agent=PBX\n\n[transport-udp]\ntype=transport\nprotocol=udp\nbind=0.0.0.0:5060\n\n",
    "[phone](!)\ntype=endpoint\ntransport=transport-udp\ncontext=internal\ndisallow=all\nallow=g722,alaw,ulaw\ndirect_media=no\nrtp_symmetric=yes\nrewrite_contact=yes\n\n",
    "[phone-auth](!)\ntype=auth\nauth_type=userpass\n\n[phone-aor](!)\ntype=aor\nmax_contacts=2\nqualify_frequency=60\n\n",
  ];
  for (let index = 0; index < phones; index++) {
    const id = 100_000 + index;
    parts.push(
      `[${id}](phone)\nauth=${id}\naors=${id}\naccountcode=${id}\ncallerid="Phone ${id}" <${id}>\n\n`,
      `[${id}](phone-auth)\nusername=${id}\npassword=${password(id)}\n\n`,
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

/** Sixteen letters and digits, another for each number, the same in each run. */
function password(seed: number): string {
  let text = "";
  let state = seed * 2_654_435_761;
  while (text.length < 16) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36).slice(0, 4);
  }
  return text.slice(0, 16);
}

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
for (const line of readFileSync(process.argv[2] + "/pjsip.conf", "utf8").split("\\n")) pieces += line.split("=").length;
console.log(pieces);`;

/** Runs a program in a process of its own. */
function measure(command: readonly string[]): Measured {
  const result = spawnSync(process.execPath, ["--require", join(folder, "meter.cjs"), ...command], {
    encoding: "utf8",
  });
  const line = result.stderr.split("\n").findLast((text) => text.startsWith("#"));
  if (line === undefined || result.status !== 0) {
    throw new Error(
      `${command.join(" ")} ended with ${result.status}:\n${result.stderr}\n${result.stdout.slice(0, 500)}`,
    );
  }
  return JSON.parse(line.slice(1)) as Measured;
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-bench-"));
try {
  writeFileSync(join(folder, "meter.cjs"), meter);
  writeFileSync(join(folder, "split.cjs"), splitter);
  const sizes = [20_000, 40_000].map((phones) => {
    const directory = join(folder, String(phones));
    const text = largePjsip(phones);
    mkdirSync(directory);
    writeFileSync(join(directory, "pjsip.conf"), text);
    console.log(
      `pjsip.conf with ${phones} phones: ${text.split("\n").length - 1} lines, ${(text.length / 1e6).toFixed(1)} MB`,
    );
    return directory;
  });
  const [single = "", double = ""] = sizes;
  const scripts = {
    split: [join(folder, "split.cjs"), single],
    lint: ["dist/cli.js", "lint", single],
    double: ["dist/cli.js", "lint", double],
  };
  const measured: Record<keyof typeof scripts, Measured[]> = { split: [], lint: [], double: [] };
  for (let run = 0; run < runs; run++) {
    for (const name of Object.keys(scripts) as (keyof typeof scripts)[])
      measured[name].push(measure(scripts[name]));
  }
  const cpu = (name: keyof typeof scripts): number => median(measured[name].map((entry) => entry.cpu));
  const memory = Math.max(...measured.lint.map((entry) => entry.memory));
  console.log(`read and split:        ${cpu("split").toFixed(2)} s CPU`);
  console.log(
    `lint:                  ${cpu("lint").toFixed(2)} s CPU, ${(cpu("lint") / cpu("split")).toFixed(1)} times as much (goal: at most 10)`,
  );
  console.log(
    `lint of twice as much: ${cpu("double").toFixed(2)} s CPU, ${(cpu("double") / cpu("lint")).toFixed(2)} times lint (goal: below 2.2)`,
  );
  console.log(`memory of lint:        ${memory.toFixed(0)} MB (goal: below 400)`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
