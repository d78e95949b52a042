import { maximumNameBytes } from "../../config/open-section.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { byteLength, firstBytes } from "../../text/bytes.ts";
import type { LoadRule } from "../rule.ts";
import { headers } from "./headers.ts";

export const longSectionName: LoadRule = {
  id: "config/long-section-name",
  on: "load",
  effect: "works-otherwise",
  summary: "Section name that Asterisk cuts",
  *check(load) {
    for (const { file, line } of headers(load, ({ name }) => name.length * 3 > maximumNameBytes)) {
      const adds = line.modifiers.some(({ text }) => text.startsWith("+"));
      if (adds || byteLength(line.name) <= maximumNameBytes) continue;
      yield {
        file,
        span: sourceSpan(line, line.nameStart, line.nameEnd),
        message: `Asterisk keeps ${maximumNameBytes} bytes of a section name and calls this one "${firstBytes(line.name, maximumNameBytes)}"`,
      };
    }
  },
};
