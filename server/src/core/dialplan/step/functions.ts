// The functions and variables that a text reads, and those that an assignment writes.

import type { FunctionSpec } from "../../catalog/dialplan-spec.ts";
import {
  constantText,
  type FunctionRead,
  hasSubstitution,
  type Part,
  type Text,
  type VariableRead,
} from "../substitution/text.ts";
import { type Argument, findLiteral, type Splitting, sliceText, splitText } from "./arguments.ts";
import { mostArguments, readArguments, type StepCatalog } from "./call.ts";

/** A function with its arguments, as it is read in `${...}` or written by Set. */
export interface FunctionUse {
  readonly access: "read" | "write";
  /** From the "$" to behind the "}"; of a write, the left side of "=". */
  readonly start: number;
  readonly end: number;
  /** Undefined where the name holds a substitution. */
  readonly name: string | undefined;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly spec: FunctionSpec | undefined;
  readonly arguments: readonly Argument[];
  /** How many of the first arguments are certain, as in a call. */
  readonly certain: number;
}

/** The left side of an assignment. */
export interface Assignment {
  readonly start: number;
  readonly end: number;
  /** Without the underscores of inheritance; undefined where it holds a substitution, or is a function. */
  readonly variable: string | undefined;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** "_": the channels that this one calls get it too; "__": and theirs. */
  readonly inherited: "" | "_" | "__";
  readonly function: FunctionUse | undefined;
  readonly value: Text;
}

/** Hands each substitution of a text to `visit`, those within others too. */
export function walkParts(text: Text, visit: (part: VariableRead | FunctionRead) => void): void {
  if (!hasSubstitution(text)) return;
  for (const part of text.parts) if (part.kind !== "literal") walkPart(part, visit);
}

function walkPart(
  part: Exclude<Part, { kind: "literal" }>,
  visit: (part: VariableRead | FunctionRead) => void,
): void {
  if (part.kind === "expression") {
    walkParts(part.body, visit);
    return;
  }
  visit(part);
  walkParts(part.name, visit);
  if (part.kind === "function") walkParts(part.arguments, visit);
  if (part.substring !== undefined) walkParts(part.substring, visit);
}

/** A function that is read. */
export function functionRead(source: string, part: FunctionRead, catalog: StepCatalog): FunctionUse {
  return functionUse(source, part.name, part.arguments, catalog, {
    access: "read",
    start: part.start,
    end: part.end,
  });
}

interface Use {
  readonly access: "read" | "write";
  readonly start: number;
  readonly end: number;
}

function functionUse(
  source: string,
  nameText: Text,
  data: Text,
  catalog: StepCatalog,
  use: Use,
): FunctionUse {
  const name = constantText(source, nameText);
  const spec = name === undefined ? undefined : catalog.function(name);
  return new LateFunctionUse(source, use, nameText, name, spec, data);
}

/** Splits its arguments only when somebody asks for them, which for most functions nobody does. */
class LateFunctionUse implements FunctionUse {
  readonly access: "read" | "write";
  readonly start: number;
  readonly end: number;
  readonly name: string | undefined;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly spec: FunctionSpec | undefined;
  private readonly source: string;
  private readonly data: Text;
  private split: { readonly found: readonly Argument[]; readonly certain: number } | undefined;

  constructor(
    source: string,
    { access, start, end }: Use,
    nameText: Text,
    name: string | undefined,
    spec: FunctionSpec | undefined,
    data: Text,
  ) {
    this.access = access;
    this.start = start;
    this.end = end;
    this.name = name;
    this.nameStart = nameText.start;
    this.nameEnd = nameText.end;
    this.spec = spec;
    this.source = source;
    this.data = data;
  }

  get arguments(): readonly Argument[] {
    return this.read().found;
  }

  get certain(): number {
    return this.read().certain;
  }

  private read(): { readonly found: readonly Argument[]; readonly certain: number } {
    if (this.split === undefined) {
      const { slices, certain } = splitText(this.source, this.data, splittingOf(this.spec));
      this.split = { found: readArguments(this.source, slices, this.spec?.arguments), certain };
    }
    return this.split;
  }
}

/** Split at their own separator and nothing else: DB(family/key). */
const plainSeparators = "/@ =";

function splittingOf(spec: FunctionSpec | undefined): Splitting {
  const separator = spec?.separator ?? ",";
  const protects = !plainSeparators.includes(separator);
  return { separator, protects, unquotes: protects, most: mostArguments(spec?.arguments) };
}

/** `NAME=value` or `FUNCTION(arguments)=value`, cut at the first "="; undefined where there is none. */
export function readAssignment(source: string, text: Text, catalog: StepCatalog): Assignment | undefined {
  const equals = findLiteral(source, text, "=", "first");
  if (equals < 0) return undefined;
  const left = sliceText(text, text.start, equals);
  return assignmentOf(source, left, sliceText(text, equals + 1, text.end), catalog);
}

/** The left side alone, as where an application takes the name of a variable. */
export function assignmentOf(source: string, left: Text, value: Text, catalog: StepCatalog): Assignment {
  const { start, end } = left;
  if (source[end - 1] === ")" && left.parts[left.parts.length - 1]?.kind === "literal") {
    const open = findLiteral(source, left, "(", "first");
    const inner = sliceText(left, open < 0 ? end - 1 : open + 1, end - 1);
    const name = sliceText(left, start, open < 0 ? end - 1 : open);
    const written = functionUse(source, name, inner, catalog, { access: "write", start, end });
    const place = { nameStart: name.start, nameEnd: name.end };
    return { start, end, variable: undefined, ...place, inherited: "", function: written, value };
  }
  const inherited =
    source[start] !== "_" || start === end ? "" : source[start + 1] === "_" && start + 1 < end ? "__" : "_";
  const nameStart = start + inherited.length;
  const variable = hasSubstitution(left) ? undefined : source.slice(nameStart, end);
  return { start, end, variable, nameStart, nameEnd: end, inherited, function: undefined, value };
}
