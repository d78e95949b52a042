import type { FunctionArgumentSpec } from "../../catalog/dialplan-spec.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";
import { type FunctionSite, functionSites } from "./sites.ts";
import { consequence } from "./words.ts";

export const invalidFunctionArgument: DialplanRule = {
  id: "function/invalid-argument",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Word that a function does not take",
  *check(dialplan, { installation }) {
    for (const site of functionSites(dialplan, installation)) {
      const { use, spec } = site;
      if (spec === undefined || spec.undocumented === true) continue;
      const specs = (use.access === "write" ? spec.writeArguments : undefined) ?? spec.arguments;
      const certain = Math.min(use.certain, use.arguments.length, specs.length);
      for (let index = 0; index < certain; index++) {
        const argument = use.arguments[index];
        const expected = specs[index];
        if (argument === undefined || expected?.kind !== "enum") continue;
        if (isWrong(argument, expected)) yield finding(site, argument, expected);
      }
    }
  },
};

function isWrong({ value }: Argument, spec: FunctionArgumentSpec): boolean {
  if (value === undefined || value.trim() === "") return false;
  if (spec.open === true || spec.otherValues === true || spec.forms !== undefined) return false;
  if (spec.separator !== undefined || spec.repeatable === true || spec.parts !== undefined) return false;
  const words = wordsOf(spec);
  if (words.length === 0) return false;
  const word = value.trim();
  if (words.some((each) => (spec.caseSensitive === true ? each === word : same(each, word)))) return false;
  return spec.pattern === undefined || !new RegExp(`^(?:${spec.pattern})$`, "i").test(word);
}

function same(left: string, right: string): boolean {
  return asciiLower(left) === asciiLower(right);
}

function wordsOf({ values = [], items = [] }: FunctionArgumentSpec): readonly string[] {
  return [...values, ...items.map(({ name }) => name)];
}

function finding(
  { option, use, name }: FunctionSite,
  argument: Argument,
  spec: FunctionArgumentSpec,
): Finding {
  const words = wordsOf(spec);
  const word = argument.value ?? argument.raw;
  const near = closest(word, words);
  const choices = words.length > 12 ? "" : ` (it takes ${words.join(", ")})`;
  const meant = near === undefined ? choices : ` (did you mean ${quoted(near)}?)`;
  const cased = near !== undefined && same(near, word) ? "; case counts here" : "";
  return {
    ...placeIn(option, argument),
    message: `The function ${quoted(name)} knows no ${quoted(word)}${meant}${cased}: ${consequence(use)}`,
    fixes:
      near === undefined
        ? []
        : changes(
            option,
            [{ start: argument.start, end: argument.end, text: near }],
            `Change to ${quoted(near)}`,
            cased !== "",
          ),
  };
}
