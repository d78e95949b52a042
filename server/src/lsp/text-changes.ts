// Changes of a document as an editor sends them. A rename or "replace all" comes as thousands of changes at once, each of
// which would copy the whole text.

import {
  type Position,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";

interface RangedChange {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}

/** What `TextDocument.update` does. Changes from the end of the text to its beginning are made at once. */
export function updateText(
  document: TextDocument,
  changes: TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  const text = document.getText();
  // A line break of "\r" alone becomes another one as soon as a "\n" comes to stand behind it.
  if (
    changes.length < 2 ||
    !areBackwards(changes) ||
    [text, ...changes.map((change) => change.text)].some(hasLoneReturn)
  )
    return TextDocument.update(document, changes, version);
  const edits = changes.map(({ range, text: newText }) => ({ range, newText })).reverse();
  return TextDocument.update(document, [{ text: TextDocument.applyEdits(document, edits) }], version);
}

/** Whether each change ends where the one made before it begins, or above that: then no change moves the places of another. */
function areBackwards(changes: readonly TextDocumentContentChangeEvent[]): changes is RangedChange[] {
  let before: Position | undefined;
  for (const change of changes) {
    if (!("range" in change) || isBehind(change.range.start, change.range.end)) return false;
    if (before !== undefined && isBehind(change.range.end, before)) return false;
    before = change.range.start;
  }
  return true;
}

function hasLoneReturn(text: string): boolean {
  return /\r(?!\n)/.test(text);
}

function isBehind(left: Position, right: Position): boolean {
  return left.line > right.line || (left.line === right.line && left.character > right.character);
}
