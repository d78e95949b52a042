// What each piece of a file is: for colours that know more than a grammar.

import { isPjsipFile, knownFile } from "../../catalog/files.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { TypeCatalog } from "../../catalog/pjsip.ts";
import { formatVersion, has } from "../../catalog/version.ts";
import type { ConfigSection } from "../../config/section.ts";
import { isReserved } from "../../dialplan/contexts.ts";
import { stepWord } from "../../dialplan/statement.ts";
import {
  type DirectiveLine,
  type Line,
  modifierSpan,
  type OptionLine,
  type SectionLine,
  sourceSpan,
} from "../../syntax/line.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { Installation } from "../../workspace/installation.ts";
import { typeOf } from "../shape/section-of.ts";
import type { Subject } from "../subject.ts";
import { isDialplan } from "../subject.ts";
import { linesOf, loadedSections } from "../subject-file.ts";
import { StepTokens } from "./step-tokens.ts";
import { TokenList, type TokenType } from "./token-list.ts";

/**
 * The tokens of a file, or of the lines that a range touches: offset, length, index of the type and bits of the
 * modifiers of each, in order, none over a line break. Linear.
 */
export function fileTokens(subject: Subject, range?: Span): readonly number[] {
  const reading = new FileReading(subject);
  for (const line of linesOf(subject)) {
    if (range !== undefined && line.start > range.end) break;
    reading.add(line, range === undefined || line.end >= range.start);
  }
  return reading.tokens.numbers;
}

/** Lines of a text have the same tokens for a version, whatever installation they are in. */
const steps = new Map<string, StepTokens>();

function stepTokens({ settings, dialplanCatalog }: Installation): StepTokens {
  const version = formatVersion(settings.version);
  const known = steps.get(version);
  if (known !== undefined) return known;
  const made = new StepTokens(dialplanCatalog, settings.version.major);
  steps.set(version, made);
  return made;
}

class FileReading {
  readonly tokens = new TokenList();
  readonly #subject: Subject;
  readonly #dialplan: boolean;
  readonly #pjsip: boolean;
  readonly #wizard: boolean;
  readonly #steps: StepTokens;
  readonly #sections: ReadonlyMap<number, ConfigSection>;
  readonly #specs = new Map<TypeCatalog, Map<string, OptionSpec | undefined>>();
  #context: boolean;
  #type: TypeCatalog | undefined;
  #globals = false;

  constructor(subject: Subject) {
    const { file, roots, installation } = subject;
    const root = roots[0] ?? file;
    this.#subject = subject;
    this.#dialplan = isDialplan(subject);
    this.#pjsip = isPjsipFile(root);
    this.#wizard = knownFile(root)?.reader === "wizard";
    this.#steps = stepTokens(installation);
    this.#sections = loadedSections(subject).byHeader;
    this.#context = this.#dialplan;
  }

  /** `wanted`: whether its tokens are asked for; what it means for the lines below counts anyway. */
  add(line: Line, wanted: boolean): void {
    if (line.kind === "section") this.#header(line, wanted);
    else if (!wanted || line.kind === "malformed") return;
    else if (line.kind === "directive") this.#directive(line);
    else if (this.#context) this.#statement(line);
    else this.#option(line);
  }

  #header(line: SectionLine, wanted: boolean): void {
    this.#context = this.#dialplan && !isReserved(line.name);
    this.#globals = this.#dialplan && asciiLower(line.name) === "globals";
    const section = this.#sections.get(line.start);
    const { catalog } = this.#subject.installation;
    this.#type = this.#wizard
      ? catalog.wizard
      : this.#pjsip
        ? catalog.types.get(asciiLower(typeOf(section) ?? ""))
        : undefined;
    if (!wanted) return;
    const template = line.modifiers.some(({ text }) => text === "!");
    this.#place(line, line.nameStart, line.nameEnd, template ? "class" : "namespace", "declaration");
    for (const item of line.modifiers) {
      const { start, end } = modifierSpan(line, item);
      this.tokens.add(start, end, item.text === "!" || item.text.startsWith("+") ? "operator" : "class");
    }
  }

  #directive(line: DirectiveLine): void {
    this.#place(line, line.wordStart - 1, line.wordEnd, "keyword");
    if (line.argument !== undefined) this.#place(line, line.argumentStart, line.argumentEnd, "string");
  }

  #statement(line: OptionLine): void {
    const word = stepWord(line);
    this.#place(
      line,
      line.nameStart,
      line.nameEnd,
      word !== undefined || isStatement(line) ? "keyword" : "property",
    );
    if (line.operator === "+=") this.#place(line, line.valueStart, line.valueEnd, "string");
    else if (word !== undefined) this.#relative(line, this.#steps.of(line.value, word === "same"));
    else if (asciiLower(line.name) === "include") this.#include(line);
    else this.#relative(line, this.#steps.ofText(line.value));
  }

  /** A context, and perhaps when it is included. */
  #include(line: OptionLine): void {
    const comma = line.value.search(/[,|]/);
    const end = comma < 0 ? line.valueEnd : line.valueStart + comma;
    this.#place(line, line.valueStart, end, "namespace");
    if (comma >= 0) this.#place(line, end + 1, line.valueEnd, "string");
  }

  #option(line: OptionLine): void {
    if (this.#globals) {
      this.#place(line, line.nameStart, line.nameEnd, "variable", "declaration");
      this.#relative(line, this.#steps.ofText(line.value));
      return;
    }
    const spec = this.#spec(line.name);
    const deprecated = this.#isDeprecated(spec) ? "deprecated" : undefined;
    this.#place(line, line.nameStart, line.nameEnd, "property", deprecated);
    const type = valueType(line, spec);
    const isList = spec !== undefined && type !== "string" && line.value.includes(",");
    if (!isList || line.cooked !== undefined) this.#place(line, line.valueStart, line.valueEnd, type);
    else this.#items(line, type);
  }

  #isDeprecated(spec: OptionSpec | undefined): boolean {
    if (spec?.deprecated === undefined) return false;
    return has(spec.deprecated.since, this.#subject.installation.settings.version);
  }

  #items(line: OptionLine, type: TokenType): void {
    for (const { index, 0: item } of line.value.matchAll(/[^,\s]+/g))
      this.tokens.add(line.valueStart + index, line.valueStart + index + item.length, type);
  }

  #spec(name: string): OptionSpec | undefined {
    const type = this.#type;
    if (type === undefined) return undefined;
    let specs = this.#specs.get(type);
    if (specs === undefined) {
      specs = new Map();
      this.#specs.set(type, specs);
    }
    if (!specs.has(name)) specs.set(name, type.option(name));
    return specs.get(name);
  }

  #relative(line: OptionLine, numbers: readonly number[]): void {
    const { cooked, valueStart } = line;
    const { numbers: all } = this.tokens;
    for (let at = 0; at < numbers.length; at += 4) {
      const start = valueStart + (numbers[at] ?? 0);
      const length = numbers[at + 1] ?? 0;
      if (cooked === undefined) all.push(start, length);
      else {
        const span = sourceSpan(line, start, start + length);
        all.push(span.start, span.end - span.start);
      }
      all.push(numbers[at + 2] ?? 0, numbers[at + 3] ?? 0);
    }
  }

  #place(
    line: Line,
    start: number,
    end: number,
    type: TokenType,
    modifier?: "declaration" | "deprecated",
  ): void {
    const span = sourceSpan(line, start, end);
    this.tokens.add(span.start, span.end, type, modifier);
  }
}

function isStatement({ name }: OptionLine): boolean {
  return /^(?:include|ignorepat|[le]?switch|autohints)$/i.test(name);
}

function valueType({ name, value }: OptionLine, spec: OptionSpec | undefined): TokenType {
  switch (spec?.kind) {
    case "type":
      return "type";
    case "bool":
    case "enum":
    case "enumList":
    case "identifierOrder":
    case "codecList":
    case "codecPrefs":
      return "enumMember";
    case "ref":
    case "refList":
    case "context":
      return "namespace";
    case "regex":
      return "regexp";
    default:
  }
  if (spec === undefined && asciiLower(name) === "type") return "type";
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return "number";
  return /^(?:yes|no|true|false|on|off)$/i.test(value) ? "enumMember" : "string";
}
