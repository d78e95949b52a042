// Random and mutated configurations: nothing throws, nothing hangs, and every place that a problem names lies in
// its file. `FUZZ=100000` makes as many; a failure prints the seed that brings it back (`FUZZ_SEED`).

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  checkInstallation,
  defaultSettings,
  knownFile,
  memoryFiles,
  openInstallation,
  type Problem,
  rootFiles,
} from "../server/src/core/api.ts";
import { pjsipCatalog } from "../server/src/core/catalog/pjsip.ts";
import { directoryTexts } from "./support/directory.ts";
import { sharedFolder } from "./support/shared.ts";

const { FUZZ, FUZZ_SEED } = process.env;
const count = Number(FUZZ ?? 2000);
const firstSeed = Number(FUZZ_SEED ?? 1);
/** No installation may take longer, in milliseconds; doubling templates take the longest. */
const patience = 10_000;

test("random and mutated installations are checked without a crash", (context) => {
  const real = realInstallations();
  const start = performance.now();
  let problems = 0;
  let slowest = { seed: firstSeed, time: 0 };
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const random = mulberry32(seed);
    const picked = real.length > 0 && random() < 0.4 ? pick(random, real)() : undefined;
    const texts = picked === undefined ? grown(random) : mutated(random, picked);
    const before = performance.now();
    problems += check(seed, texts);
    const time = performance.now() - before;
    if (time > slowest.time) slowest = { seed, time };
    assert.ok(time < patience, `seed ${seed} takes ${Math.round(time)} ms`);
  }
  const seconds = (performance.now() - start) / 1000;
  context.diagnostic(
    `${count} installations, ${problems} problems, ${Math.round(count / seconds)} per second, slowest ${Math.round(slowest.time)} ms (seed ${slowest.seed})${real.length === 0 ? "; no real files here to mutate" : ""}`,
  );
});

/** Checks one installation and answers how many problems it has. */
function check(seed: number, texts: ReadonlyMap<string, string>): number {
  let problems: readonly Problem[];
  try {
    const files = memoryFiles(texts);
    problems = checkInstallation(openInstallation(files, defaultSettings), rootFiles(files));
  } catch (error) {
    const stack = error instanceof Error ? error.stack?.split("\n").slice(0, 6).join("\n") : error;
    throw new Error(`seed ${seed} throws ${stack}\n${show(texts)}`, { cause: error });
  }
  for (const { rule, file, span, message, log, related, fixes } of problems) {
    const places = [{ file, span }, ...related, ...fixes.flatMap(({ edits }) => edits)];
    for (const place of places) {
      const length = texts.get(place.file)?.length ?? -1;
      const inside = 0 <= place.span.start && place.span.start <= place.span.end && place.span.end <= length;
      assert.ok(
        inside,
        `seed ${seed}: ${rule} at ${place.span.start}-${place.span.end} of ${length} in ${place.file}\n${show(texts)}`,
      );
    }
    assert.ok(message !== "" && !message.includes("\n"), `seed ${seed}: ${message}`);
    assert.ok(!log.includes(""), `seed ${seed}: ${rule} logs nothing, in words`);
  }
  return problems.length;
}

function show(texts: ReadonlyMap<string, string>): string {
  return JSON.stringify(Object.fromEntries(texts)).slice(0, 4000);
}

type Random = () => number;

/** A small generator of numbers from 0 to 1 that a seed determines. */
function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}

const plainNames = ["a", "b", "tpl", "A", "6001", "6002", "global", "system", "internal"];
const names = [...plainNames, " a", "ä", "", "a;b", "x".repeat(85)];
const roots = ["pjsip.conf", "pjsip.conf", "pjsip_wizard.conf", "queues.conf", "extensions.conf", "acl.conf"];
const others = [
  "inc.conf",
  "d/1.conf",
  "d/2.conf",
  "asterisk.conf",
  "sorcery.conf",
  "modules.conf",
  "extconfig.conf",
];
const nasty = [
  ";",
  "\\;",
  ";--",
  "--;",
  ";--;",
  ";---",
  "---;",
  "\\",
  "\\\\",
  "[",
  "]",
  "(",
  ")",
  "(+",
  "(!)",
  "(,)",
  "=",
  "=>",
  "+=",
  "#",
  "#include ",
  "#exec x",
  "\0",
  "\ufeff",
  "\r",
  "\r\n",
  "\t",
  "\u00a0",
  "\udc80",
  "\udcff",
  "é",
  "😀",
  "\ud83d",
  '"',
  "'",
  "<",
  ">",
  ",",
  "!",
  "*",
  "?",
  "{",
  "}",
  "${X}",
  "$[1+",
  "%",
  "&",
  "|",
  " ",
  "\n",
  "\n\n",
] as const;
const values = [
  "",
  "yes",
  "no",
  "maybe",
  "0",
  "-1",
  "010",
  "4294967296",
  "1e9",
  "99999999999999999999",
  "0x10",
  "1.5",
  "all",
  "!all,ulaw",
  "ulaw,alaw",
  "g711u",
  "ulaw:20",
  "ulaw:7,,opus",
  "none",
  "sip:a@b",
  "sip:a@b;lr",
  "sip:a@b\\;lr",
  "sips:[::1]:5061",
  "sip:",
  "<sip:a>",
  "10.0.0.0/8",
  "10.0.0.1/33",
  "::/0",
  "0.0.0.0:5060",
  "[::]:5060",
  "1.2.3",
  "host.example",
  "a, b",
  " a ,b",
  "/etc/x.pem",
  "EF",
  "cs3",
  "0-63,1",
  "^x",
  "[",
  "(((",
  "a{2",
  "From: x",
  "Subject:/^x/",
  "userpass",
  "md5",
  "digest",
  "udp",
  "tls",
  "wss",
  "rfc4733",
  "TEMPLATES=include",
  "a=b=c",
  "${X}",
  "x".repeat(300),
  "internal",
  "6001",
  "a",
  "6001,6002",
  '"A" <1>',
  "€",
  "\udcfc",
  "1,2-3",
  "2-1",
] as const;

const catalog = pjsipCatalog(defaultSettings.version);
const types = [...catalog.types.keys()];

/** An installation made up from pieces. */
function grown(random: Random): Map<string, string> {
  const texts = new Map<string, string>();
  const files = [pick(random, roots), ...[1, 2, 3].map(() => pick(random, [...roots, ...others]))];
  for (const file of files.slice(0, 1 + below(random, 4))) texts.set(file, text(random));
  return texts;
}

function text(random: Random): string {
  const parts: string[] = [];
  if (random() < 0.05) parts.push("\ufeff");
  const lines = 1 + below(random, 25);
  const defined: string[] = [];
  let type = pick(random, types);
  for (let line = 0; line < lines; line++) {
    const choice = line === 0 ? random() * 0.23 : random();
    if (choice < 0.2) {
      parts.push(header(random, defined));
      if (random() < 0.7) {
        type = pick(random, types);
        parts.push(`${end(random)}type = ${type}`);
      }
    } else if (choice < 0.75) parts.push(option(random, type));
    else if (choice < 0.82) parts.push(directive(random));
    else if (choice < 0.9) parts.push(comment(random));
    else if (choice < 0.905) parts.push("y".repeat(8180 + below(random, 20)));
    else parts.push(noise(random));
    parts.push(end(random));
  }
  return random() < 0.3 ? damaged(random, parts.join("")) : parts.join("");
}

function end(random: Random): string {
  return random() < 0.95 ? "\n" : pick(random, ["\r\n", "\r", "", "\0\n", " \n"]);
}

/** Mostly inherits from what stands above, so that not every file is rejected at once. */
function header(random: Random, defined: string[]): string {
  const blank = random() < 0.05 ? " " : "";
  const items = [1, 2, 3].slice(below(random, 4)).map(() => modifier(random, defined));
  const options = items.length > 0 || random() < 0.05 ? `(${items.join(random() < 0.03 ? ", " : ",")})` : "";
  const name = pick(random, random() < 0.95 ? plainNames : names);
  defined.push(name);
  return `${blank}[${name}]${blank}${options}${random() < 0.05 ? noise(random) : ""}`;
}

function modifier(random: Random, defined: readonly string[]): string {
  const choice = random();
  if (choice < 0.25) return "!";
  if (choice < 0.3) return defined.length > 0 ? "+" : "!";
  if (choice < 0.35)
    return `+${pick(random, ["type", "TEMPLATES", "^a.*", "x{1,", "[", "'a"])}=${pick(random, values)}`;
  if (random() < 0.05) return pick(random, names);
  return defined.length > 0 ? pick(random, defined) : "!";
}

function option(random: Random, type: string): string {
  const known = catalog.types.get(type)?.names() ?? [];
  const name =
    random() < 0.85 && known.length > 0
      ? pick(random, known)
      : pick(random, [...names, "exten", "contxt", "@x"]);
  const cased = random() < 0.05 ? name.toUpperCase() : name;
  const operator = pick(random, ["=", " = ", "=>", " => ", "+=", " += ", " =", "= "]);
  const value = random() < 0.1 ? `${pick(random, values)},${pick(random, values)}` : pick(random, values);
  return `${random() < 0.03 ? "\\" : ""}${cased}${operator}${value}${random() < 0.05 ? noise(random) : ""}`;
}

function directive(random: Random): string {
  const word = pick(random, ["include", "tryinclude", "tryinclude", "INCLUDE", "exec", "inlcude", ""]);
  const target = pick(random, [
    ...roots,
    ...others,
    "d/*.conf",
    "*.conf",
    "{a,d}/?.conf",
    "/etc/asterisk/inc.conf",
    "/x",
    "d",
    "../x",
    "",
  ]);
  return `#${word} ${random() < 0.1 ? '"' : ""}${target}${random() < 0.1 ? '"' : ""}`;
}

function comment(random: Random): string {
  if (random() < 0.02) return ";--".repeat(120 + below(random, 12));
  return pick(random, [
    "; plain",
    ";-- open",
    "--;",
    ";-- a --;",
    ";-- a ;-- b --; c --;",
    ";--;",
    ";---",
    "a=1;-- x --;2",
  ]);
}

function noise(random: Random): string {
  return Array.from({ length: 1 + below(random, 6) }, () => pick(random, nasty)).join("");
}

/** A text with some pieces put in, taken out or doubled. */
function damaged(random: Random, text: string): string {
  let result = text;
  for (let step = 1 + below(random, 6); step > 0; step--) {
    const at = below(random, result.length + 1);
    const to = Math.min(result.length, at + below(random, 12));
    const choice = random();
    if (choice < 0.4) result = result.slice(0, at) + pick(random, nasty) + result.slice(at);
    else if (choice < 0.7) result = result.slice(0, at) + result.slice(to);
    else if (choice < 0.85) result = result.slice(0, to) + result.slice(at);
    else result = result.slice(0, at) + pick(random, values) + result.slice(to);
  }
  return result;
}

/** The installation with one file damaged. */
function mutated(random: Random, texts: ReadonlyMap<string, string>): Map<string, string> {
  const result = new Map(texts);
  const file = pick(random, [...texts.keys()]);
  result.set(file, damaged(random, texts.get(file) ?? ""));
  return result;
}

/** Directories of the corpus beside this checkout with their root files, each read when it is first wanted. */
function realInstallations(): (() => ReadonlyMap<string, string>)[] {
  if (sharedFolder === undefined) return [];
  const corpus = join(sharedFolder, "corpus");
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .map((name) => join(corpus, name))
    .filter((path) => statSync(path).isDirectory())
    .filter((path) =>
      readdirSync(path).some((name) => name.startsWith("pjsip") && knownFile(name) !== undefined),
    )
    .map((path) =>
      remembered(() => new Map([...directoryTexts(path, 1)].filter(([, text]) => text.length < 60_000))),
    )
    .filter((texts) => texts().size > 0);
}

function remembered<Answer>(compute: () => Answer): () => Answer {
  let known: Answer | undefined;
  return () => {
    known ??= compute();
    return known;
  };
}
