import { sourceSpan } from "../../syntax/line.ts";
import type { DialplanRule } from "../rule.ts";
import { lineOf } from "../words.ts";
import { isStatement, sectionsNamed } from "./general.ts";

export const secondGeneral: DialplanRule = {
  id: "dialplan/second-general",
  on: "dialplan",
  effect: "line-ignored",
  summary: "Second [general], whose options are not read",
  *check({ load }) {
    const [first, ...others] = sectionsNamed(load, "general");
    if (first === undefined) return;
    for (const { header, file, options } of others) {
      if (options.every(isStatement)) continue;
      yield {
        file,
        span: sourceSpan(header, header.nameStart, header.nameEnd),
        message: `Asterisk reads the first [general] only, in ${lineOf({ line: first.header, file: first.file }, file)}: it ignores the options of this one without a message; "(+)" behind the header adds them to it`,
        related: [
          {
            file: first.file,
            span: sourceSpan(first.header, first.header.nameStart, first.header.nameEnd),
            message: "this one is read",
          },
        ],
      };
    }
  },
};
