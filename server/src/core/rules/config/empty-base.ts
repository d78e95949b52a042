import { modifierSpan, sourceSpan } from "../../syntax/line.ts";
import { fixOf } from "../fix.ts";
import type { LoadRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { headers, tidyModifiers } from "./headers.ts";

export const emptyBase: LoadRule = {
  id: "config/empty-base",
  on: "load",
  effect: "works-otherwise",
  summary: "Empty item in the options of a header",
  *check(load) {
    const first = load.sections[0];
    if (first === undefined) return;
    for (const header of headers(load, ({ modifiers }) => modifiers.some(({ text }) => text === ""))) {
      const { file, line } = header;
      const item = line.modifiers.find(({ text }) => text === "");
      // The very first header has nothing to inherit from: Asterisk rejects it.
      if (item === undefined || line === first.header) continue;
      if (
        load.faults.some((fault) => fault.kind === "unknown-base" && fault.text === "" && fault.file === file)
      )
        continue;
      const edit = tidyModifiers(header);
      yield {
        file,
        span: modifierSpan(line, { start: item.start - 1, end: item.end + 1 }),
        message: `An empty item takes everything over from the first section, which is ${quotedPiece(first.name)}`,
        related: [
          {
            file: first.file,
            span: sourceSpan(first.header, first.header.nameStart, first.header.nameEnd),
            message: "inherited from here",
          },
        ],
        fixes: fixOf(edit, "Remove the empty item", false),
      };
    }
  },
};
