// Random files of sections and options, pjsip.conf above all.

import { defaultSettings } from "../../server/src/core/api.ts";
import { pjsipCatalog } from "../../server/src/core/catalog/pjsip.ts";
import { below, pick, type Random } from "./random.ts";
import { damaged, noise, values } from "./random-pieces.ts";

const plainNames = ["a", "b", "tpl", "A", "6001", "6002", "global", "system", "internal"];
const names = [...plainNames, " a", "ä", "", "a;b", "x".repeat(85)];
export const roots: readonly string[] = [
  "pjsip.conf",
  "pjsip.conf",
  "pjsip_wizard.conf",
  "queues.conf",
  "extensions.conf",
  "acl.conf",
];
export const others: readonly string[] = [
  "inc.conf",
  "d/1.conf",
  "d/2.conf",
  "asterisk.conf",
  "sorcery.conf",
  "modules.conf",
  "extconfig.conf",
];
const catalog = pjsipCatalog(defaultSettings.version);
const types = [...catalog.types.keys()];

export function randomConfig(random: Random): string {
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
