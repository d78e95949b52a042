// The outline of a file as an indented list, with the lines of each symbol.

import { LineIndex } from "../../server/src/core/api.ts";
import { type FileSymbol, fileSymbols } from "../../server/src/core/editor-api.ts";
import type { Answer } from "./answers.ts";

export const symbolsAnswer: Answer = (subject) => {
  const index = new LineIndex(subject.text);
  const shown = ({ name, detail, kind, span, children }: FileSymbol, depth: number): string[] => {
    const first = index.position(span.start).line;
    const last = index.position(span.end).line;
    const lines = first === last ? `${first}` : `${first}-${last}`;
    const own = `${"  ".repeat(depth)}${kind} ${name}${detail === "" ? "" : ` (${detail})`} ${lines}`;
    return [own, ...children.flatMap((child) => shown(child, depth + 1))];
  };
  return fileSymbols(subject)
    .flatMap((symbol) => shown(symbol, 0))
    .join("\n");
};
