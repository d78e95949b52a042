// The pages in test/grammar: lines of configuration (">") and, below each, the scopes that colour them ("#").
// `UPDATE=1` writes the scopes; read the diff then.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { grammarOf, scopeNames, type Token, tokenize } from "./support/grammars.ts";

const { UPDATE } = process.env;
const folder = "test/grammar";

for (const page of readdirSync(folder).sort()) {
  test(page, async () => {
    const path = join(folder, page);
    const text = readFileSync(path, "utf8");
    const written = await pageWithScopes(text);
    if (UPDATE === undefined) assert.equal(text, written);
    else writeFileSync(path, written);
  });
}

/** Names whose colours the themes that come with VS Code know, or whose text is meant to look like plain text. */
const coloured =
  /^(?:comment|constant|entity\.name|entity\.other|keyword|meta|punctuation|storage|string|support|variable)\b/;

test("scopes are names that themes know", async () => {
  const lines = readdirSync(folder).flatMap((page) => sourceLines(readFileSync(join(folder, page), "utf8")));
  for (const scopeName of scopeNames) {
    const scopes = tokenize(await grammarOf(scopeName), lines)
      .flat()
      .flatMap((token) => token.scopes);
    const odd = scopes.flatMap((scope) => scope.split(" ")).filter((scope) => !coloured.test(scope));
    assert.deepEqual([...new Set(odd)], []);
  }
});

const pieces: readonly string[] = [
  "${",
  "}",
  "$[",
  "]",
  "(",
  ")",
  "[",
  "{{",
  "}}",
  "<%",
  ";--",
  "--;",
  "\\;",
  '"',
  "a",
  "1.",
  ",",
  "=",
  "n,",
  "X",
  "sip:a@b",
  "::",
  "/",
  "&",
  "${A(",
  "{%",
  "a ",
  "!",
  "ulaw,",
  "#",
  " ",
];

const starts: Readonly<Record<string, readonly string[]>> = {
  "source.asterisk": ["", "[", "key = ", "#include "],
  "source.asterisk.pjsip": ["type = ", "allow = ", "contact = "],
  "source.asterisk.dialplan": ["exten => ", "exten => 1,1,A(", "same => n,"],
};

test("a line of 10,000 characters is coloured quickly, whatever it holds", async () => {
  for (const scopeName of scopeNames) {
    const grammar = await grammarOf(scopeName);
    for (const start of starts[scopeName] ?? []) {
      for (const piece of pieces) {
        const line = longLine(start, piece);
        const begin = performance.now();
        tokenize(grammar, [line]);
        const spent = performance.now() - begin;
        assert.ok(spent < 2_000, `${scopeName}: "${start}" and many "${piece}" took ${Math.round(spent)} ms`);
      }
    }
  }
});

/** Asterisk gives up substitution after 15 levels; 100 of what nests are plenty, the rest of the line is text. */
function longLine(start: string, piece: string): string {
  const opens = /^(?:\$\{|\$\[|\[|;--|\$\{A\()$/.test(piece);
  return (start + piece.repeat(opens ? 100 : 10_000)).padEnd(10_000, "a,b ").slice(0, 10_000);
}

test("an unfinished line does not colour the next one", async () => {
  for (const scopeName of scopeNames) {
    const grammar = await grammarOf(scopeName);
    const next = "key = yes";
    const alone = tokenize(grammar, [next]);
    for (const start of starts[scopeName] ?? []) {
      for (const piece of pieces.filter((text) => text !== ";--")) {
        const both = tokenize(grammar, [start + piece, next]);
        assert.deepEqual(both[1], alone[0], `${scopeName}: ${start}${piece}`);
      }
    }
  }
});

function sourceLines(page: string): string[] {
  return page
    .split("\n")
    .filter((line) => line.startsWith(">"))
    .map((line) => line.slice(2));
}

/** The page with the scopes written below its lines. Its first line names the grammar. */
async function pageWithScopes(page: string): Promise<string> {
  const lines = page.split("\n").filter((line) => !line.startsWith("#"));
  const grammar = await grammarOf(/^[\w.]+/.exec(lines[0] ?? "")?.[0] ?? "");
  const tokens = tokenize(grammar, sourceLines(page));
  let index = 0;
  return lines
    .flatMap((line) => (line.startsWith(">") ? [line, ...scopeLines(tokens[index++] ?? [])] : [line]))
    .join("\n");
}

/** Blanks, and what only says where something stands ("meta"), have no colour. */
function scopeLines(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ start, end, scopes }) => {
    const names = scopes
      .flatMap((scope) => scope.split(" "))
      .filter((scope) => !/^meta\.(?!embedded)/.test(scope))
      .map((scope) => scope.replace(/\.asterisk$/, ""));
    if (names.length === 0 || end <= start) return [];
    return [`# ${" ".repeat(start)}${"^".repeat(end - start)} ${names.join(" > ")}`];
  });
}
