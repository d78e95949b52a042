// Random dialplans: lines that are mostly right, with applications, functions and options as the catalogue has them.

import { defaultSettings } from "../../server/src/core/api.ts";
import { applicationCatalog } from "../../server/src/core/catalog/applications.ts";
import { functionCatalog } from "../../server/src/core/catalog/functions.ts";
import { below, pick, type Random } from "./random.ts";
import { damaged, noise, values } from "./random-pieces.ts";

const applications = applicationCatalog(defaultSettings.version);
const functions = functionCatalog(defaultSettings.version);
const contexts = ["default", "a", "b", "A", "tpl", "macro-x", "general", "globals", "a b"];
const extensions = [
  "100",
  "s",
  "h",
  "i",
  "t",
  "_X.",
  "_X!",
  "_.",
  "_[2-9]XX",
  "_[",
  "_[]1",
  "_[5-3]",
  "1-0-0",
];
const moreExtensions = ["${V}", "_NXX/555", "100/", "fax", "_fax.", "1XX", "", "_", "a\\,b", "_1.2"];
const priorities = ["1", "n", "n", "n", "2", "n(x)", "n(", "s", "hint", "n+5", "n(x)+5", "x", "0", "", "N"];
const expressions = [
  "1 + 1",
  "${V} = 1",
  '"${V}" = ""',
  "1 ? a :: b",
  "((",
  "${LEN(${V})} > 2",
  "",
  "-",
  "a : b(",
];
const times = ["9:00-17:00,mon-fri,*,*", "25:00", "monday", "*,*,31,feb", "|||", "", "9:00-17:00|sun"];
const places = ["a,100,1", "s,1", "x", "b,s,x", "100", "${V}", "a, 1,1", "a,100,1(x,y)", "", "none,s,1"];
const devices = [
  "PJSIP/100",
  "PJSIP/${V}@100",
  "SIP/x",
  "Local/100@a",
  "Local/s@none/n",
  "${V}/x",
  "desk",
  "a&b",
];

/** The text of an extensions.conf. */
export function randomDialplan(random: Random): string {
  const parts: string[] = [];
  for (let section = 1 + below(random, 5); section > 0; section--) {
    const options = random() < 0.8 ? "" : pick(random, ["(!)", "(+)", "(tpl)", "(a)", "(!,tpl)"]);
    parts.push(`[${pick(random, contexts)}]${options}`);
    for (let line = below(random, 12); line > 0; line--) parts.push(statement(random));
  }
  const text = parts.join("\n");
  return random() < 0.3 ? damaged(random, text) : text;
}

function statement(random: Random): string {
  const choice = random();
  if (choice < 0.4) {
    const name = pick(random, random() < 0.8 ? extensions : moreExtensions);
    return `exten => ${name},${pick(random, priorities)},${call(random, 0)}`;
  }
  if (choice < 0.75) return ` same => ${pick(random, priorities)},${call(random, 0)}`;
  if (choice < 0.8) return `include => ${pick(random, contexts)},${pick(random, times)}`;
  if (choice < 0.85) return `exten => ${pick(random, extensions)},hint,${pick(random, devices)}`;
  if (choice < 0.9) return `${pick(random, ["V", "TRUNK", "__V", "LEN(x)"])}=${argument(random, 0)}`;
  if (choice < 0.95)
    return `${pick(random, ["switch", "lswitch", "ignorepat", "autohints", "saem"])} => Loopback/x@a`;
  return noise(random);
}

/** An application with arguments, options and what may stand in them. */
function call(random: Random, depth: number): string {
  const name =
    random() < 0.97 ? pick(random, applications.names()) : pick(random, ["Hangip", "${V}", "", "Dial "]);
  const spec = applications.application(name);
  const given = (spec?.arguments ?? []).slice(0, below(random, 6)).map(({ kind }) => {
    if (kind === "options")
      return letters(
        random,
        (spec?.options ?? []).map(({ letter }) => letter),
      );
    if (kind === "dialplan-location" || kind === "gosub-location") return pick(random, places);
    if (kind === "dialstring" || kind === "device-state") return pick(random, devices);
    if (kind === "application-call" && depth < 3) return call(random, depth + 1);
    if (kind === "time-spec") return pick(random, times);
    return argument(random, depth);
  });
  const separator = random() < 0.97 ? (spec?.separator ?? ",") : pick(random, ["|", ", ", "?", ":"]);
  const end = random() < 0.95 ? ")" : pick(random, ["", "))", ")x", " )"]);
  return `${name}(${given.join(separator)}${end}`;
}

function letters(random: Random, known: readonly string[]): string {
  return Array.from({ length: below(random, 5) }, () => {
    const letter =
      known.length > 0 && random() < 0.9 ? pick(random, known) : pick(random, ["z", "(", "^", "1"]);
    return random() < 0.3
      ? `${letter}(${pick(random, [...places, ...devices]).replaceAll(",", "^")}${random() < 0.9 ? ")" : ""}`
      : letter;
  }).join("");
}

function argument(random: Random, depth: number): string {
  const choice = random();
  if (choice < 0.3 || depth > 6) return pick(random, values);
  if (choice < 0.5) return `\${${pick(random, ["V", "EXTEN:1", "EXTEN:-4:2", "ARG1", " V", "${V}", "V:x"])}}`;
  if (choice < 0.7)
    return `\${${pick(random, functions.names())}(${argument(random, depth + 1)},${pick(random, values)})}`;
  if (choice < 0.8) return `$[${pick(random, expressions)}]`;
  if (choice < 0.85) return `V=${argument(random, depth + 1)}`;
  if (choice < 0.9) return noise(random);
  return pick(random, [...places, ...devices, ...times]);
}
