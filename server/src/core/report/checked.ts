// What a host hands to a report, and the form in which every report shows a problem: paths as the user sees
// them, lines and columns, and no secrets.

import type { Problem } from "../rules/problem.ts";
import { maskLine, maskMessage, maskSentence, maskWords, secretsOf } from "../text/secrets.ts";
import type { Span } from "../text/span.ts";
import { type Position, SourceLines } from "./source-lines.ts";

/** The problems of one installation. */
export interface Checked {
  /** Its directory as the user sees it; "." is the working directory. */
  readonly installation: string;
  readonly problems: readonly Problem[];
  /** The text of one of its files. */
  readonly text: (path: string) => string | undefined;
}

export interface Place {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

export interface ShownProblem extends Place, Pick<Problem, "rule" | "effect" | "severity"> {
  readonly installation: string;
  readonly message: string;
  readonly log: readonly string[];
  readonly runtimeLog: readonly string[];
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safe: boolean;
    readonly edits: readonly (Place & { readonly text: string })[];
  }[];
}

/** Shows the problems of one installation; remembers the lines of its files. */
export class ProblemView {
  readonly #checked: Checked;
  readonly #sources = new Map<string, SourceLines>();

  constructor(checked: Checked) {
    this.#checked = checked;
  }

  source(path: string): SourceLines {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    const made = new SourceLines(this.#checked.text(path) ?? "");
    this.#sources.set(path, made);
    return made;
  }

  /** The problem as it is shown; `--format json` prints just this, in this order. */
  show(problem: Problem): ShownProblem {
    const secrets = this.#secrets(problem);
    const sentence = (text: string): string => maskSentence(maskMessage(text, secrets));
    const { file, start, end } = this.#place(problem.file, problem.span);
    return {
      installation: this.#checked.installation,
      file,
      rule: problem.rule,
      effect: problem.effect,
      severity: problem.severity,
      message: sentence(problem.message),
      // The core has masked the values of secret options; these texts have to stay word for word otherwise.
      log: problem.log.map(maskSentence),
      runtimeLog: problem.runtimeLog.map(maskSentence),
      start,
      end,
      related: problem.related.map(({ file, span, message }) => ({
        ...this.#place(file, span),
        message: sentence(message),
      })),
      fixes: problem.fixes.map(({ title, safe, edits }) => ({
        title: sentence(title),
        safe,
        edits: edits.map(({ file, span, text }) => ({
          ...this.#place(file, span),
          text: maskWords(text.split("\n").map(maskLine).join("\n"), secrets),
        })),
      })),
    };
  }

  #place(path: string, span: Span): Place {
    const { installation } = this.#checked;
    const file = installation === "." ? path : `${installation}/${path}`;
    return { file, ...this.source(path).range(span) };
  }

  /** What stands in the lines that a problem is about and must not be quoted. */
  #secrets(problem: Problem): string[] {
    const lines = new Set<string>();
    const add = (file: string, span: Span): void => {
      const source = this.source(file);
      const text = source.line(source.position(span.start).line);
      lines.add(text.length > 8192 ? text.slice(0, 4096) : text);
    };
    add(problem.file, problem.span);
    for (const { file, span } of problem.related) add(file, span);
    for (const { edits } of problem.fixes) for (const { file, span } of edits) add(file, span);
    return [...lines].flatMap(secretsOf);
  }
}
