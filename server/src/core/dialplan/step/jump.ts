// What a jump is, and how the places of a call become one.

import type { Text } from "../substitution/text.ts";
import { splitText } from "./arguments.ts";
import type { Call } from "./call.ts";
import type { LocalTarget } from "./dial-string.ts";
import { type KnownText, knownValue, type Resolve, wholeText } from "./known-text.ts";
import {
  firstPriority,
  impliedPart,
  type LocationPart,
  locationPart,
  type PriorityPlace,
  readLocation,
  readPriority,
} from "./location.ts";

/**
 * goto: goes there. gosub: goes there and comes back with Return. macro: the same with the context "macro-NAME".
 * context: extensions that are dialled later are looked up there.
 */
export type JumpKind = "goto" | "gosub" | "macro" | "context";

export interface Jump extends JumpWays {
  readonly kind: JumpKind;
  readonly call: Call;
  /** Where it is written; empty where it is only implied. */
  readonly start: number;
  readonly end: number;
  /** Undefined: the context in which the call is. Its value is undefined where only a call tells. */
  readonly context: LocationPart | undefined;
  /** Undefined: the extension in which the call is; of a "context", what is dialled. */
  readonly extension: LocationPart | undefined;
  /** Undefined for a "context" only. */
  readonly priority: LocationPart | undefined;
  /** The priority as Asterisk reads it; undefined where it is not known. */
  readonly target: PriorityPlace | undefined;
  /** Whether the call goes on behind it once what it jumped to is through. */
  readonly returns: boolean;
  /** Whether this holds only as long as no substitution yields a separator. */
  readonly assumed: boolean;
}

export interface JumpWays {
  /** Whether the call may as well not jump. */
  readonly conditional: boolean;
  /** Whether another channel jumps than the one that runs the step. */
  readonly elsewhere: boolean;
}

/** A location, with arguments where it is a subroutine; undefined where nothing is written. */
export function locationJump(
  call: Call,
  text: Text,
  kind: JumpKind,
  separator: "," | "^",
  ways: JumpWays,
  resolve: Resolve | undefined,
): Jump | undefined {
  const withArguments = kind === "gosub";
  const location = readLocation(call.source, text, { separator, withArguments, resolve });
  if (location === undefined) return undefined;
  const { start, end, context, extension, priority, assumed } = location;
  const target = priority.value === undefined ? undefined : readPriority(priority.value);
  return {
    kind,
    call,
    start,
    end,
    context,
    extension,
    priority,
    target,
    conditional: ways.conditional,
    elsewhere: ways.elsewhere,
    returns: withArguments,
    assumed,
  };
}

/** A subroutine that is named by its context and begins at s,1: `context^argument^...`. */
export function entryJump(
  call: Call,
  text: Text,
  separator: "," | "^",
  ways: JumpWays,
  resolve: Resolve | undefined,
): Jump | undefined {
  const name = firstOf(call, text, separator);
  if (name === undefined) return undefined;
  return entered(call, "gosub", locationPart(call.source, name, resolve), text, ways);
}

/** Macro(name,argument,...): the context "macro-name", at s,1. */
export function macroJump(
  call: Call,
  text: Text,
  ways: JumpWays,
  resolve: Resolve | undefined,
): Jump | undefined {
  const name = firstOf(call, text, call.name === "dial" ? "^" : ",");
  if (name === undefined) return undefined;
  const part = locationPart(call.source, name, resolve);
  const prefix = wholeText("macro-", name.start).pieces;
  const value = part.value === undefined ? undefined : `macro-${part.value}`;
  const { start, end } = part;
  const known = { start, end, pieces: [...prefix, ...part.known.pieces] };
  const context = { start, end, value, known };
  return entered(call, "macro", context, text, ways);
}

/** What stands before the first separator; undefined for the empty text. */
function firstOf(call: Call, text: Text, separator: "," | "^"): Text | undefined {
  const splitting = { separator, protects: false, unquotes: false, most: 2 };
  return splitText(call.source, text, splitting).slices[0]?.text;
}

function entered(
  call: Call,
  kind: JumpKind,
  context: LocationPart,
  { start, end }: Text,
  { conditional, elsewhere }: JumpWays,
): Jump {
  const extension = impliedPart("s", context.end);
  const priority = impliedPart("1", context.end);
  const place = { kind, call, start, end, context, extension, priority, target: firstPriority };
  return {
    ...place,
    conditional,
    elsewhere,
    returns: true,
    assumed: context.value === undefined,
  };
}

/** A context in which numbers are looked up that are dialled later. */
export function contextJump(call: Call, context: LocationPart | undefined, { elsewhere }: JumpWays): Jump {
  const at = call.data.end;
  return {
    kind: "context",
    call,
    start: context?.start ?? at,
    end: context?.end ?? at,
    context,
    extension: undefined,
    priority: undefined,
    target: undefined,
    conditional: true,
    elsewhere,
    returns: false,
    assumed: context !== undefined && context.value === undefined,
  };
}

/** Where a Local channel goes on. */
export function continuation(call: Call, local: LocalTarget, start: number, end: number): Jump {
  return {
    kind: "goto",
    call,
    start,
    end,
    context: partOf(local.context),
    extension: partOf(local.extension),
    priority: impliedPart("1", local.extension.end),
    target: firstPriority,
    conditional: false,
    elsewhere: true,
    returns: false,
    assumed: local.assumed,
  };
}

/** A known text as a place of a jump. */
function partOf(known: KnownText): LocationPart {
  const { start, end } = known;
  return { start, end, value: knownValue(known), known };
}
