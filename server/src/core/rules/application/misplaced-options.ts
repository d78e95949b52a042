import type { ApplicationSpec } from "../../catalog/dialplan-spec.ts";
import { argumentOf } from "../../dialplan/step/arguments.ts";
import { readOptions } from "../../dialplan/step/option-letters.ts";
import { parseText } from "../../dialplan/substitution/text.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { type CalledApplication, type CallSite, sitesThat } from "./calls.ts";
import { placeOf, rewritten } from "./places.ts";

export const misplacedOptions: DialplanRule = {
  id: "application/misplaced-options",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Options in the place of a number, because a comma is missing",
  *check(dialplan, { installation }) {
    for (const site of misplaced(dialplan, installation)) {
      const found = optionsInNumber(site);
      if (found === undefined) continue;
      const { text, start, end, name, digits } = found;
      const read = digits === "" ? "no number" : `${digits}`;
      yield {
        ...placeOf(site.line, { start, end }),
        message: `Asterisk reads ${quoted(text)} as the ${name} of ${site.spec?.name ?? ""}, which is ${read}, and finds no options: a comma is missing`,
        fixes: rewritten(
          site.line,
          { start: start + digits.length, end: start + digits.length },
          ",",
          `Change to ${quoted(`${digits},${text.slice(digits.length)}`)}`,
          false,
        ),
      };
    }
  },
};

const misplaced = sitesThat(hasNumberFirst, (site) => optionsInNumber(site) !== undefined);

/** Whether a number stands right before the options. */
function hasNumberFirst({ spec }: CalledApplication): boolean {
  const number = spec?.arguments[indexOfOptions(spec) - 1];
  return number !== undefined && numbers.has(number.kind);
}

function indexOfOptions({ arguments: given }: ApplicationSpec): number {
  return given.findIndex(({ kind }) => kind === "options");
}

interface Misplaced {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly digits: string;
}

/** A number with option letters behind it, or letters alone, right before the place of the options. */
export function optionsInNumber({ call, spec }: CallSite): Misplaced | undefined {
  if (spec === undefined) return undefined;
  const index = indexOfOptions(spec) - 1;
  const number = spec.arguments[index];
  const argument = call.arguments[index];
  if (number === undefined || argument === undefined || index >= call.certain) return undefined;
  if (!numbers.has(number.kind) || call.arguments.length > index + 1) return undefined;
  const { value, start, end, raw } = argument;
  const parts = /^(\d*)([A-Za-z].*)$/.exec(value ?? "");
  if (parts === null || raw !== value) return undefined;
  const [, digits = "", letters = ""] = parts;
  if (/^(s|ms|sec|secs|seconds|min|m)$/i.test(letters) || !areOptions(letters, spec)) return undefined;
  return { text: raw, start, end, name: number.name, digits };
}

const numbers: ReadonlySet<string> = new Set(["seconds", "milliseconds", "number"]);

function areOptions(letters: string, spec: ApplicationSpec): boolean {
  const argument = argumentOf(letters, { text: parseText(letters), unquoted: true }, undefined);
  return readOptions(letters, argument, spec).every(
    ({ known, fault, spec: option, argument: given }) =>
      known && fault === undefined && (option?.argumentRequired !== true || given !== undefined),
  );
}
