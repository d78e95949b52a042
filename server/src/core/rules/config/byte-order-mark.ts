// Of the files that one wildcard matches only the first may begin with a byte-order mark. In any later file the
// mark is text: it hides the header behind it, or makes a line of its own before a comment.

import type { ConfigFault } from "../../config/fault.ts";
import type { Fix } from "../rule.ts";
import { quotedPiece } from "../words.ts";

/** What to say of a line that a byte-order mark spoils; undefined for any other line. */
export function spoiledByMark({ text, file, span }: ConfigFault): { reason: string; fix: Fix } | undefined {
  const [, marks = "", hidden = ""] = /^(\ufeff+)((?:[[#].*)?)$/.exec(text) ?? [];
  if (marks === "") return undefined;
  const edits = [{ file, span: { start: span.start, end: span.start + marks.length }, text: "" }];
  return {
    reason:
      hidden === ""
        ? "Asterisk takes the byte-order mark for text"
        : `A byte-order mark hides ${quotedPiece(hidden)}`,
    fix: { title: "Remove the byte-order mark", safe: true, edits },
  };
}
