// Everything in a call that names something else: queues, mailboxes, endpoints, sounds, variables and functions.

import { exact } from "../../text/exact.ts";
import {
  constantText,
  hasSubstitution,
  literalText,
  type Text,
  type VariableRead,
} from "../substitution/text.ts";
import { type Argument, knownArgument } from "./arguments.ts";
import type { Call, StepCatalog } from "./call.ts";
import { type DialString, readDialStrings } from "./dial-string.ts";
import { type Assignment, type FunctionUse, functionRead, walkParts } from "./functions.ts";
import { isEmptyText, type KnownText, knownText, type Resolve, splitKnown } from "./known-text.ts";
import { readOptions } from "./option-letters.ts";
import { namingKinds, traitsOf } from "./traits.ts";
import { assignmentsOf } from "./writes.ts";

/** A name of something that is defined elsewhere. */
export interface NameUse {
  /** What it names, in the words of the catalogue: "queue", "voicemail-mailbox", "pjsip-endpoint" ... */
  readonly kind: string;
  readonly known: KnownText;
  readonly start: number;
  readonly end: number;
  /** The application or function that it is given to; the letter of the option where it stands in one. */
  readonly of: string;
  readonly option: string | undefined;
  /** Of kind "dialstring" and "queue-interface". */
  readonly dial: DialString | undefined;
  /** Whether this holds only as long as no substitution yields a separator. */
  readonly assumed: boolean;
}

/** A variable that is read. */
export interface VariableUse {
  /** Undefined where the name holds a substitution. */
  readonly name: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** "name": given to a function or application by its name, without "${}". */
  readonly form: "substitution" | "name";
}

export interface References {
  readonly names: readonly NameUse[];
  readonly reads: readonly VariableUse[];
  readonly writes: readonly Assignment[];
  /** Functions that are read, and those that are written. */
  readonly functions: readonly FunctionUse[];
}

/** Functions that take the name of a variable and change it where they are read. */
const changing: ReadonlySet<string> = new Set(["SET", "INC", "DEC", "POP", "SHIFT"]);

/** Functions whose result needs the old value, although they are written. */
const lengthening: ReadonlySet<string> = new Set(["PUSH", "UNSHIFT"]);

/** Shared by all that name nothing. */
const nothing: References = { names: [], reads: [], writes: [], functions: [] };

/** The names in a call and in the calls within it. Linear in the length of the step. */
export function namesIn(call: Call, catalog: StepCatalog, resolve?: Resolve): References {
  const substitutes = hasSubstitution(call.data) || call.application.text.includes("$");
  if (!substitutes && call.inner.length === 0 && !namesAnything(call)) return nothing;
  const collector = new Collector(call.source, catalog, resolve);
  if (substitutes) collector.readsOf(call.data);
  collector.call(call);
  return collector.found();
}

function namesAnything({ spec, arguments: given }: Call): boolean {
  return spec !== undefined && given.length > 0 && traitsOf(spec).names;
}

/** The variables and functions that a text reads, such as the name of an extension or a hint. */
export function readsIn(source: string, text: Text, catalog: StepCatalog, resolve?: Resolve): References {
  if (!hasSubstitution(text)) return nothing;
  const collector = new Collector(source, catalog, resolve);
  collector.readsOf(text);
  return collector.found();
}

/** A list with one more; most lists stay empty, and then there is only one of them. */
function added<Item>(list: readonly Item[], item: Item): readonly Item[] {
  if (list.length === 0) return [item];
  (list as Item[]).push(item);
  return list;
}

class Collector implements References {
  names: readonly NameUse[] = nothing.names;
  reads: readonly VariableUse[] = nothing.reads;
  writes: readonly Assignment[] = nothing.writes;
  functions: readonly FunctionUse[] = nothing.functions;
  private readonly source: string;
  private readonly catalog: StepCatalog;
  private readonly resolve: Resolve | undefined;

  constructor(source: string, catalog: StepCatalog, resolve: Resolve | undefined) {
    this.source = source;
    this.catalog = catalog;
    this.resolve = resolve;
  }

  /** Without what it took to find them. */
  found(): References {
    const { names, reads, writes, functions } = this;
    const count = names.length + reads.length + writes.length + functions.length;
    if (count === 0) return nothing;
    return { names: exact(names), reads: exact(reads), writes: exact(writes), functions: exact(functions) };
  }

  /** Walks all substitutions, those within others too. */
  readsOf(text: Text): void {
    walkParts(text, (part) => {
      if (part.kind === "variable") this.variable(part);
      else this.function(functionRead(this.source, part, this.catalog));
    });
  }

  call(call: Call): void {
    const { spec } = call;
    if (spec !== undefined && namesAnything(call)) {
      const { namesInOptions } = traitsOf(spec);
      for (let index = 0; index < call.arguments.length; index++) {
        const argument = call.arguments[index] as Argument;
        if (argument.spec === undefined) continue;
        this.argument(argument, call.application.text, index >= call.certain);
        if (namesInOptions && argument.spec.kind === "options" && argument.raw.includes("("))
          this.options(call, argument);
      }
      for (const assignment of assignmentsOf(call, this.catalog)) this.assignment(assignment);
    }
    for (const inner of call.inner) this.call(inner.call);
  }

  private variable({ name, start, end }: VariableRead): void {
    this.reads = added(this.reads, {
      name: constantText(this.source, name),
      start,
      end,
      nameStart: name.start,
      nameEnd: name.end,
      form: "substitution",
    });
  }

  private function(use: FunctionUse): void {
    this.functions = added(this.functions, use);
    const { name, spec, access } = use;
    if (name === undefined || spec === undefined || !traitsOf(spec).names) return;
    const { certain } = use;
    for (let index = 0; index < use.arguments.length; index++) {
      const argument = use.arguments[index] as Argument;
      const kind = argument.spec?.kind;
      if (kind === "variable-name" || kind === "variable-or-function") this.named(argument, name, access);
      else if (argument.spec !== undefined) this.argument(argument, name, index >= certain);
    }
  }

  /** A variable that a function is given by name. */
  private named(argument: Argument, name: string, access: "read" | "write"): void {
    const { start, end, value } = argument;
    if (start >= end) return;
    if (access === "read" ? name !== "SET" : lengthening.has(name)) {
      this.reads = added(this.reads, {
        name: value,
        start,
        end,
        nameStart: start,
        nameEnd: end,
        form: "name",
      });
    }
    if (access === "write" || changing.has(name)) {
      const empty = literalText(end, end);
      const place = { start, end, nameStart: start, nameEnd: end };
      this.writes = added(this.writes, {
        ...place,
        variable: value,
        inherited: "",
        function: undefined,
        value: empty,
      });
    }
  }

  private assignment(assignment: Assignment): void {
    this.writes = added(this.writes, assignment);
    if (assignment.function !== undefined) this.function(assignment.function);
  }

  private argument(argument: Argument, of: string, assumed: boolean): void {
    const { spec } = argument;
    if (spec === undefined || argument.start >= argument.end) return;
    const { kind } = spec;
    if (kind === "dialstring" || kind === "queue-interface") {
      this.dialStrings(kind, knownArgument(this.source, argument, this.resolve), of, assumed);
    } else if (namingKinds.has(kind)) {
      const known = knownArgument(this.source, argument, this.resolve);
      this.name(kind, known, of, undefined, assumed, spec.separator === "," ? undefined : spec.separator);
    }
  }

  private options(call: Call, argument: Argument): void {
    const { spec } = call;
    if (spec === undefined) return;
    for (const { argument: text, spec: option, certain } of readOptions(this.source, argument, spec)) {
      const kind = option?.argumentKind;
      if (text === undefined || option === undefined || kind === undefined || !namingKinds.has(kind))
        continue;
      const known = knownText(this.source, text, this.resolve);
      this.name(kind, known, call.application.text, option.letter, !certain, undefined);
    }
  }

  private name(
    kind: string,
    known: KnownText,
    of: string,
    option: string | undefined,
    assumed: boolean,
    separator: string | undefined,
  ): void {
    const parts = separator === undefined || separator === "" ? [known] : splitKnown(known, separator);
    for (const part of parts) {
      if (isEmptyText(part)) continue;
      const { start, end } = part;
      this.names = added(this.names, { kind, known: part, start, end, of, option, dial: undefined, assumed });
    }
  }

  /** Dial strings, and the endpoints and AORs in them. */
  private dialStrings(kind: string, known: KnownText, of: string, assumed: boolean): void {
    for (const dial of readDialStrings(known)) {
      const { start, end, whole, pjsip } = dial;
      this.names = added(this.names, {
        kind,
        known: whole,
        start,
        end,
        of,
        option: undefined,
        dial,
        assumed,
      });
      if (pjsip === undefined) continue;
      const unsure = assumed || pjsip.assumed;
      const { endpoint } = pjsip;
      const place = { of, option: undefined, dial, assumed: unsure };
      this.names = added(this.names, {
        kind: "pjsip-endpoint",
        known: endpoint,
        start: endpoint.start,
        end: endpoint.end,
        ...place,
      });
    }
  }
}
