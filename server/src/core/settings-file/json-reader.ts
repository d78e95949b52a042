// Walks through JSON with comments and trailing commas, and remembers every mistake with its place. Knows nothing of
// what the document is about. The only module that knows jsonc-parser.

import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { closest } from "../text/closest.ts";
import { LineIndex } from "../text/line-index.ts";
import type { SettingsFault } from "./chosen.ts";

export type JsonNode = Node;

/** One key of an object, with its value. */
export interface Entry {
  readonly key: string;
  readonly keyNode: JsonNode;
  readonly value: JsonNode;
}

/** Deeper than any document of ours; the parser calls itself for each level. */
const maximumDepth = 100;

/** More mistakes than this are not told one by one. */
const maximumFaults = 100;

export class JsonReader {
  readonly #lines: LineIndex;
  readonly #faults: SettingsFault[] = [];
  /** Undefined for a text that is no JSON. */
  readonly root: JsonNode | undefined;

  constructor(text: string) {
    this.#lines = new LineIndex(text);
    // A byte order mark is no part of the document; a blank keeps the offsets.
    const plain = text.replace(/^\uFEFF/, " ");
    const tooDeep = firstTooDeep(plain);
    if (tooDeep !== undefined) {
      this.#add(tooDeep, tooDeep + 1, "this is nested too deeply");
      return;
    }
    const errors: ParseError[] = [];
    const root = parseTree(plain, errors, { allowTrailingComma: true });
    const [first] = errors;
    // What comes behind the first mistake mostly follows from it.
    if (first === undefined) this.root = root;
    else this.#add(first.offset, first.offset + first.length, syntaxMessage(first, plain));
  }

  get faults(): readonly SettingsFault[] {
    return this.#faults;
  }

  /** Whether no further mistakes are told, so that nobody needs to look for words for them. */
  get isFull(): boolean {
    return this.#faults.length > maximumFaults;
  }

  fault(node: JsonNode, message: string): void {
    this.#add(node.offset, node.offset + node.length, message);
  }

  /** Where a node stands. */
  placeOf({ offset, length }: JsonNode): Omit<SettingsFault, "message"> {
    return { start: offset, end: offset + length, ...this.#lines.position(offset) };
  }

  /** The keys of an object, each once; undefined, with a fault, for anything else. */
  entries(node: JsonNode, what: string): readonly Entry[] | undefined {
    if (node.type !== "object") {
      this.fault(node, `${what} has to be an object in braces`);
      return undefined;
    }
    const found = new Map<string, Entry>();
    for (const { children: [keyNode, value] = [] } of node.children ?? []) {
      if (keyNode === undefined || value === undefined) continue;
      const key = String(keyNode.value);
      if (found.has(key)) this.fault(keyNode, `"${key}" is there twice`);
      else found.set(key, { key, keyNode, value });
    }
    return [...found.values()];
  }

  /** The items of a list; undefined, with a fault, for anything else. */
  items(node: JsonNode, what: string): readonly JsonNode[] | undefined {
    if (node.type === "array") return node.children ?? [];
    this.fault(node, `${what} has to be a list in square brackets`);
    return undefined;
  }

  /** A text that is not empty; undefined, with a fault, for anything else. */
  text(node: JsonNode, what: string): string | undefined {
    const value: unknown = node.value;
    if (node.type !== "string" || typeof value !== "string")
      this.fault(node, `${what} has to be a text in quotes`);
    else if (value.trim() === "") this.fault(node, `${what} is empty`);
    else return value.trim();
    return undefined;
  }

  /** A list of such texts; those that are none are left out. */
  texts(node: JsonNode, what: string): readonly string[] | undefined {
    return this.items(node, what)?.flatMap((item) => this.text(item, `an item of ${what}`) ?? []);
  }

  /** One of some words; undefined, with a fault that names the closest, for anything else. */
  word<Word extends string>(node: JsonNode, what: string, words: readonly Word[]): Word | undefined {
    const value: unknown = node.value;
    const found = words.find((word) => word === value);
    if (found !== undefined || this.isFull) return found;
    const near = typeof value === "string" ? nearest(value, words) : undefined;
    this.fault(node, `${what} has to be one of ${words.join(", ")}${suggestion(near)}`);
    return undefined;
  }

  /** Tells of a key that nobody reads. */
  unknownKey({ key, keyNode }: Entry, known: readonly string[], instead?: string): void {
    if (this.isFull) return;
    this.fault(keyNode, `there is no setting "${cut(key)}"${suggestion(instead ?? closest(key, known))}`);
  }

  #add(start: number, end: number, message: string): void {
    if (this.isFull) return;
    const isLast = this.#faults.length === maximumFaults;
    const told = isLast ? "there are more mistakes from here on, which are not told" : message;
    this.#faults.push({ start, end, ...this.#lines.position(start), message: told });
  }
}

/** The word that is cut short, as "warn" is, or the closest. */
function nearest(written: string, words: readonly string[]): string | undefined {
  const longer = words.find((word) => written.length > 2 && word.startsWith(written));
  return longer ?? closest(written, words);
}

function suggestion(near: string | undefined): string {
  return near === undefined ? "" : `; did you mean "${near}"?`;
}

/** A name that somebody wrote, no longer than a line bears. */
export function cut(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}...` : name;
}

function firstTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const first = text.charAt(scanner.getTokenOffset());
    if (first === "{" || first === "[") depth++;
    else if (first === "}" || first === "]") depth--;
    if (depth > maximumDepth) return scanner.getTokenOffset();
  }
  return undefined;
}

function syntaxMessage({ error, offset }: ParseError, text: string): string {
  if (text.trim() === "") return "the file is empty; {} says nothing";
  const code = printParseErrorCode(error);
  if (offset >= text.trimEnd().length && code !== "UnexpectedEndOfString") return "the file ends too early";
  return syntaxMessages[code] ?? "this is no JSON";
}

/** By the names that jsonc-parser has for its mistakes. */
const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidNumberFormat: "this is no number",
  PropertyNameExpected: "a name in double quotes is missing here",
  ValueExpected: "a value is missing here",
  ColonExpected: "a colon is missing here",
  CommaExpected: "a comma is missing before this",
  CloseBraceExpected: "a closing brace is missing here",
  CloseBracketExpected: "a closing bracket is missing here",
  EndOfFileExpected: "something stands behind the end of the document",
  UnexpectedEndOfComment: "this comment never ends",
  UnexpectedEndOfString: "this text never ends",
  UnexpectedEndOfNumber: "this number never ends",
  InvalidUnicode: "\\u needs four hexadecimal digits behind it",
  InvalidEscapeCharacter: "a backslash stands before a character that needs none; write it twice",
  InvalidCharacter: "a control character has to be written as an escape",
  InvalidSymbol: "this is no JSON: texts stand in double quotes",
};
