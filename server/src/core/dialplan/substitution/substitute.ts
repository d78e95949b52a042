// What a dialplan text becomes when Asterisk substitutes in it (main/pbx_variables.c): its value where that can be
// told, the pieces that make it unknown where not, and what Asterisk logs meanwhile.

import { fromByteText, toByteText } from "../../text/byte-text.ts";
import type { Span } from "../../text/span.ts";
import { evaluateExpression, type FunctionAnswer } from "../expression/evaluate.ts";
import { type FunctionBody, type FunctionCall, unknownWithin } from "./function.ts";
import { listFunctions } from "./list-functions.ts";
import { logicFunctions } from "./logic-functions.ts";
import { readReference, substring } from "./substring.ts";
import { deepestNesting, type ExpressionPart, type Part, parseText, type Text } from "./text.ts";
import { textFunctions } from "./text-functions.ts";
import { readVariable, type VariableSource } from "./variables.ts";

/** Something that Asterisk logs; offsets count in the text that was given. */
export interface SubstitutionMessage extends Span {
  readonly level: "NOTICE" | "WARNING" | "ERROR";
  readonly text: string;
  /** Whether the text itself is wrong: a bracket is missing, or an expression does not parse. */
  readonly syntax: boolean;
}

/** A piece whose value cannot be told. */
export interface UnknownPiece extends Span {
  /** The variable or function. */
  readonly what: string;
  readonly reason: string;
}

/** A variable that was read and is not set. */
export interface UnsetVariable extends Span {
  readonly name: string;
}

export interface Substituted {
  /** Undefined where a piece of it is unknown. */
  readonly value: string | undefined;
  readonly unknown: readonly UnknownPiece[];
  readonly unset: readonly UnsetVariable[];
  readonly messages: readonly SubstitutionMessage[];
}

/** Longer texts are cut: the arguments of an application, and a variable, function result or expression. */
const longestText = 8191;
const longestPiece = 4095;

/** Substitutes in a text, or in the part of `source` that is `text`. */
export function substitute(
  source: string,
  variables: VariableSource,
  text: Text = parseText(source),
): Substituted {
  const run = new Substitution(variables);
  const value = run.text(source, text, 0, undefined);
  const { unknown, unset, messages } = run;
  return {
    value: value === undefined ? undefined : fromByteText(value.slice(0, longestText)),
    unknown,
    unset,
    messages: messages.map((each) => ({ ...each, text: fromByteText(each.text) })),
  };
}

const functions: Readonly<Record<string, FunctionBody>> = {
  ...listFunctions,
  ...logicFunctions,
  ...textFunctions,
};

/** Functions whose module only offers them to whole texts, not within expressions. */
const notInExpressions: ReadonlySet<string> = new Set([
  "POP",
  "REPLACE",
  "SHIFT",
  "STRBETWEEN",
  "STRREPLACE",
]);

/** Where a piece stands, and how deep. */
interface Place extends Span {
  readonly depth: number;
}

class Substitution {
  readonly unknown: UnknownPiece[] = [];
  readonly unset: UnsetVariable[] = [];
  readonly messages: SubstitutionMessage[] = [];
  readonly #variables: VariableSource;

  constructor(variables: VariableSource) {
    this.#variables = variables;
  }

  /** `place`: where all of it stands, for a text that is not part of what was given. */
  text(source: string, { parts }: Text, depth: number, place: Span | undefined): string | undefined {
    const values = parts.map((part) => this.#part(source, part, depth, place));
    return values.includes(undefined) ? undefined : values.join("");
  }

  #part(source: string, part: Part, depth: number, place: Span | undefined): string | undefined {
    if (part.kind === "literal") return toByteText(source.slice(part.start, part.end));
    const at: Place = { start: (place ?? part).start, end: (place ?? part).end, depth };
    if (!part.closed) {
      const missing = part.kind === "expression" ? "]" : "}";
      this.#say("WARNING", `Error in extension logic (missing '${missing}')`, at, true);
    }
    const inner = this.#inner(
      source,
      part.kind === "expression" ? part.body : part.inner,
      depth + 1,
      place,
      at,
    );
    if (inner === undefined) return undefined;
    const value =
      part.kind === "expression" ? this.#expression(inner, part, at, place) : this.#braces(inner, at);
    return value?.slice(0, longestPiece);
  }

  #inner(source: string, text: Text, depth: number, place: Span | undefined, at: Place): string | undefined {
    if (text.tooDeep) {
      this.#say("ERROR", tooDeep, at);
      return "";
    }
    return this.text(source, text, depth, place)?.slice(0, longestPiece);
  }

  #expression(body: string, part: ExpressionPart, at: Place, place: Span | undefined): string | undefined {
    const result = evaluateExpression(body, (name, data) => this.#inExpression(name, data, at));
    // Where the body holds no substitution, the text that is evaluated is the text that was given.
    const exact = place === undefined && part.body.parts.every(({ kind }) => kind === "literal");
    for (const { level, text, start, end, column } of result.messages) {
      const span = exact && body.length === part.body.end - part.body.start;
      const shifted = { start: part.body.start + start, end: part.body.start + end };
      this.#say(level, text, span ? shifted : at, column !== undefined);
    }
    if (result.value === undefined && result.reason !== undefined && result.reason !== toldWithin)
      this.#unknown("$[]", result.reason, at);
    return result.value;
  }

  #braces(inner: string, at: Place): string | undefined {
    const { subject, isFunction, bounds } = readReference(inner);
    const value = isFunction ? this.#function(subject, at) : this.#variable(subject, at);
    return value === undefined || bounds === undefined
      ? value
      : substring(value.slice(0, longestPiece), bounds);
  }

  #variable(name: string, at: Place): string | undefined {
    const shown = fromByteText(name);
    const answer = readVariable(this.#variables, shown);
    if (answer.kind === "set") return toByteText(answer.value);
    if (answer.kind === "unset") {
      this.unset.push({ name: shown, start: at.start, end: at.end });
      return "";
    }
    this.#unknown(shown, answer.reason, at);
    return undefined;
  }

  #function(call: string, at: Place): string | undefined {
    const open = call.indexOf("(");
    const name = call.slice(0, open);
    const rest = call.slice(open + 1);
    const close = rest.lastIndexOf(")");
    if (close < 0)
      this.#say("WARNING", `Can't find trailing parenthesis for function '${name}(${rest}'?`, at, true);
    const data = close < 0 ? rest : rest.slice(0, close);
    const answer = this.#answer(name, data, at);
    if (answer.kind === "value") return answer.value;
    if (answer.kind === "missing") {
      this.#say("ERROR", `Function ${name} not registered`, at);
      return "";
    }
    if (answer.kind === "unreadable") return "";
    if (answer.reason !== toldWithin) this.#unknown(`${fromByteText(name)}()`, answer.reason, at);
    return undefined;
  }

  #inExpression(name: string, data: string, at: Place): FunctionAnswer {
    if (notInExpressions.has(name)) return { kind: "unreadable" };
    return this.#answer(name, data, at);
  }

  #answer(name: string, data: string, at: Place): FunctionAnswer {
    const body = Object.hasOwn(functions, name) ? functions[name] : undefined;
    const shown = fromByteText(name);
    if (this.#variables.hasFunction?.(shown) === false) return { kind: "missing" };
    if (name === "GLOBAL" && this.#variables.global !== undefined) return this.#global(data);
    if (body === undefined) return { kind: "unknown", reason: "this function needs a running Asterisk" };
    const value = body(data, this.#call(name, at));
    if (typeof value !== "string") return { kind: "unknown", reason: value.reason ?? toldWithin };
    return { kind: "value", value: value.slice(0, longestPiece) };
  }

  #global(name: string): FunctionAnswer {
    const answer = this.#variables.global?.(fromByteText(name)) ?? { kind: "unset" };
    if (answer.kind === "unknown") return answer;
    return { kind: "value", value: answer.kind === "set" ? toByteText(answer.value) : "" };
  }

  #call(name: string, at: Place): FunctionCall {
    return {
      name,
      substitute: (text) => this.#again(text, at),
      exists: (variable) => {
        const answer = this.#variables.variable(fromByteText(variable));
        return answer.kind === "unknown" ? undefined : answer.kind === "set";
      },
      timeMatches: (specification) => this.#variables.timeMatches?.(fromByteText(specification)),
      log: (level, text) => this.#say(level, text, at),
    };
  }

  /** Substitutes in a text that a function was given or has put together. */
  #again(bytes: string, at: Place): string | undefined {
    if (at.depth + 1 >= deepestNesting) {
      this.#say("ERROR", tooDeep, at);
      return "";
    }
    const source = fromByteText(bytes);
    return this.text(source, parseText(source), at.depth + 1, at);
  }

  #unknown(what: string, reason: string, { start, end }: Span): void {
    this.unknown.push({ what, reason, start, end });
  }

  #say(level: SubstitutionMessage["level"], text: string, { start, end }: Span, syntax = false): void {
    this.messages.push({ level, text, start, end, syntax });
  }
}

const tooDeep = `Exceeded maximum variable substitution recursion depth (${deepestNesting}) - possible infinite recursion in dialplan?`;

/** Stands for a reason that was told of a piece within. */
const toldWithin = unknownWithin.reason ?? "a piece within it is unknown";
