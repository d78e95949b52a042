import { variable } from "../../catalog/variables.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { linesThat } from "../../workspace/per-context.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";

export const withoutBraces: DialplanRule = {
  id: "variable/without-braces",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Variable without braces, which stays as it is written",
  *check(dialplan, { installation }) {
    const steps = installation.steps(dialplan);
    const { written } = steps;
    const isVariable = (name: string): boolean =>
      written.has(name) || dialplan.globals.has(name) || variable(name) !== undefined;
    for (const line of suspicious(steps)) {
      const meant = dollarWords(line).filter(({ name }) => isVariable(name));
      for (const word of meant) yield finding(line.step.option, word);
    }
  },
};

const suspicious = linesThat(
  ({ lines }) => lines,
  (line) => line.step.option.value.includes("$") && dollarWords(line).length > 0,
);

function finding(option: ConfigOption, { start, end, name, inParentheses }: DollarWord): Finding {
  const written = inParentheses ? `$(${name})` : `$${name}`;
  const text = `\${${name}}`;
  return {
    ...placeIn(option, { start, end }),
    message: `Without braces ${quoted(written)} is just text: write ${quoted(text)} for the variable`,
    fixes: changes(option, [{ start, end, text }], `Change to ${quoted(text)}`, false),
  };
}

interface DollarWord {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** `$(NAME)`. */
  readonly inParentheses: boolean;
}

/** `$NAME` in the arguments of a step, but not where a shell would read it. */
function dollarWords({ step, call }: StepLine): DollarWord[] {
  if (call === undefined || shells.has(call.name)) return [];
  const { value } = step.option;
  const found: DollarWord[] = [];
  for (
    let at = value.indexOf("$", step.data.start);
    at >= 0 && at < step.data.end;
    at = value.indexOf("$", at + 1)
  ) {
    const next = value.charCodeAt(at + 1);
    // Nearly all of them are in order.
    if (next === 0x7b || next === 0x5b) continue;
    const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(value.slice(at + 1, Math.min(step.data.end, at + 81)))?.[0];
    if (value[at - 1] === "\\") continue;
    if (name !== undefined) found.push({ start: at, end: at + 1 + name.length, name, inParentheses: false });
    const inner = /^\(([A-Za-z_][A-Za-z0-9_]*)\)/.exec(
      value.slice(at + 1, Math.min(step.data.end, at + 83)),
    )?.[1];
    if (inner !== undefined && !value.includes("SHELL("))
      found.push({ start: at, end: at + 3 + inner.length, name: inner, inParentheses: true });
  }
  return found;
}

/** Applications whose text goes to a shell, or is only shown. */
const shells: ReadonlySet<string> = new Set(["system", "trysystem", "mixmonitor", "monitor", "externalivr"]);
