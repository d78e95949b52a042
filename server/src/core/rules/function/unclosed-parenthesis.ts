import { walkParts } from "../../dialplan/step/functions.ts";
import { constantText } from "../../dialplan/substitution/text.ts";
import { changes, placeIn, substitutedTexts } from "../dialplan/texts.ts";
import type { DialplanRule, Finding } from "../rule.ts";
import { quoted } from "../words.ts";

export const unclosedParenthesis: DialplanRule = {
  id: "function/unclosed-parenthesis",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Function without the parenthesis that closes its arguments",
  *check(dialplan, { installation }) {
    const { functions } = installation.dialplanCatalog;
    for (const { option, source, text } of substitutedTexts(dialplan, installation)) {
      const found: Finding[] = [];
      walkParts(text, (part) => {
        if (part.kind !== "function" || !part.closed || part.argumentsClosed) return;
        const name = constantText(source, part.name);
        // What a substitution yields may close it.
        if (name === undefined || functions.function(name) === undefined) return;
        const { end } = part.arguments;
        const constant = part.arguments.parts.every(({ kind }) => kind === "literal");
        const written = source.slice(part.arguments.start, end);
        found.push({
          ...placeIn(option, { start: part.start, end: part.end }),
          message: `The function ${quoted(name)} has no ")": Asterisk takes everything up to the "}" for its arguments, and warns of it with each call`,
          runtimeLog: [
            `Can't find trailing parenthesis for function '${name}(${constant ? written : "<arguments>"}'?`,
          ],
          fixes:
            part.substring === undefined && !written.includes(":")
              ? changes(option, [{ start: end, end, text: ")" }], 'Add ")"', true)
              : [],
        });
      });
      yield* found;
    }
  },
};
