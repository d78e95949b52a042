// Knows a problem again after other lines have come, gone or moved: for baselines, and for the services that follow
// problems from one run to the next.

import type { Problem } from "../rules/problem.ts";
import { digest } from "../text/digest.ts";
import { firstIndex } from "../text/first-index.ts";
import { maskLine } from "../text/secrets.ts";
import type { SourceLines } from "./source-lines.ts";

/** More of a line does not count. */
const longestLine = 2048;

/** Names the problems of a run. Ask in the order of the report: problems that are otherwise alike are numbered. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();
  readonly #headers = new WeakMap<SourceLines, readonly number[]>();

  /**
   * What stays of a problem when lines move: its rule, its file (`path`, as the report shows it), the header of its
   * section and its line, both without secrets, comments and the blanks that mean nothing; and a number where a section
   * has the same line with the same problem again.
   */
  of({ rule, span }: Pick<Problem, "rule" | "span">, path: string, source: SourceLines): string {
    const line = source.position(span.start).line;
    const parts = [rule, path, this.#header(source, line), comparable(source, line)].join("\n");
    const before = this.#seen.get(parts) ?? 0;
    this.#seen.set(parts, before + 1);
    return digest(`${parts}\n${before}`);
  }

  /** The header of the section that a line lies in, or nothing above the first one. */
  #header(source: SourceLines, line: number): string {
    const known = this.#headers.get(source);
    const headers = known ?? headersOf(source.text);
    if (known === undefined) this.#headers.set(source, headers);
    const next = firstIndex(headers, (start) => start > source.start(line));
    const header = headers[next - 1];
    return header === undefined ? "" : comparable(source, source.position(header).line);
  }
}

/** The fingerprint of a single problem of a text; of several problems, `Fingerprints` tells those that are alike apart. */
export function fingerprint(problem: Pick<Problem, "rule" | "span" | "file">, source: SourceLines): string {
  return new Fingerprints().of(problem, problem.file, source);
}

/** Where lines begin that open a section. */
function headersOf(text: string): number[] {
  return [...text.matchAll(/^[ \t]{0,40}\[/gm)].map(({ index }) => index);
}

/** What a line says however it is formatted: no blanks around operators and commas, and no comment behind it. */
function comparable(source: SourceLines, line: number): string {
  const text = source
    .line(line)
    .slice(0, 4 * longestLine)
    .replace(/\s+/g, " ")
    .trim();
  const said = text.replace(trailingComment, "").slice(0, longestLine);
  return maskLine(said)
    .replace(/ ?(=>?|,) ?/g, "$1")
    .trim();
}

/** From a ";" on that is not escaped and opens no block; what stands alone in its line is kept. */
const trailingComment = /(?<=[^\\]);(?!--(?!-)).*$/;
