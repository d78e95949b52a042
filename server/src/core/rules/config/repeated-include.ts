import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigLoad } from "../../config/load.ts";
import { sourceSpan } from "../../syntax/line.ts";
import type { ConfigRule, Related } from "../rule.ts";
import { quotedPiece } from "../words.ts";

export const repeatedInclude: ConfigRule = {
  id: "config/repeated-include",
  on: "config-fault",
  kinds: ["repeated-include"],
  effect: "works-otherwise",
  summary: "File that is included a second time",
  describe: (fault, { load }) => {
    const { text, file, span } = fault;
    const related = firstInclude(load, text).filter(
      (place) => place.file.path !== file.path || place.span.start !== span.start,
    );
    return { message: `${quotedPiece(text)} ${words(fault, load, related.length === 0)}`, related };
  },
};

function words({ text, file }: ConfigFault, load: ConfigLoad, samePlace: boolean): string {
  if (!load.files.some(({ storedName }) => storedName.startsWith(`${text}~~`)))
    return "is named in a second include: Asterisk warns, though it finds nothing to read";
  if (!samePlace) return "is included a second time: Asterisk reads it again, so all its lines count twice";
  return load.faults.some(({ kind }) => kind === "include-too-deep")
    ? "is included from within itself: Asterisk reads it again and again, ten levels deep"
    : `is included by ${file.path}, which is itself read again, so all its lines count twice`;
}

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
