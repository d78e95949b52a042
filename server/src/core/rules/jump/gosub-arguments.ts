import { splitText } from "../../dialplan/step/arguments.ts";
import { callSites } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { DialplanRule } from "../rule.ts";
import { quoted } from "../words.ts";

export const gosubArguments: DialplanRule = {
  id: "jump/gosub-arguments",
  on: "dialplan",
  effect: "works-otherwise",
  summary: "Arguments of Gosub behind a comma instead of in parentheses",
  *check(dialplan, { installation }) {
    for (const { line, call } of callSites(dialplan, installation, ({ name }) => name === "gosub")) {
      const { source, data } = call;
      const written = source.slice(data.start, data.end);
      // Inside a parenthesis a comma separates arguments.
      if (written.includes("(") && !written.includes("${")) continue;
      if (written.replaceAll(/\$\{[^{}]*\}/g, "").includes("(")) continue;
      const splitting = { separator: "," as const, protects: false, unquotes: false, most: 100 };
      const { slices } = splitText(source, data, splitting);
      const [, , priority, first] = slices;
      const last = slices.at(-1);
      if (priority === undefined || first === undefined || last === undefined) continue;
      const given = source.slice(first.text.start, last.text.end);
      if (given.trim() === "") continue;
      const place = { start: priority.text.end, end: last.text.end };
      yield {
        ...placeOf(line, { start: first.text.start, end: last.text.end }),
        message: `Gosub drops what follows the priority behind a comma: the subroutine gets no ${quoted(given)}; arguments stand in parentheses`,
        fixes: rewritten(line, place, `(${given})`, "Put the arguments in parentheses", false),
      };
    }
  },
};
