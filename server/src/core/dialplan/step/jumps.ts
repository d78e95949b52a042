// Where a call goes on, or sends another channel: every place of it that names a location or a context.

import type { OptionLetter } from "../../catalog/dialplan-spec.ts";
import { exact } from "../../text/exact.ts";
import { hasSubstitution, type Text } from "../substitution/text.ts";
import { type Argument, knownArgument, sliceText } from "./arguments.ts";
import { branchesOf, type Call, endsInLocation, type StepCatalog } from "./call.ts";
import { readDialStrings } from "./dial-string.ts";
import { functionRead, walkParts } from "./functions.ts";
import type { Jump, JumpKind, JumpWays } from "./jump.ts";
import { contextJump, continuation, entryJump, locationJump, macroJump } from "./jump.ts";
import type { KnownText, Resolve } from "./known-text.ts";
import { impliedPart, type LocationPart, locationPart } from "./location.ts";
import { readOptions } from "./option-letters.ts";
import { traitsOf } from "./traits.ts";
import { functionJumps, mayJump, writtenJumps } from "./written-jumps.ts";

/** Applications that jump only if a condition holds, or a digit is pressed. */
const conditional: ReadonlySet<string> = new Set(["gotoif", "gotoiftime", "gosubif", "macroif"]);

/** Applications after which single digits are looked up in the context in which the call is. */
const listening: ReadonlySet<string> = new Set(["background", "waitexten"]);

/** What an agent or callee does, once it answers. */
const another: JumpWays = { conditional: true, elsewhere: true };

/** All jumps of a call and of the calls within it. Linear in the length of the step. */
export function jumpsOf(call: Call, catalog: StepCatalog, resolve?: Resolve): readonly Jump[] {
  const found: Jump[] = [];
  collect(call, { catalog, resolve, found, conditional: false, elsewhere: false });
  if (hasSubstitution(call.data)) {
    walkParts(call.data, (part) => {
      if (part.kind === "function" && mayJump(call.source, part)) {
        functionJumps(call, functionRead(call.source, part, catalog), resolve, found);
      }
    });
  }
  return exact(found);
}

interface Collecting {
  readonly catalog: StepCatalog;
  readonly resolve: Resolve | undefined;
  readonly found: Jump[];
  readonly conditional: boolean;
  readonly elsewhere: boolean;
}

function collect(call: Call, collecting: Collecting): void {
  const { spec } = call;
  if (spec !== undefined && spec.arguments.length > 0) {
    const always = collecting.conditional || conditional.has(call.name);
    const ways = { conditional: always, elsewhere: collecting.elsewhere };
    const ends = endsInLocation(spec.arguments);
    if (ends) trailingLocation(call, collecting, ways);
    for (let index = 0; index < call.arguments.length; index++) {
      const argument = call.arguments[index] as Argument;
      if (argument.spec !== undefined) ofArgument(call, argument, ends, collecting, ways);
    }
    defaults(call, collecting, ways);
  }
  for (const inner of call.inner) {
    collect(inner.call, {
      ...collecting,
      conditional: collecting.conditional || inner.conditional,
      elsewhere: collecting.elsewhere || inner.elsewhere,
    });
  }
}

/** Goto, Gosub, ChannelRedirect: the last three arguments are one location. */
function trailingLocation(call: Call, { resolve, found }: Collecting, ways: JumpWays): void {
  const specs = call.spec?.arguments ?? [];
  const first = call.arguments[specs.length - 3];
  if (first === undefined) return;
  const text = sliceText(call.data, first.start, call.data.end);
  const gosub = call.name === "gosub" || specs[specs.length - 1]?.takesArguments === true;
  const elsewhere = ways.elsewhere || specs.length > 3;
  const kind = gosub ? "gosub" : "goto";
  add(found, locationJump(call, text, kind, ",", { ...ways, elsewhere }, resolve));
}

function ofArgument(
  call: Call,
  argument: Argument,
  endsInLocation: boolean,
  collecting: Collecting,
  ways: JumpWays,
): void {
  const { source, name } = call;
  const { catalog, resolve, found } = collecting;
  const { spec, text } = argument;
  switch (spec?.kind) {
    case "dialplan-location":
    case "gosub-location": {
      if (endsInLocation) return;
      if (name === "queue") {
        add(found, entryJump(call, text, ",", another, resolve));
        return;
      }
      const kind: JumpKind = spec.kind === "gosub-location" || spec.takesArguments ? "gosub" : "goto";
      for (const branch of branchesOf(call, text, spec.partSeparator)) {
        add(found, locationJump(call, branch, kind, ",", ways, resolve));
      }
      return;
    }
    case "gosub-context":
      add(found, entryJump(call, text, ",", another, resolve));
      return;
    case "dialplan-context": {
      if (endsInLocation || text.start >= text.end || name === "blindtransfer") return;
      add(found, contextJump(call, knownPart(source, argument, resolve), ways));
      return;
    }
    case "macro-name": {
      // What follows the name are the macro's arguments.
      const follows = spec.partSeparator === undefined && name.startsWith("macro");
      const whole = follows ? sliceText(call.data, text.start, call.data.end) : text;
      for (const branch of branchesOf(call, whole, spec.partSeparator)) {
        add(found, macroJump(call, branch, name === "queue" ? another : ways, resolve));
      }
      return;
    }
    case "dialstring":
    case "queue-interface":
      localJumps(call, knownArgument(source, argument, resolve), found);
      return;
    case "options":
      optionJumps(call, argument, collecting);
      return;
    case "variable-or-function":
    case "variable-assignment":
      writtenJumps(call, argument, catalog, resolve, found);
      return;
    default:
      return;
  }
}

function add(found: Jump[], jump: Jump | undefined): void {
  if (jump !== undefined) found.push(jump);
}

/** A place whose quotes and backslashes Asterisk takes out. */
function knownPart(source: string, argument: Argument, resolve: Resolve | undefined): LocationPart {
  const { value, text } = argument;
  const part = locationPart(source, text, resolve);
  return value === undefined || value === part.value
    ? part
    : { start: part.start, end: part.end, value, known: knownArgument(source, argument, resolve) };
}

/** Local channels run the dialplan too. */
function localJumps(call: Call, known: KnownText, found: Jump[]): void {
  for (const { local, start, end } of readDialStrings(known)) {
    if (local !== undefined) found.push(continuation(call, local, start, end));
  }
}

function optionJumps(call: Call, argument: Argument, { resolve, found }: Collecting): void {
  const { source, spec } = call;
  if (spec === undefined || !traitsOf(spec).jumpsInOptions || !argument.raw.includes("(")) return;
  for (const { argument: text, spec: option } of readOptions(source, argument, spec)) {
    if (text !== undefined && option !== undefined) optionJump(call, option, text, resolve, found);
  }
}

function optionJump(
  call: Call,
  option: OptionLetter,
  text: Text,
  resolve: Resolve | undefined,
  found: Jump[],
): void {
  const separator = option.argumentSeparator === "," ? "," : "^";
  const { letter, argumentKind } = option;
  // B is the caller's own subroutine, and G sends both channels; all other letters are about the channel that is called.
  const elsewhere = letter !== "B" && letter !== "G" && letter !== "d" && letter !== "c";
  const ways = { conditional: letter !== "B", elsewhere };
  if (argumentKind === "dialplan-location")
    add(found, locationJump(call, text, "goto", separator, ways, resolve));
  else if (argumentKind === "gosub-location")
    add(found, locationJump(call, text, "gosub", separator, ways, resolve));
  else if (argumentKind === "gosub-context") add(found, entryJump(call, text, separator, ways, resolve));
  else if (
    argumentKind === "macro-name" ||
    (letter === "M" && argumentKind === undefined && call.name === "dial")
  ) {
    add(found, macroJump(call, text, ways, resolve));
  } else if (argumentKind === "dialplan-context" && text.start < text.end) {
    add(found, contextJump(call, locationPart(call.source, text, resolve), ways));
  }
}

/** Places that are named by leaving them out, and those that only one application has. */
function defaults(call: Call, { resolve, found }: Collecting, ways: JumpWays): void {
  const { name, source, data } = call;
  if (listening.has(name)) {
    const named = call.arguments.some(
      ({ spec, start, end }) => spec?.kind === "dialplan-context" && start < end,
    );
    if (!named) add(found, contextJump(call, undefined, ways));
  } else if (name === "disa") {
    const context = call.arguments[1];
    if (context === undefined || context.start >= context.end) {
      add(found, contextJump(call, impliedPart("disa", data.end), ways));
    }
  } else if (name === "directory") {
    const [voicemail, context] = call.arguments;
    if (voicemail !== undefined && (context === undefined || context.start >= context.end)) {
      add(found, contextJump(call, knownPart(source, voicemail, resolve), ways));
    }
  } else if (name === "blindtransfer" || name === "attendedtransfer") transfer(call, ways, resolve, found);
  else if (name === "originate") originate(call, ways, resolve, found);
}

function transfer(call: Call, ways: JumpWays, resolve: Resolve | undefined, found: Jump[]): void {
  const [extension, context] = call.arguments;
  if (extension === undefined || extension.start >= extension.end) return;
  const named = context !== undefined && context.start < context.end && call.name === "blindtransfer";
  found.push({
    kind: "goto",
    call,
    start: extension.start,
    end: named ? context.end : extension.end,
    context: named ? knownPart(call.source, context, resolve) : undefined,
    extension: knownPart(call.source, extension, resolve),
    priority: impliedPart("1", extension.end),
    target: { relative: undefined, number: 1, label: undefined },
    conditional: ways.conditional,
    elsewhere: true,
    returns: false,
    assumed: call.certain < 2,
  });
}

/** Originate(dial string,exten,context[,extension[,priority]]): the priority counts only with five arguments. */
function originate(call: Call, ways: JumpWays, resolve: Resolve | undefined, found: Jump[]): void {
  const [, type, context, extension, priority] = call.arguments;
  if (type?.value?.toLowerCase() !== "exten" || context === undefined) return;
  const last = priority ?? extension ?? context;
  const counts = priority !== undefined && call.arguments.length === 5;
  found.push({
    kind: "goto",
    call,
    start: context.start,
    end: last.end,
    context: knownPart(call.source, context, resolve),
    extension:
      extension === undefined ? impliedPart("s", context.end) : knownPart(call.source, extension, resolve),
    priority: counts ? knownPart(call.source, priority, resolve) : impliedPart("1", last.end),
    target: { relative: undefined, number: counts ? numberOf(priority.value) : 1, label: undefined },
    conditional: ways.conditional,
    elsewhere: true,
    returns: false,
    assumed: call.certain < call.arguments.length,
  });
}

function numberOf(value: string | undefined): number | undefined {
  const digits = /^\s*([+-]?[0-9]{1,30})/.exec(value ?? "")?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 10);
}
