import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import { constantText, parseText, type Text, type VariableRead } from "../../dialplan/substitution/text.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { lineOf, quoted } from "../words.ts";
import { isUnfinished, sectionsNamed } from "./general.ts";

/** Has a value without a channel. */
const always = /^(?:EPOCH|SYSTEMNAME|ENTITYID|AST[A-Z]+(?:DIR|BIN))$/;

export const emptyGlobal: DialplanRule = {
  id: "dialplan/empty-global",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Global variable made of one that has no value yet",
  *check(dialplan, { installation, load }) {
    if (dialplan.partial || load.root !== "extensions.conf") return;
    const options = sectionsNamed(load, "globals").flatMap((section) => section.options);
    if (!options.some(({ value }) => value.includes("${"))) return;
    const firsts = new Map<string, ConfigOption>();
    for (const option of options) {
      const name = variableName(option);
      if (!firsts.has(name)) firsts.set(name, option);
    }
    const suggestions = new Suggestions(firsts.keys(), { otherDigits: true });
    const { written } = installation.steps(dialplan);
    const known = new Set<string>();
    for (const option of options) {
      for (const read of readsOf(option)) {
        const name = constantText(option.value, read.name);
        if (name === undefined || name === "" || known.has(name) || always.test(name)) continue;
        // What steps set globally may be left over from before a reload.
        if (written.has(name) || isUnfinished(name)) continue;
        yield finding(option, read, name, firsts, suggestions);
        break;
      }
      known.add(variableName(option));
    }
  },
};

function variableName({ name }: ConfigOption): string {
  return name.replace(/^__?/, "");
}

/** Those that count: a variable in the arguments of a function may be looked up by the function itself. */
function readsOf({ value }: ConfigOption): VariableRead[] {
  if (!value.includes("${")) return [];
  const found: VariableRead[] = [];
  const collect = ({ parts }: Text): void => {
    for (const part of parts) {
      if (part.kind === "variable") found.push(part);
      else if (part.kind === "expression") collect(part.body);
      else if (part.kind === "function") collect(part.arguments);
    }
  };
  collect(parseText(value));
  return found;
}

function finding(
  option: ConfigOption,
  read: VariableRead,
  name: string,
  firsts: ReadonlyMap<string, ConfigOption>,
  suggestions: Suggestions,
): Finding {
  const written = option.value.slice(read.start, read.end);
  const later = firsts.get(name);
  const near = later === undefined ? suggestions.closest(name) : undefined;
  const why =
    later === option
      ? "it has no value of its own yet"
      : later !== undefined
        ? `${quoted(name)} gets its value in ${lineOf(later, option.file)}, which comes after it`
        : `nothing sets ${quoted(name)} before${near === undefined ? "" : ` (did you mean "${near}"?)`}, and there is no call yet`;
  return {
    ...valuePlace(option, read.start, read.end),
    message: `${quoted(written)} is empty when Asterisk reads this line: ${why}`,
    related: later === undefined || later === option ? [] : [{ ...valuePlace(later), message: "its value" }],
  };
}
