import type { ConfigLoad } from "../../config/load.ts";
import { sourceSpan } from "../../syntax/line.ts";
import type { ConfigRule, Related } from "../rule.ts";
import { quoted } from "./wording.ts";

export const repeatedInclude: ConfigRule = {
  id: "config/repeated-include",
  on: "config-fault",
  kinds: ["repeated-include"],
  effect: "works-otherwise",
  summary: "File that is included a second time",
  describe: ({ text, file, span }, { load }) => {
    const related = firstInclude(load, text).filter(
      (place) => place.file.path !== file.path || place.span.start !== span.start,
    );
    return {
      message:
        related.length === 0
          ? `${quoted(text)} is included from within itself: Asterisk reads it again and again, ten levels deep`
          : `${quoted(text)} is included a second time: Asterisk reads it again, so all its lines count twice`,
      related,
    };
  },
};

/** Where a file is first included under that name. */
function firstInclude(load: ConfigLoad, argument: string): Related[] {
  for (const file of load.files) {
    for (const line of file.lines.lines) {
      if (line.kind !== "directive" || line.argument !== argument) continue;
      const span = sourceSpan(line, line.argumentStart, line.argumentEnd);
      return [{ file, span, message: "included here first" }];
    }
  }
  return [];
}
