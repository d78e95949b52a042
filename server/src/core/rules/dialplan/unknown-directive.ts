import { asciiLower } from "../../text/ascii.ts";
import { closest, editDistance } from "../../text/closest.ts";
import type { DialplanFaultRule } from "../rule.ts";
import { quoted } from "../words.ts";
import { replaced } from "./words.ts";

const statements = ["exten", "same", "include", "ignorepat", "switch", "lswitch", "eswitch", "autohints"];

export const unknownDirective: DialplanFaultRule = {
  id: "dialplan/unknown-directive",
  on: "dialplan-fault",
  kinds: ["unknown-statement"],
  effect: "line-ignored",
  summary: "Line of a context that is no statement of the dialplan",
  describe: (fault) => {
    const { option } = fault;
    const near = closest(option.name, statements);
    if (near === undefined) {
      const variable = /^[A-Z][A-Z0-9_]*$/.test(option.name)
        ? "; global variables are set in [globals] only"
        : "";
      return { message: `A context has no ${quoted(option.name)}: Asterisk ignores the line${variable}` };
    }
    const certain = editDistance(asciiLower(option.name), near, 2) < 2;
    return {
      message: `A context has no ${quoted(option.name)} (did you mean "${near}"?): Asterisk ignores the line`,
      fixes: replaced(fault, near, `Change to "${near}"`, certain),
    };
  },
};
