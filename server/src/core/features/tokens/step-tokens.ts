// The tokens of a step of the dialplan: its name, priority and label, the call and all that stands in it.

import type { ArgumentSpec } from "../../catalog/dialplan-spec.ts";
import type { Argument } from "../../dialplan/step/arguments.ts";
import { type Call, readCall, type StepCatalog } from "../../dialplan/step/call.ts";
import {
  type Assignment,
  assignmentOf,
  type FunctionUse,
  functionRead,
  readAssignment,
} from "../../dialplan/step/functions.ts";
import { readOptions } from "../../dialplan/step/option-letters.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import type { FunctionRead, Literal, Part, Text, VariableRead } from "../../dialplan/substitution/text.ts";
import { parseText } from "../../dialplan/substitution/text.ts";
import { arranged, TokenList, type TokenModifier, type TokenType } from "./token-list.ts";

/** Deeper substitutions are left without colour. */
const deepest = 12;

/** Reads steps for one version of Asterisk and remembers what lines of the same text have. */
export class StepTokens {
  readonly #catalog: StepCatalog;
  readonly #major: number;
  readonly #known = new Map<string, readonly number[]>();

  constructor(catalog: StepCatalog, major: number) {
    this.#catalog = catalog;
    this.#major = major;
  }

  /** The tokens of a value behind "exten =>" or "same =>"; offsets count in it. */
  of(value: string, same: boolean): readonly number[] {
    const key = same ? value : `${value}\n`;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    const reading = new Reading(value, this.#catalog, this.#major);
    reading.step(same);
    const tokens = arranged(reading.tokens.numbers);
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(key, tokens);
    return tokens;
  }

  /** The tokens of any other text with substitutions in it. */
  ofText(value: string): readonly number[] {
    const reading = new Reading(value, this.#catalog, this.#major);
    reading.text(parseText(value), "string", 0);
    return arranged(reading.tokens.numbers);
  }
}

const mostKnown = 100_000;

const kindTypes: Readonly<Partial<Record<ArgumentSpec["kind"], TokenType>>> = {
  "dialplan-context": "namespace",
  "gosub-context": "namespace",
  "macro-name": "namespace",
  "dialplan-extension": "label",
  "dialplan-priority": "label",
  "variable-name": "variable",
  "variable-or-function": "variable",
  boolean: "enumMember",
  enum: "enumMember",
  "number-or-word": "enumMember",
  "word-options": "parameter",
  regex: "regexp",
};

/** Kinds of arguments that are one or more places of the dialplan. */
const locations: ReadonlySet<string> = new Set(["dialplan-location", "gosub-location"]);

const emptyText: Text = { start: 0, end: 0, parts: [] };

class Reading {
  readonly tokens = new TokenList();
  readonly #source: string;
  readonly #catalog: StepCatalog;
  readonly #major: number;

  constructor(source: string, catalog: StepCatalog, major: number) {
    this.#source = source;
    this.#catalog = catalog;
    this.#major = major;
  }

  step(same: boolean): void {
    const { name, priority, label, application, data } = stepPieces(this.#source, same);
    if (name !== undefined) this.#name(name.start, name.end);
    const open = priority.text.indexOf("(");
    const baseEnd = open < 0 ? priority.end : priority.start + open;
    const base = this.#source.slice(priority.start, baseEnd);
    if (/^(?:n|s|next|same|hint)(?:\+\d+)?$/.test(base)) this.tokens.add(priority.start, baseEnd, "keyword");
    else this.tokens.add(priority.start, baseEnd, /^\d+$/.test(base) ? "number" : "label");
    if (label !== undefined) this.tokens.add(label.start, label.end, "label", "declaration");
    if (base === "hint") {
      this.text(parseText(this.#source, application.start), "string", 0);
      return;
    }
    this.#call(readCall({ option: { value: this.#source }, application, data }, this.#catalog));
  }

  /** A pattern or a name, and perhaps the caller-id behind "/". */
  #name(start: number, end: number): void {
    const text = this.#source.slice(start, end);
    if (text.includes("${")) {
      this.text(parseText(this.#source, start, end), "label", 0);
      return;
    }
    const slash = text.indexOf("/");
    const nameEnd = slash < 0 ? end : start + slash;
    this.tokens.add(start, nameEnd, nameType(this.#source.slice(start, nameEnd)), "declaration");
    if (slash >= 0) this.tokens.add(nameEnd + 1, end, nameType(this.#source.slice(nameEnd + 1, end)));
  }

  #call({ application, spec, arguments: given, inner }: Call): void {
    if (application.text.includes("$"))
      this.text(parseText(this.#source, application.start, application.end), "function", 0);
    else
      this.tokens.add(application.start, application.end, "function", this.#deprecated(spec?.deprecatedIn));
    for (const { call } of inner) this.#call(call);
    for (const argument of given) {
      const kind = argument.spec?.kind;
      if (kind === "application-call" || kind === "dial-arguments") continue;
      if (kind === "options" && spec !== undefined) this.#options(argument, spec);
      else this.#argument(argument);
    }
  }

  #deprecated(since: number | undefined): TokenModifier | undefined {
    return since !== undefined && since <= this.#major ? "deprecated" : undefined;
  }

  #argument({ text, spec }: Argument): void {
    const kind = spec?.kind;
    const assignment =
      kind === "variable-assignment" ? readAssignment(this.#source, text, this.#catalog) : undefined;
    if (assignment !== undefined) this.#assignment(assignment);
    else if (kind === "variable-or-function")
      this.#assignment(assignmentOf(this.#source, text, emptyText, this.#catalog));
    else this.#ofKind(text, kind, 0);
  }

  #ofKind(text: Text, kind: ArgumentSpec["kind"] | undefined, depth: number): void {
    const type = (kind === undefined ? undefined : kindTypes[kind]) ?? "string";
    const [only] = text.parts;
    if (kind !== undefined && locations.has(kind) && text.parts.length === 1 && only?.kind === "literal")
      this.#locations(only.start, only.end);
    else this.text(text, type, depth);
  }

  /** "context,extension,priority", whose front parts may be missing; several with a colon between. */
  #locations(start: number, end: number): void {
    let at = start;
    for (const location of this.#source.slice(start, end).split(":")) {
      const parts = location.split(/[,^]/);
      for (const [index, part] of parts.entries()) {
        const number = /^\d+$/.test(part);
        const type = index === 0 && parts.length > 2 ? "namespace" : number ? "number" : "label";
        this.tokens.add(at, at + part.length, type);
        at += part.length + 1;
      }
    }
  }

  #assignment({ nameStart, nameEnd, variable, function: written, value, start, end }: Assignment): void {
    if (written !== undefined) this.#function(written, 1, "modification");
    else if (variable !== undefined) this.tokens.add(nameStart, nameEnd, "variable", "modification");
    else this.text(parseText(this.#source, start, end), "variable", 0);
    this.text(value, "string", 0);
  }

  #options(argument: Argument, letters: NonNullable<Call["spec"]>): void {
    for (const { letter, start, argument: inner, spec } of readOptions(this.#source, argument, letters)) {
      this.tokens.add(start, start + letter.length, "parameter");
      if (inner !== undefined) this.#ofKind(inner, spec?.argumentKind, 0);
    }
    for (const part of argument.text.parts) if (part.kind !== "literal") this.#part(part, "string", 0);
  }

  /** Literal pieces are of the given type; numbers and substitutions are what they are. */
  text({ parts }: Text, type: TokenType, depth: number): void {
    if (depth > deepest) return;
    for (const part of parts) this.#part(part, type, depth);
  }

  #part(part: Part, type: TokenType, depth: number): void {
    if (part.kind === "literal") this.#literal(part, type);
    else if (part.kind === "variable") this.#variable(part, depth);
    else if (part.kind === "function") this.#read(part, depth);
    else this.#expression(part.body, depth + 1);
  }

  #literal({ start, end }: Literal, type: TokenType): void {
    const number = type === "string" && /^\s*-?\d+(?:\.\d+)?\s*$/.test(this.#source.slice(start, end));
    this.tokens.add(start, end, number ? "number" : type);
  }

  #variable({ name, substring }: VariableRead, depth: number): void {
    this.text(name, "variable", depth + 1);
    if (substring !== undefined) this.#substring(substring, depth);
  }

  #substring(substring: Text, depth: number): void {
    for (const part of substring.parts) {
      if (part.kind !== "literal") this.#part(part, "string", depth + 1);
      else this.#marks(part, /-?\d+/g, () => "number");
    }
  }

  #read(part: FunctionRead, depth: number): void {
    if (depth > deepest) return;
    this.#function(functionRead(this.#source, part, this.#catalog), depth);
    // A name that is put together, and substitutions that no argument shows.
    if (part.name.parts.some(({ kind }) => kind !== "literal")) this.text(part.name, "method", depth + 1);
    if (part.substring !== undefined) this.#substring(part.substring, depth);
  }

  #function(
    { nameStart, nameEnd, name, spec, arguments: given }: FunctionUse,
    depth: number,
    modifier?: TokenModifier,
  ): void {
    if (name !== undefined)
      this.tokens.add(nameStart, nameEnd, "method", this.#deprecated(spec?.deprecatedIn) ?? modifier);
    for (const { text, spec: of } of given) this.#ofKind(text, of?.kind, depth + 1);
  }

  /** Quotes begin in one literal piece and may end in another. */
  #expression({ parts }: Text, depth: number): void {
    if (depth > deepest) return;
    let quoted = false;
    for (const part of parts) {
      if (part.kind !== "literal") {
        this.#part(part, "string", depth);
        continue;
      }
      let { start } = part;
      for (const piece of this.#source.slice(part.start, part.end).split(/(")/)) {
        const end = start + piece.length;
        if (piece === '"') quoted = !quoted;
        if (piece === '"' || quoted) this.tokens.add(start, end, "string");
        else this.#marks({ kind: "literal", start, end }, expressionMark, expressionType);
        start = end;
      }
    }
  }

  #marks({ start, end }: Literal, mark: RegExp, type: (text: string) => TokenType): void {
    for (const found of this.#source.slice(start, end).matchAll(mark)) {
      const [text] = found;
      this.tokens.add(start + found.index, start + found.index + text.length, type(text));
    }
  }
}

const expressionMark = /\d+(?:\.\d+)?|[=!<>&|+*/%?:~-]+|[^\s"\d=!<>&|+*/%?:~()-]+/g;

function expressionType(text: string): TokenType {
  if (/^\d/.test(text)) return "number";
  return /^[=!<>&|+*/%?:~-]/.test(text) ? "operator" : "string";
}

function nameType(name: string): TokenType {
  if (name.startsWith("_")) return "regexp";
  return /^[+*#]?\d+$/.test(name) ? "number" : "label";
}
