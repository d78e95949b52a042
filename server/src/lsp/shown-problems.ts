// The problems of an installation as an editor shows them: positions, words and links, by file.

import {
  type ClientCapabilities,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import {
  counted,
  logNotes,
  mostTelling,
  type Problem,
  ProblemView,
  pageUrl,
  printable,
} from "../core/api.ts";
import { type EditorFiles, editorFiles } from "./editor-files.ts";
import type { OpenDocuments } from "./open-documents.ts";
import type { Snapshot } from "./snapshot.ts";

export const source = "asterisk-analyzer";

/** An editor shows no more of one file. */
const maximumPerFile = 1000;

export class ShownProblems {
  readonly #snapshot: Snapshot;
  readonly #files: EditorFiles;
  readonly #view: ProblemView;
  readonly #form: DiagnosticForm;

  constructor(snapshot: Snapshot, documents: OpenDocuments, client: ClientCapabilities) {
    this.#form = formFor(client);
    this.#snapshot = snapshot;
    this.#files = editorFiles(snapshot, documents);
    this.#view = new ProblemView({
      installation: ".",
      problems: snapshot.problems,
      text: (path) => this.#textOf(path),
    });
  }

  /** Diagnostics by place of their file. Where there are too many, one of them says so. */
  get diagnostics(): ReadonlyMap<string, readonly Diagnostic[]> {
    const byPlace = new Map<string, Problem[]>();
    for (const problem of this.#snapshot.problems) {
      const place = this.#place(problem.file);
      const known = byPlace.get(place);
      if (known === undefined) byPlace.set(place, [problem]);
      else known.push(problem);
    }
    return new Map([...byPlace].map(([place, problems]) => [place, this.#shown(problems)]));
  }

  #shown(problems: readonly Problem[]): readonly Diagnostic[] {
    if (problems.length <= maximumPerFile) return problems.map((one) => this.diagnostic(one));
    const shown = mostTelling(problems, maximumPerFile - 1);
    return [more(problems.length - shown.length), ...shown.map((one) => this.diagnostic(one))];
  }

  diagnostic(problem: Problem): Diagnostic {
    const shown = this.#view.show(problem);
    const tags = tagsOf(problem).filter((tag) => this.#form.tags.includes(tag));
    const relations = this.#form.related ? problem.related : [];
    const related = relations.map(
      ({ file, span }, index): DiagnosticRelatedInformation => ({
        location: { uri: this.#files.uri(file), range: this.#files.text(file).range(span) },
        message: printable(shown.related[index]?.message ?? ""),
      }),
    );
    return {
      range: this.#files.text(problem.file).range(problem.span),
      severity: severityOf(problem),
      code: problem.rule,
      ...(this.#form.links ? { codeDescription: { href: pageUrl(problem.rule) } } : {}),
      source,
      message: [shown.message, ...logNotes(shown)].map(printable).join("\n"),
      ...(related.length > 0 ? { relatedInformation: related } : {}),
      ...(tags.length > 0 ? { tags } : {}),
    };
  }

  /** What to call a fix. */
  titleOf(problem: Problem, fix: number): string {
    return printable(this.#view.show(problem).fixes[fix]?.title ?? "");
  }

  #place(path: string): string {
    return `${this.#snapshot.folder}/${path}`;
  }

  #textOf(path: string): string | undefined {
    const content = this.#snapshot.files.read(path);
    return typeof content === "string" ? undefined : content.text;
  }
}

/** What a client can show of a diagnostic. */
interface DiagnosticForm {
  readonly related: boolean;
  readonly links: boolean;
  readonly tags: readonly DiagnosticTag[];
}

function formFor({ textDocument }: ClientCapabilities): DiagnosticForm {
  const said = [textDocument?.publishDiagnostics ?? {}, textDocument?.diagnostic ?? {}];
  return {
    related: said.some(({ relatedInformation }) => relatedInformation === true),
    links: said.some(({ codeDescriptionSupport }) => codeDescriptionSupport === true),
    tags: said.flatMap(({ tagSupport }) => tagSupport?.valueSet ?? []),
  };
}

/** At the top of a file: that there are more. */
function more(count: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source,
    message: `${counted(count, "more problem")} of this file ${count === 1 ? "is" : "are"} not shown: an editor shows ${maximumPerFile}. asterisk-analyzer lint --format concise lists all of them.`,
  };
}

/** What we could not read is no mistake, but has to be seen in the list of problems, where hints are not. */
function severityOf({ severity, effect }: Problem): DiagnosticSeverity {
  if (severity === "error") return DiagnosticSeverity.Error;
  if (severity === "warning") return DiagnosticSeverity.Warning;
  return effect === "not-checked" ? DiagnosticSeverity.Information : DiagnosticSeverity.Hint;
}

function tagsOf({ effect, rule }: Problem): DiagnosticTag[] {
  if (effect === "legacy") return [DiagnosticTag.Deprecated];
  return /\/unused\b/.test(rule) ? [DiagnosticTag.Unnecessary] : [];
}
