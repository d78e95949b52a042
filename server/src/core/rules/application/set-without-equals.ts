import type { DialplanRule } from "../rule.ts";
import { setCalls } from "./calls.ts";
import { placeOf } from "./places.ts";
import { shapesOf } from "./shape.ts";

export const setWithoutEquals: DialplanRule = {
  id: "application/set-without-equals",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Set without an equals sign",
  *check(dialplan, { installation }) {
    // Where a parenthesis is missing, the sign may stand behind it.
    const told = new Set(shapesOf(dialplan, installation).map(({ line }) => line));
    for (const { line, call } of setCalls(dialplan, installation)) {
      // A substitution may yield the sign.
      if (call.arguments.length > 1 || told.has(line)) continue;
      if (call.data.parts.some(({ kind }) => kind !== "literal")) continue;
      const empty = call.data.start >= call.data.end;
      yield {
        ...placeOf(line, empty ? call.application : call.data),
        message: 'There is no "=": Asterisk logs a warning and sets nothing',
        runtimeLog: [
          empty
            ? "Set requires one variable name/value pair."
            : "Set requires an '=' to be a valid assignment.",
        ],
      };
    }
  },
};
