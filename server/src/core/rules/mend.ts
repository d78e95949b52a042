// Applies fixes in memory, again and again until nothing changes: a fix can uncover the next mistake of an object,
// and of two fixes that touch, one waits for the other.

import type { FileContent, Files } from "../config/files.ts";
import { EditedText } from "../text/edited-text.ts";
import { EditCollector, type TextEdit } from "../text/edits.ts";
import type { Problem } from "./problem.ts";

export interface MendRequest {
  readonly files: Files;
  /** The problems as they are, where that is known. */
  readonly problems?: readonly Problem[];
  /** The problems of an installation with the given files. */
  readonly check: (files: Files) => readonly Problem[];
  readonly allows: (fix: Problem["fixes"][number], problem: Problem) => boolean;
  /** Whether a file may be changed. */
  readonly mayChange: (file: string) => boolean;
}

/** An installation after its fixes: the changes, the problems that fixes mended, and what is left. */
export interface Mended {
  readonly files: EditedFiles;
  readonly mended: readonly Problem[];
  readonly problems: readonly Problem[];
}

const maximumRounds = 10;

export function mendFiles(request: MendRequest): Mended {
  const files = new EditedFiles(request.files);
  const mended: Problem[] = [];
  let problems = request.problems ?? request.check(files);
  for (let round = 0; round < maximumRounds; round++) {
    const { edits, applied } = chooseFixes(problems, request);
    if (applied.length === 0) break;
    let changed = false;
    for (const [path, fileEdits] of edits.byFile) changed = files.edit(path, fileEdits) || changed;
    if (!changed) break;
    mended.push(...applied);
    problems = request.check(files);
  }
  return { files, mended, problems };
}

/** The files of an installation with edits in memory. */
export class EditedFiles implements Files {
  readonly #base: Files;
  readonly #texts = new Map<string, EditedText>();
  readonly #contents = new Map<string, FileContent>();
  readonly list: Files["list"];

  constructor(base: Files) {
    this.#base = base;
    this.list = base.list;
  }

  readonly read = (path: string): FileContent => this.#contents.get(path) ?? this.#base.read(path);

  /** Whether that changed anything. */
  edit(path: string, edits: readonly TextEdit[]): boolean {
    const content = this.read(path);
    if (typeof content === "string") return false;
    const edited = this.#texts.get(path) ?? new EditedText(content.text);
    this.#texts.set(path, edited);
    edited.apply(edits);
    this.#contents.set(path, { path, text: edited.text });
    return edited.text !== content.text;
  }

  /** Path, old text, new text and the edits between them of each file that became different. */
  get changes(): {
    readonly path: string;
    readonly before: string;
    readonly after: string;
    readonly edits: readonly TextEdit[];
  }[] {
    const changed = [...this.#texts].filter(([, { original, text }]) => original !== text);
    return changed.map(([path, { original, text, edits }]) => ({
      path,
      before: original,
      after: text,
      edits,
    }));
  }
}

function chooseFixes(
  problems: readonly Problem[],
  { allows, mayChange }: MendRequest,
): { readonly edits: EditCollector; readonly applied: Problem[] } {
  const edits = new EditCollector();
  const applied: Problem[] = [];
  for (const problem of problems) {
    const usable = problem.fixes.filter(
      (fix) => allows(fix, problem) && fix.edits.every(({ file }) => mayChange(file)),
    );
    const fix = usable.find(({ safe }) => safe) ?? usable[0];
    if (fix !== undefined && edits.add(fix.edits)) applied.push(problem);
  }
  return { edits, applied };
}
