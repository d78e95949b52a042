import { functionsOfOne, functionsOfTwo } from "../../dialplan/expression/math-functions.ts";
import { changes, placeIn } from "../dialplan/texts.ts";
import type { DialplanRule } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import { expressionsWith, isConstant } from "./expressions.ts";

export const unknownExpressionFunction: DialplanRule = {
  id: "expression/unknown-function",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Function in an expression that Asterisk does not have",
  *check(dialplan, { installation }) {
    const { functions } = installation.dialplanCatalog;
    const known = new Set(installation.settings.knownFunctions);
    const suggestions = new Suggestions(
      [...Object.keys(functionsOfOne), ...Object.keys(functionsOfTwo), ...functions.names()],
      { otherDigits: true },
    );
    for (const { option, parsed, place } of expressionsWith(dialplan, installation, ["("])) {
      for (const node of parsed.nodes) {
        if (node.kind !== "call" || !isConstant(node.name.text)) continue;
        const { text } = node.name;
        const upper = /^[A-Z_0-9]*$/.test(text);
        if (upper && (Object.hasOwn(functionsOfOne, text) || Object.hasOwn(functionsOfTwo, text))) continue;
        if (upper && (functions.ofAnyVersion(text) !== undefined || known.has(text))) continue;
        if (upper && installation.elsewhere().mayBeOdbcFunction(text)) continue;
        const near = suggestions.closest(text);
        yield {
          ...placeIn(option, place(node.name)),
          message: `Asterisk has no function ${quoted(text)}${near === undefined ? "" : ` (did you mean ${quoted(near)}?)`}: the value is 0`,
          fixes:
            near === undefined
              ? []
              : changes(
                  option,
                  [{ ...place(node.name), text: near }],
                  `Change to ${quoted(near)}`,
                  near === text.toUpperCase(),
                ),
          runtimeLog: [
            upper
              ? `Error! '${text}' doesn't appear to be an available function!`
              : `Error! '${text}' is not possibly a function name!`,
          ],
        };
      }
    }
  },
};
