import { variableNames } from "../../catalog/variables.ts";
import { asciiLower } from "../../text/ascii.ts";
import { editDistance } from "../../text/closest.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { knownVariables } from "./known-variables.ts";
import { variableReads } from "./reads.ts";

export const misspelled: DialplanRule = {
  id: "variable/misspelled",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable that nothing sets, while one with almost the same name is set",
  *check(dialplan, { installation }) {
    const known = knownVariables(dialplan, installation);
    if (known === undefined) return;
    const { functions } = installation.dialplanCatalog;
    const nearOf = nearest([...variableNames().filter((name) => !name.endsWith("n")), ...known.names]);
    for (const { option, name, start, end } of variableReads(dialplan, installation)) {
      if (known.isSet(name) || functions.function(name) !== undefined || !isWord(name)) continue;
      const near = builtins.get(name) ?? nearOf(name);
      if (near === undefined) continue;
      yield {
        ...placeIn(option, { start, end }),
        message: `Nothing sets ${quoted(name)}: it is empty, unless whoever starts the call brings it along (did you mean ${quoted(near)}?)`,
        fixes: changes(option, [{ start, end, text: near }], `Change to ${quoted(near)}`, false),
      };
    }
  },
};

/** Slips in names that are too short for a comparison by letters. */
const builtins: ReadonlyMap<string, string> = new Map([
  ...["EXTENSION", "EXTN", "EXTEM", "EXTNE", "EXETN", "EXTE"].map((name) => [name, "EXTEN"] as const),
  ["CHANEL", "CHANNEL"],
  ["CONTEX", "CONTEXT"],
]);

function isWord(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(name) && !common.has(name);
}

/** Names that programs which start calls like to give to variables of their own. */
const common: ReadonlySet<string> = new Set(["channel", "context", "hint", "location", "priority", "queue"]);

/** Finds a name that only differs in case and underscores, or a long one with one slip of the finger. */
function nearest(names: readonly string[]): (name: string) => string | undefined {
  const byShape = new Map(names.map((name) => [shape(name), name]));
  const long = [...byShape].filter(([each]) => each.length >= shortestForSlips);
  const answers = new Map<string, string | undefined>();
  return (name) => {
    if (answers.has(name)) return answers.get(name);
    const own = shape(name);
    const near =
      byShape.get(own) ??
      (own.length < shortestForSlips || answers.size > mostSlips
        ? undefined
        : long.find(([each]) => isSlip(own, each))?.[1]);
    answers.set(name, near);
    return near;
  };
}

/** Shorter names are too easily other words. */
const shortestForSlips = 7;

/** So many names that nothing sets are no slips any more. */
const mostSlips = 200;

/** Two letters swapped, one doubled, or one missing; other numbers are other variables. */
function isSlip(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1 || editDistance(left, right, 2) > 1) return false;
  if (left.replace(/[0-9]/g, "") === right.replace(/[0-9]/g, "")) return false;
  if (left.length === right.length) return [...left].sort().join("") === [...right].sort().join("");
  const [longer, shorter] = left.length > right.length ? [left, right] : [right, left];
  // One letter more at the end may make another word of it, such as a plural.
  return !longer.startsWith(shorter);
}

/** The same for names that only differ in case and underscores. */
function shape(name: string): string {
  return asciiLower(name).replaceAll(/[_-]/g, "");
}
