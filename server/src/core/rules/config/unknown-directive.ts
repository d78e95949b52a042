import type { ConfigFault } from "../../config/fault.ts";
import { type DirectiveLine, sourceSpan } from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import type { ConfigRule, Description, Fix } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { lineOf } from "./words.ts";

const directives = ["include", "tryinclude", "exec"];

export const unknownDirective: ConfigRule = {
  id: "config/unknown-directive",
  on: "config-fault",
  kinds: ["unknown-directive"],
  effect: "line-ignored",
  summary: "Line that starts with # and is no directive",
  describe: (fault) => {
    const line = lineOf(fault);
    if (line?.kind !== "directive") return undefined;
    const joined = /^(include|tryinclude|exec)["<]/i.exec(line.word)?.[1];
    if (joined !== undefined) {
      const at = line.wordStart + joined.length;
      const edits = [{ file: fault.file, span: sourceSpan(line, at, at), text: " " }];
      return {
        message: `A blank is missing after ${quotedPiece(`#${joined}`)}: Asterisk skips the line`,
        fixes: line.cooked === undefined ? [{ title: "Add the blank", safe: false, edits }] : [],
      };
    }
    // A word alone on its line names no file, so it is hardly meant as a directive.
    const near = line.argument === undefined ? undefined : closest(asciiLower(line.word), directives);
    return near === undefined ? comment(fault, line) : mistyped(fault, line, near);
  },
};

function mistyped(fault: ConfigFault, line: DirectiveLine, near: string): Description {
  const edits = [{ file: fault.file, span: sourceSpan(line, line.wordStart, line.wordEnd), text: near }];
  return {
    message: `Asterisk knows no directive ${quotedPiece(`#${line.word}`)} (did you mean "#${near}"?) and skips the line`,
    fixes: [{ title: `Change to "#${near}"`, safe: false, edits }],
  };
}

function comment({ file, span }: ConfigFault, line: DirectiveLine): Description {
  const message =
    line.word === ""
      ? 'A comment starts with ";", not "#": Asterisk warns of an unknown directive and skips the line'
      : `Asterisk knows no directive ${quotedPiece(`#${line.word}`)} and skips the line; a comment starts with ";"`;
  const rest = file.lines.text.slice(span.start + 1, line.end);
  const apart = /^[ \t]+(?=(?:include|tryinclude|exec)[ \t])/i.exec(rest)?.[0];
  if (apart !== undefined && line.cooked === undefined) {
    const blank = { start: span.start + 1, end: span.start + 1 + apart.length };
    const edits = [{ file, span: blank, text: "" }];
    return {
      message: 'A blank stands behind "#": Asterisk knows no such directive and skips the line',
      fixes: [{ title: "Remove the blank", safe: false, edits }],
    };
  }
  // With another ";" in the line it would begin or end elsewhere than now.
  if (rest.includes(";")) return { message };
  const sign = rest.startsWith("--") ? "; " : ";";
  const edits = [{ file, span: { start: span.start, end: span.start + 1 }, text: sign }];
  const fix: Fix = { title: 'Start the comment with ";"', safe: true, edits };
  return { message, fixes: [fix] };
}
