import type { Call } from "../../dialplan/step/call.ts";
import { mostArguments } from "../../dialplan/step/call.ts";
import type { DialplanRule } from "../rule.ts";
import { type CalledApplication, type CallSite, sitesThat } from "./calls.ts";
import { placeOf } from "./places.ts";
import { shapesOf } from "./shape.ts";

export const unbalanced: DialplanRule = {
  id: "application/unbalanced",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Bracket or quote that is not closed and swallows the arguments behind it",
  *check(dialplan, { installation }) {
    const told = new Set(shapesOf(dialplan, installation).map(({ line }) => line));
    for (const site of suspects(dialplan, installation)) {
      const start = open(site);
      if (start === undefined || told.has(site.line)) continue;
      const what = names[site.call.source[start] ?? ""] ?? "bracket";
      yield {
        ...placeOf(site.line, { start, end: start + 1 }),
        message: `Nothing closes this ${what}: Asterisk takes the commas behind it for part of the argument, and finds fewer arguments than are written`,
      };
    }
  },
};

const suspects = sitesThat(splits, (site) => open(site) !== undefined);

const names: Readonly<Record<string, string>> = {
  "(": "parenthesis",
  "[": "square bracket",
  '"': "double quote",
};

/** Whether the application splits at commas that brackets and quotes protect. */
function splits({ name, spec }: CalledApplication): boolean {
  if (spec === undefined || (spec.separator ?? ",") !== "," || others.has(name)) return false;
  return mostArguments(spec.arguments) > 1;
}

/** Where the bracket or quote begins. */
function open(site: CallSite): number | undefined {
  return mayMatter(site) ? swallower(site.call) : undefined;
}

/** Whether it could split further. */
function mayMatter({ call, spec, line }: CallSite): boolean {
  if (line.step.parentheses !== "closed" || call.arguments.length === 0) return false;
  return call.arguments.length < mostArguments(spec?.arguments);
}

/** Applications that split otherwise. */
const others: ReadonlySet<string> = new Set(["goto", "macro", "macroexclusive", "gosub", "set", "mset"]);

/** The bracket or quote that is open at the end of the last argument, where a comma stands behind it. */
function swallower({ source, arguments: given }: Call): number | undefined {
  const last = given[given.length - 1];
  if (last === undefined || !/[([{"]/.test(last.raw)) return undefined;
  const parentheses: number[] = [];
  const brackets: number[] = [];
  let quote: number | undefined;
  let comma = -1;
  for (const part of last.text.parts) {
    if (part.kind !== "literal") continue;
    for (let at = part.start; at < part.end; at++) {
      const char = source[at];
      if (char === ",") comma = at;
      else if (char === "(") parentheses.push(at);
      else if (char === ")") parentheses.pop();
      else if (char === "[") brackets.push(at);
      else if (char === "]") brackets.pop();
      else if (char === '"') quote = quote === undefined ? at : undefined;
      else if (char === "\\") at++;
    }
  }
  const open = [parentheses[0], brackets[0], quote].filter((at) => at !== undefined);
  return open.find((at) => at < comma);
}
