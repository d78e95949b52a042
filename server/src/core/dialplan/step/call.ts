// What a step does: the application that it calls and its arguments, with the calls that stand inside them.

import type { ApplicationSpec, ArgumentSpec, FunctionSpec } from "../../catalog/dialplan-spec.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Piece, Step } from "../model.ts";
import { literalText, parseText, type Text } from "../substitution/text.ts";
import {
  type Argument,
  argumentOf,
  findLiteral,
  type Slice,
  type Splitting,
  sliceText,
  splitText,
} from "./arguments.ts";

/** Where specifications come from. Applications are found in any case, functions only as they are written. */
export interface StepCatalog {
  application(name: string): ApplicationSpec | undefined;
  function(name: string): FunctionSpec | undefined;
}

export interface Call {
  /** The option's value; all offsets count in it. */
  readonly source: string;
  readonly application: Piece;
  /** The name in lower case, as code compares it. */
  readonly name: string;
  /** Undefined where no such application is known. */
  readonly spec: ApplicationSpec | undefined;
  readonly data: Text;
  readonly arguments: readonly Argument[];
  /**
   * How many of the first arguments are certain: a substitution outside quotes and brackets may yield commas, so
   * what follows it may be another argument than it seems, and there may be more of them.
   */
  readonly certain: number;
  readonly inner: readonly InnerCall[];
}

/** A call that stands in an argument of another, such as those of ExecIf. */
export interface InnerCall {
  readonly call: Call;
  /** Whether it may be left out. */
  readonly conditional: boolean;
  /** Whether another channel than the one that runs the step does it. */
  readonly elsewhere: boolean;
}

/** Deeper calls within calls are not looked at. */
const deepestCall = 8;

/** Split at the separator alone, whatever protects it elsewhere. */
const plainly: ReadonlySet<string> = new Set(["goto", "macro", "macroexclusive"]);

/** Split at their own separator, but where nothing protects it. */
const carefully: ReadonlySet<string> = new Set(["execif", "gosubif", "gosub"]);

/** What the name of an application tells, whatever call has it. */
type Named = Pick<Call, "name" | "spec"> & Pick<Piece, "text">;

/** A call. It shares what is known of its application with others. */
class WrittenCall implements Call {
  readonly source: string;
  readonly data: Text;
  readonly arguments: readonly Argument[];
  readonly certain: number;
  readonly inner: readonly InnerCall[];
  private readonly named: Named;
  private readonly start: number;
  private readonly end: number;

  constructor(
    source: string,
    named: Named,
    { start, end }: Piece,
    data: Text,
    given: readonly Argument[],
    certain: number,
    inner: readonly InnerCall[],
  ) {
    this.source = source;
    this.named = named;
    this.start = start;
    this.end = end;
    this.data = data;
    this.arguments = given;
    this.certain = certain;
    this.inner = inner;
  }

  get application(): Piece {
    return { text: this.named.text, start: this.start, end: this.end };
  }

  get name(): string {
    return this.named.name;
  }

  get spec(): ApplicationSpec | undefined {
    return this.named.spec;
  }
}

/** Applications that are written as the catalogue has them, as most are. */
const asSpecified = new WeakMap<ApplicationSpec, Named>();

function namedBy(text: string, catalog: StepCatalog): Named {
  const spec = text === "" ? undefined : catalog.application(text);
  if (spec?.name !== text) return { text, name: asciiLower(text), spec };
  let named = asSpecified.get(spec);
  if (named === undefined) {
    named = { text: spec.name, name: asciiLower(spec.name), spec };
    asSpecified.set(spec, named);
  }
  return named;
}

const noCalls: readonly InnerCall[] = [];
const noArguments: readonly Argument[] = [];
const conditions: ReadonlySet<string> = new Set(["execif", "execiftime"]);

/** What of a step tells its call. */
export interface CallStep extends Pick<Step, "application" | "data"> {
  readonly option: Pick<Step["option"], "value">;
}

/** Reads a step; of a hint, `readHint` tells more. */
export function readCall(step: CallStep, catalog: StepCatalog): Call {
  return readCallIn(step.option.value, step, catalog);
}

/** The same for a text that belongs to no line of a load. */
export function readCallIn(
  source: string,
  { application, data }: Pick<Step, "application" | "data">,
  catalog: StepCatalog,
): Call {
  return callOf(source, application, parseText(source, data.start, data.end), catalog, 0);
}

function callOf(source: string, application: Piece, data: Text, catalog: StepCatalog, depth: number): Call {
  const named = namedBy(application.text, catalog);
  const { name, spec } = named;
  if (name === "execif" && isDeprecated(source, data))
    return deprecatedCall(source, application, data, catalog, depth, named);
  const { slices, certain } = splitText(source, data, splittingOf(name, spec));
  const found = readArguments(source, slices, spec?.arguments);
  const inner = depth >= deepestCall ? noCalls : innerCalls(source, name, found, catalog, depth + 1);
  return new WrittenCall(source, named, application, data, found, certain, inner);
}

function splittingOf(name: string, spec: ApplicationSpec | undefined): Splitting {
  const separator = spec?.separator ?? ",";
  const standard = separator === "," && !plainly.has(name) && !carefully.has(name);
  return {
    separator,
    protects: standard || carefully.has(name),
    unquotes: standard,
    most: mostArguments(spec?.arguments),
  };
}

/** How many arguments there can be; what is too much stays in the last one. */
export function mostArguments(specs: readonly ArgumentSpec[] | undefined): number {
  if (specs === undefined || repeated(specs) !== undefined) return Number.POSITIVE_INFINITY;
  return Math.max(1, specs.length);
}

/** Gives each slice its specification. */
export function readArguments(
  source: string,
  slices: readonly Slice[],
  specs: readonly ArgumentSpec[] | undefined,
): readonly Argument[] {
  if (slices.length === 0) return noArguments;
  const missing = specs === undefined ? 0 : missingAtStart(specs, slices.length);
  const first = missing > 0 && specs !== undefined ? specs.length - 3 : 0;
  return slices.map((slice, index) => {
    const place = index < first ? index : index + missing;
    return argumentOf(source, slice, specs?.[place] ?? repeated(specs));
  });
}

/** The last one where any number of its kind may follow. */
function repeated(specs: readonly Repeatable[] | undefined): Repeatable | undefined {
  const last = specs?.[specs.length - 1];
  return last?.separator === "," || last?.repeatable === true ? last : undefined;
}

interface Repeatable extends ArgumentSpec {
  readonly repeatable?: boolean;
}

/** Locations leave out what stands first: Goto(1) is a priority, Goto(s,1) an extension and a priority. */
function missingAtStart(specs: readonly ArgumentSpec[], count: number): number {
  return endsInLocation(specs) ? Math.min(2, Math.max(0, specs.length - count)) : 0;
}

/** Whether the last three are context, extension and a priority that must be there. */
export function endsInLocation(specs: readonly ArgumentSpec[]): boolean {
  const last = specs[specs.length - 1];
  if (last === undefined || !last.required || specs.length < 3) return false;
  const priority = last.kind === "dialplan-priority" || last.kind === "gosub-location";
  return priority && specs[specs.length - 3]?.kind === "dialplan-context";
}

/** ExecIf(condition,application,arguments), the syntax before 1.6: a comma before the first "?". */
function isDeprecated(source: string, data: Text): boolean {
  const question = findLiteral(source, data, "?", "first");
  if (question < 0) return data.start < data.end;
  const comma = findLiteral(source, data, ",", "first");
  return comma >= 0 && comma < question;
}

function deprecatedCall(
  source: string,
  application: Piece,
  data: Text,
  catalog: StepCatalog,
  depth: number,
  named: Named,
): Call {
  const splitting = { separator: ",", protects: true, unquotes: true, most: 3 };
  const { slices, certain } = splitText(source, data, splitting);
  const found = readArguments(source, slices, undefined);
  const [, name, given] = found;
  let inner = noCalls;
  if (name !== undefined && depth < deepestCall) {
    const piece = pieceOf(source, name.start, name.end);
    const call = callOf(source, piece, given?.text ?? literalText(name.end, name.end), catalog, depth + 1);
    inner = [{ call, conditional: true, elsewhere: false }];
  }
  return new WrittenCall(source, named, application, data, found, certain, inner);
}

function innerCalls(
  source: string,
  name: string,
  given: readonly Argument[],
  catalog: StepCatalog,
  depth: number,
): readonly InnerCall[] {
  let found: InnerCall[] | undefined;
  for (let index = 0; index < given.length; index++) {
    const { spec, text } = given[index] as Argument;
    const kind = spec?.kind;
    if (kind === "application-call") {
      found ??= [];
      for (const branch of branchesOf({ source, name }, text, spec?.partSeparator)) {
        const inner = writtenCall(source, branch, catalog, depth);
        if (inner === undefined) continue;
        found.push({ call: inner, conditional: conditions.has(name), elsewhere: false });
      }
    } else if (kind === "dial-arguments") {
      found ??= [];
      const dial = { text: "Dial", start: text.start, end: text.start };
      const inner = callOf(source, dial, text, catalog, depth);
      found.push({ call: inner, conditional: false, elsewhere: false });
    }
  }
  if (name === "originate") {
    const [, type, application, data] = given;
    if (application === undefined || asciiLower(type?.value ?? "") !== "app") return found ?? noCalls;
    const piece = pieceOf(source, application.start, application.end);
    const inner = callOf(
      source,
      piece,
      data?.text ?? literalText(application.end, application.end),
      catalog,
      depth,
    );
    return [...(found ?? noCalls), { call: inner, conditional: false, elsewhere: true }];
  }
  return found ?? noCalls;
}

/** What stands on both sides of ":"; the whole text of an application without branches. */
export function branchesOf(
  { source, name }: Pick<Call, "source" | "name">,
  text: Text,
  separator: string | undefined,
): readonly Text[] {
  if (separator === undefined) return [text];
  const splitting = { separator, protects: carefully.has(name), unquotes: false, most: 2 };
  return splitText(source, text, splitting).slices.map((slice) => slice.text);
}

/** `Application(arguments)` as it is written within an argument. */
function writtenCall(source: string, text: Text, catalog: StepCatalog, depth: number): Call | undefined {
  if (text.start >= text.end) return undefined;
  const open = findLiteral(source, text, "(", "first");
  if (open < 0)
    return callOf(
      source,
      pieceOf(source, text.start, text.end),
      literalText(text.end, text.end),
      catalog,
      depth,
    );
  const close = findLiteral(source, text, ")", "last");
  const data = sliceText(text, open + 1, close > open ? close : text.end);
  return callOf(source, pieceOf(source, text.start, open), data, catalog, depth);
}

function pieceOf(source: string, start: number, end: number): Piece {
  return { text: source.slice(start, end), start, end };
}
