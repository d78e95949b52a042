// `asterisk-analyzer eval`: what a text of the dialplan becomes, and what Asterisk logs meanwhile.

import { evalJson, evalText, givenVariables, printable, substitute } from "../core/api.ts";
import { outputStyle, print } from "./output.ts";
import { UsageError } from "./usage-error.ts";

export interface EvalOptions {
  readonly var: readonly string[];
  readonly unknown: readonly string[];
  readonly format: "text" | "json";
}

/** Exit code 0: the value is known; 1: it is not, or the text has a syntax error. */
export function evalCommand(text: string, options: EvalOptions): number {
  const values = new Map(options.var.map(variable));
  const twice = options.unknown.find((name) => values.has(name));
  if (twice !== undefined) throw new UsageError(`--unknown ${printable(twice)}: --var gives it a value`);
  const found = substitute(text, givenVariables(values, new Set(options.unknown)));
  print(options.format === "json" ? evalJson(text, found) : evalText(text, found, outputStyle()));
  return found.value === undefined || found.messages.some(({ syntax }) => syntax) ? 1 : 0;
}

function variable(given: string): [name: string, value: string] {
  const equals = given.indexOf("=");
  if (equals < 1) throw new UsageError(`--var ${printable(given)}: expected NAME=VALUE`);
  return [given.slice(0, equals), given.slice(equals + 1)];
}
