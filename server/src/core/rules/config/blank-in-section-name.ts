import { type SectionLine, sourceSpan } from "../../syntax/line.ts";
import type { LoadRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { headers } from "./headers.ts";

/** Blanks, and what looks like one: no-break spaces and marks of no width. */
const edges = /^[\0-\x20\u00a0\u200b\u2060\ufeff]+|[\0-\x20\u00a0\u200b\u2060\ufeff]+$/g;

/** Sorts out nearly all names without the regular expression. */
function isPadded({ name }: SectionLine): boolean {
  const isOdd = (unit: number): boolean => unit <= 32 || unit >= 128;
  return name !== "" && (isOdd(name.charCodeAt(0)) || isOdd(name.charCodeAt(name.length - 1)));
}

export const blankInSectionName: LoadRule = {
  id: "config/blank-in-section-name",
  on: "load",
  effect: "works-otherwise",
  summary: "Section name with a blank at its beginning or end",
  *check(load) {
    for (const { file, line } of headers(load, isPadded)) {
      const name = line.name.replace(edges, "");
      const adds = line.modifiers.some(({ text }) => text.startsWith("+"));
      if (name === line.name || name === "" || adds) continue;
      const span = sourceSpan(line, line.nameStart, line.nameEnd);
      yield {
        file,
        span,
        message: `The blank belongs to the section name ${quotedPiece(line.name)}: nothing that names "${name}" finds it`,
        fixes:
          line.cooked === undefined
            ? [{ title: "Remove the blank", safe: false, edits: [{ file, span, text: name }] }]
            : [],
      };
    }
  },
};
