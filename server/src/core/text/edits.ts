// Changes of texts: which of many can be made together, and the text afterwards.

import { firstIndex } from "./first-index.ts";
import type { Span } from "./span.ts";

export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** An edit of one of several files. */
export interface FileEdit extends TextEdit {
  readonly file: string;
}

/** Collects changes of files. A change is made as a whole or, where it touches another one, not at all. */
export class EditCollector {
  readonly #byFile = new Map<string, FileEdit[]>();

  /** Takes a change in; false where it meets one that is already in. */
  add(edits: readonly FileEdit[]): boolean {
    const own = [...edits].sort(inOrder);
    const clashes = own.some((edit, index) => {
      const next = own[index + 1];
      if (next !== undefined && next.file === edit.file && touch(edit, next)) return true;
      return this.#neighbours(edit).some((other) => touch(edit, other));
    });
    if (clashes || own.length === 0) return false;
    for (const edit of own) {
      const list = this.#byFile.get(edit.file);
      if (list === undefined) this.#byFile.set(edit.file, [edit]);
      else list.splice(placeFor(list, edit), 0, edit);
    }
    return true;
  }

  /** The edits by file, each list sorted and free of overlaps. */
  get byFile(): ReadonlyMap<string, readonly FileEdit[]> {
    return this.#byFile;
  }

  /** The edits in front of and behind the place where an edit would go. */
  #neighbours(edit: FileEdit): FileEdit[] {
    const list = this.#byFile.get(edit.file) ?? [];
    const place = placeFor(list, edit);
    return list.slice(Math.max(0, place - 1), place + 1);
  }
}

/** The text after edits that are sorted and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, text: inserted } of edits) {
    parts.push(text.slice(at, span.start), inserted);
    at = span.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

function inOrder(left: FileEdit, right: FileEdit): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.span.start - right.span.start || left.span.end - right.span.end;
}

/** Two insertions at one place touch as well: nobody knows which comes first. */
function touch(left: TextEdit, right: TextEdit): boolean {
  const sameStart = left.span.start === right.span.start;
  return sameStart || (left.span.start < right.span.end && right.span.start < left.span.end);
}

/** Where an edit goes in a sorted list. */
function placeFor(list: readonly FileEdit[], edit: FileEdit): number {
  return firstIndex(list, ({ span }) => span.start >= edit.span.start);
}
