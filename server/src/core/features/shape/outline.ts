// The outline of a file: sections with what they are and their options; contexts with extensions and their labels.

import { isPjsipFile } from "../../catalog/files.ts";
import type { ConfigSection } from "../../config/section.ts";
import { isReserved } from "../../dialplan/contexts.ts";
import { stepWord } from "../../dialplan/statement.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import { type Line, type OptionLine, type SectionLine, sourceSpan } from "../../syntax/line.ts";
import { counted } from "../../text/counted.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { mask, maskValue } from "../../text/secrets.ts";
import type { Span } from "../../text/span.ts";
import type { Subject } from "../subject.ts";
import { isDialplan } from "../subject.ts";
import { linesOf, loadedSections } from "../subject-file.ts";
import { OutlineLimit } from "./outline-limit.ts";
import { kindOfSection } from "./section-of.ts";

export interface FileSymbol {
  readonly name: string;
  /** What it is or holds, in a few words; empty where there is nothing to say. */
  readonly detail: string;
  readonly kind:
    | "section"
    | "object"
    | "template"
    | "context"
    | "extension"
    | "label"
    | "option"
    | "variable"
    | "statement"
    | "include";
  /** All of it, and its name. */
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly FileSymbol[];
}

interface Growing extends FileSymbol {
  readonly span: { readonly start: number; end: number };
  detail: string;
  readonly children: Growing[];
}

/** The symbols of a file, in order, without as many kinds of details as it takes to be no more than `most`. Linear. */
export function fileSymbols(
  subject: Subject,
  most: number = Number.POSITIVE_INFINITY,
): readonly FileSymbol[] {
  const outline = new Outline(subject, most);
  for (const line of linesOf(subject)) outline.add(line);
  return outline.symbols;
}

const noChildren: Growing[] = [];

class Outline {
  readonly symbols: Growing[] = [];
  readonly #subject: Subject;
  readonly #dialplan: boolean;
  readonly #pjsip: boolean;
  readonly #sections: ReadonlyMap<number, ConfigSection>;
  readonly #secretNames = new Map<string, boolean>();
  readonly #limit: OutlineLimit;
  #section: Growing | undefined;
  #extension: Growing | undefined;
  #steps = 0;
  #what: "context" | "globals" | "options";

  constructor(subject: Subject, most: number) {
    this.#subject = subject;
    this.#limit = new OutlineLimit(this.symbols, most);
    this.#dialplan = isDialplan(subject);
    this.#pjsip = isPjsipFile(subject.roots[0] ?? subject.file);
    this.#sections = loadedSections(subject).byHeader;
    this.#what = this.#dialplan ? "context" : "options";
  }

  add(line: Line): void {
    if (line.kind === "section") this.#header(line);
    else if (line.kind === "directive") this.#directive(line);
    else if (line.kind === "malformed") this.#grow(line);
    else if (this.#what === "context") this.#statement(line);
    else this.#option(line, this.#what === "globals" ? "variable" : "option");
  }

  #header(line: SectionLine): void {
    const section = this.#sections.get(line.start);
    const reserved = this.#dialplan && isReserved(line.name);
    this.#what = !this.#dialplan
      ? "options"
      : !reserved
        ? "context"
        : /^globals$/i.test(line.name)
          ? "globals"
          : "options";
    const template = line.modifiers.some(({ text }) => text === "!");
    const made: Growing = {
      name: line.name === "" ? "[]" : line.name,
      detail: this.#detail(line, section, template),
      kind: template ? "template" : this.#what === "context" ? "context" : this.#pjsip ? "object" : "section",
      span: fromLine(line),
      nameSpan: sourceSpan(line, line.nameStart, line.nameEnd),
      children: [],
    };
    this.symbols.push(made);
    this.#section = made;
    this.#extension = undefined;
    this.#limit.grown();
  }

  #detail(line: SectionLine, section: ConfigSection | undefined, template: boolean): string {
    const what = this.#dialplan ? undefined : kindOfSection(this.#subject, line.name, section);
    if (line.modifiers.length === 0) return what ?? "";
    const parts = what === undefined ? [] : [what];
    if (template) parts.push("template");
    const bases = line.modifiers.map(({ text }) => text).filter((text) => text !== "!" && text !== "");
    const added = bases.some((text) => text.startsWith("+"));
    const from = bases.filter((text) => !text.startsWith("+"));
    if (added) parts.push("added to");
    if (from.length > 0) parts.push(`from ${from.join(", ")}`);
    return parts.join(" · ").slice(0, 120);
  }

  #directive(line: Extract<Line, { kind: "directive" }>): void {
    if (!this.#limit.has("include")) {
      this.#grow(line);
      return;
    }
    const whole = sourceSpan(line, line.wordStart - 1, Math.max(line.wordEnd, line.argumentEnd));
    this.#push(leaf(`#${line.word} ${line.argument ?? ""}`.trim(), "", "include", whole, whole), line);
  }

  #option(line: OptionLine, kind: "option" | "variable"): void {
    if (!this.#limit.has(kind)) {
      this.#grow(line);
      return;
    }
    const nameSpan = sourceSpan(line, line.nameStart, line.nameEnd);
    this.#push(leaf(line.name, shownValue(line, this.#secretNames), kind, fromName(line), nameSpan), line);
  }

  #statement(line: OptionLine): void {
    if (!this.#limit.has("extension")) {
      this.#grow(line);
      return;
    }
    const word = stepWord(line);
    if (word === undefined) {
      this.#extension = undefined;
      if (!this.#limit.has("statement")) {
        this.#grow(line);
        return;
      }
      const nameSpan = sourceSpan(line, line.nameStart, line.nameEnd);
      this.#push(
        leaf(line.name, shownValue(line, this.#secretNames), "statement", fromName(line), nameSpan),
        line,
      );
      return;
    }
    const pieces = stepPieces(line.value, word === "same");
    const at = (piece: Span): Span =>
      sourceSpan(line, line.valueStart + piece.start, line.valueStart + piece.end);
    const name = pieces.name?.text.trim();
    if (name !== undefined && this.#extension?.name !== name) {
      const nameSpan = pieces.name === undefined ? fromName(line) : at(pieces.name);
      const made: Growing = {
        ...leaf(name === "" ? "exten" : name, "", "extension", fromName(line), nameSpan),
        children: [],
      };
      this.#push(made, line);
      this.#extension = made;
      this.#steps = 0;
    } else this.#grow(line);
    const extension = this.#extension;
    if (extension === undefined) return;
    if (pieces.priority.text.startsWith("hint"))
      extension.detail ||= `hint ${pieces.application.text}`.slice(0, 80);
    else {
      this.#steps++;
      extension.detail =
        this.#steps === 1 ? pieces.application.text.slice(0, 80) : counted(this.#steps, "step");
    }
    const { label } = pieces;
    if (label === undefined || label.text === "" || !this.#limit.has("label")) return;
    extension.children.push(
      leaf(label.text, pieces.application.text.slice(0, 80), "label", fromName(line), at(label)),
    );
    this.#limit.grown();
  }

  #push(symbol: Growing, line: Line): void {
    if (this.#section === undefined) this.symbols.push(symbol);
    else this.#section.children.push(symbol);
    this.#grow(line);
    this.#limit.grown();
  }

  /** What is open reaches to the end of a line. */
  #grow(line: Line): void {
    const end = endOf(line);
    if (this.#section !== undefined) this.#section.span.end = end;
    const extension = this.#extension;
    if (extension !== undefined && line.kind === "option" && stepWord(line) !== undefined)
      extension.span.end = end;
  }
}

function leaf(name: string, detail: string, kind: FileSymbol["kind"], span: Span, nameSpan: Span): Growing {
  return { name, detail, kind, span, nameSpan, children: noChildren };
}

/** From the beginning of what is written to the end of the line without its comment. */
function fromLine(line: Line): Span {
  if (line.kind === "option") return fromName(line);
  if (line.kind === "section") return sourceSpan(line, line.nameStart - 1, line.restEnd);
  if (line.kind === "directive")
    return sourceSpan(line, line.wordStart - 1, Math.max(line.wordEnd, line.argumentEnd));
  return sourceSpan(line, line.textStart, line.textEnd);
}

function endOf(line: Line): number {
  return line.cooked === undefined && line.kind === "option" ? line.valueEnd : fromLine(line).end;
}

function fromName(line: OptionLine): Span {
  if (line.cooked === undefined) return { start: line.nameStart, end: line.valueEnd };
  const { start } = sourceSpan(line, line.nameStart, line.nameEnd);
  return { start, end: Math.max(start, sourceSpan(line, line.valueStart, line.valueEnd).end) };
}

const harmlessName = /^(?!(?:agent|conf|set_?var)$)[a-z][a-z_-]*$/i;
const harmlessValue = /^[\w ./,!*"<>@+-]{0,80}$/;
const likeSecret = /pass|pwd|secret|cred|token|digest|key|pin|[sp][ae][sc]/i;

/** A value as an outline may show it. Most need no long look to see that they are no secret. */
function shownValue({ name, value }: OptionLine, names: Map<string, boolean>): string {
  let secret = names.get(name);
  if (secret === undefined) {
    secret = isSecretName(name);
    names.set(name, secret);
  }
  if (secret) return value === "" ? "" : mask;
  if (harmlessName.test(name) && harmlessValue.test(value) && !likeSecret.test(value)) return value;
  return maskValue(name, value.slice(0, 200)).slice(0, 80);
}
