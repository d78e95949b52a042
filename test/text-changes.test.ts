// Changes of a document come to the same whether they are made one after the other or at once.

import assert from "node:assert/strict";
import test from "node:test";
import { TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { updateText } from "../server/src/lsp/text-changes.ts";
import { mulberry32 } from "./support/random.ts";

const open = (text: string): TextDocument =>
  TextDocument.create("file:///extensions.conf", "asterisk", 1, text);

test("changes from the end to the beginning, as an editor sends them, are those of one after the other", () => {
  const random = mulberry32(1);
  const below = (count: number): number => Math.floor(random() * count);
  const pieces = ["exten => 1,1,NoOp()", "\n", "\r\n", "a", "", "\u{1F600}", "\r"];
  for (let round = 0; round < 3000; round++) {
    // The last of the pieces, a line break of its own, changes with what comes behind it.
    const count = pieces.length - (round % 2);
    const someText = (most: number): string =>
      Array.from({ length: below(most) }, () => pieces[below(count)]).join("");
    const text = someText(30);
    const places = Array.from({ length: 2 * (1 + below(5)) }, () => below(text.length + 1)).sort(
      (a, b) => b - a,
    );
    const original = open(text);
    const changes: TextDocumentContentChangeEvent[] = [];
    for (let at = 0; at + 1 < places.length; at += 2) {
      const [end = 0, start = 0] = [places[at], places[at + 1]];
      const range = { start: original.positionAt(start), end: original.positionAt(end) };
      changes.push({ range, text: someText(4) });
    }
    if (below(4) === 0) changes.reverse();
    const expected = TextDocument.update(open(text), changes, 2).getText();
    assert.equal(updateText(open(text), changes, 2).getText(), expected, JSON.stringify([text, changes]));
  }
});
