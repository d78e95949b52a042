// Colours lines of Asterisk configuration by the grammars of the extension: spans with a class for each kind of piece.

import type { IGrammar } from "vscode-textmate";
import { grammarOf, tokenize } from "../../test/support/grammars.ts";
import { escapeHtml } from "./html.ts";

/** A piece of a line and its class; "" for plain text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** A part of a line that gets a mark of its own. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** Beginnings of scopes, the more special ones first, and the class of each. */
const kinds: readonly (readonly [scope: string, kind: string])[] = [
  ["comment", "comment"],
  ["entity.name", "name"],
  ["storage", "word"],
  ["keyword.operator", "operator"],
  ["keyword", "word"],
  ["support.function", "function"],
  ["support", "constant"],
  ["constant", "constant"],
  ["variable.other.property", "option"],
  ["variable.other.enummember", "constant"],
  ["variable", "variable"],
  ["string", "string"],
  ["punctuation", "operator"],
];

const scopeNames: Readonly<Record<string, string>> = {
  pjsip: "source.asterisk.pjsip",
  extensions: "source.asterisk.dialplan",
};

const grammars = new Map<string, IGrammar>();

/** Loads the grammars; `colourLines` needs them. */
export async function loadColours(): Promise<void> {
  for (const name of ["source.asterisk", ...Object.values(scopeNames)])
    grammars.set(name, await grammarOf(name));
}

/** HTML for each line of a file; `marks` by the number of a line from 0. */
export function colourLines(
  file: string,
  lines: readonly string[],
  marks: ReadonlyMap<number, readonly Marked[]> = new Map(),
): string[] {
  const start = /^(pjsip|extensions)(?:[_.-].*)?\.conf$/.exec(file)?.[1] ?? "";
  const grammar = grammars.get(scopeNames[start] ?? "source.asterisk");
  if (grammar === undefined) throw new Error("the grammars are not loaded");
  const tokens = tokenize(grammar, lines);
  return lines.map((line, index) => {
    const pieces = (tokens[index] ?? []).map(({ start, end, scopes }) => ({
      start,
      end,
      kind: kindOf(scopes),
    }));
    return withMarks(line, pieces, marks.get(index) ?? []);
  });
}

function kindOf(scopes: readonly string[]): string {
  for (const scope of scopes.toReversed()) {
    const found = kinds.find(([beginning]) => scope.startsWith(beginning));
    if (found !== undefined) return found[1];
  }
  return "";
}

/** The line cut wherever a colour or a mark begins or ends. */
function withMarks(line: string, pieces: readonly Piece[], marks: readonly Marked[]): string {
  let html = "";
  let at = 0;
  for (const mark of marks) {
    if (mark.start < at) continue;
    html += coloured(line, pieces, at, mark.start);
    html += `<mark class="${mark.kind}">${coloured(line, pieces, mark.start, mark.end)}</mark>`;
    at = mark.end;
  }
  return html + coloured(line, pieces, at, line.length);
}

function coloured(line: string, pieces: readonly Piece[], start: number, end: number): string {
  let html = "";
  for (const piece of pieces) {
    const text = escapeHtml(line.slice(Math.max(piece.start, start), Math.min(piece.end, end)));
    if (Math.max(piece.start, start) >= Math.min(piece.end, end)) continue;
    html += piece.kind === "" ? text : `<span class="c-${piece.kind}">${text}</span>`;
  }
  return html;
}
