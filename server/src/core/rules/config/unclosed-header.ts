import type { ConfigFault } from "../../config/fault.ts";
import { sourceSpan } from "../../syntax/line.ts";
import type { ConfigRule, Fix } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { consequence, headerOf } from "./words.ts";

export const unclosedHeader: ConfigRule = {
  id: "config/unclosed-header",
  on: "config-fault",
  kinds: ["no-closing-bracket", "no-closing-parenthesis"],
  effect: "file-rejected",
  summary: "Section header without its closing bracket",
  describe: (fault, context) => {
    const { file, span } = fault;
    const header = file.lines.text.slice(span.start, span.end);
    const missing = fault.kind === "no-closing-bracket" ? "]" : ")";
    const reason = isCutByComment(fault) ? `, because the ";" behind it starts a comment` : "";
    return {
      message: `${quotedPiece(header)} has no "${missing}"${reason}: ${consequence(fault, context)}`,
      fixes: fixes(fault, missing),
    };
  },
};

/** Whether a ";" within the brackets ended the line for Asterisk. */
function isCutByComment({ file, span, kind }: ConfigFault): boolean {
  const rest = file.lines.text.slice(span.end, span.end + 200);
  return kind === "no-closing-bracket" ? /^;[^\s\];]*\]/.test(rest) : /^;[^\s);]*\)/.test(rest);
}

function fixes(fault: ConfigFault, missing: string): Fix[] {
  const { file, span } = fault;
  const line = headerOf(fault);
  if (line === undefined || line.cooked !== undefined) return [];
  const fix = (title: string, start: number, end: number, text: string): Fix[] => [
    { title, safe: false, edits: [{ file, span: sourceSpan(line, start, end), text }] },
  ];
  if (isCutByComment(fault)) return missing === "]" ? fix('Write "\\;"', span.end, span.end, "\\") : [];
  const text = file.lines.text.slice(span.start, span.end);
  if (text.includes("=") && missing === "]") return [];
  const options = missing === "]" ? /^(\[[^(]*?)(\s*)\(.*\)$/.exec(text) : null;
  if (options !== null) {
    const from = span.start + (options[1] ?? "").length;
    return fix('Add "]"', from, from + (options[2] ?? "").length, "]");
  }
  const wrong = missing === "]" ? /^\[[^()]*[})>]$/ : /[}\]>]$/;
  return wrong.test(text)
    ? fix(`Change to "${missing}"`, span.end - 1, span.end, missing)
    : fix(`Add "${missing}"`, span.end, span.end, missing);
}
