// Jumps by way of variables and functions: hangup handlers, subroutines of connected line updates, contexts that
// other parts of Asterisk look up in a variable, and functions that run or read the dialplan.

import { type FunctionRead, hasSubstitution } from "../substitution/text.ts";
import type { Argument } from "./arguments.ts";
import { sliceText } from "./arguments.ts";
import { type Call, endsInLocation, type StepCatalog } from "./call.ts";
import { type Assignment, assignmentOf, type FunctionUse, readAssignment } from "./functions.ts";
import { contextJump, type Jump, locationJump, macroJump } from "./jump.ts";
import type { Resolve } from "./known-text.ts";
import { impliedPart, locationPart } from "./location.ts";

/** Variables that hold a context. */
const contexts: ReadonlySet<string> = new Set([
  "TRANSFER_CONTEXT",
  "FORWARD_CONTEXT",
  "EXITCONTEXT",
  "SPY_EXIT_CONTEXT",
  "PARKINGDYNCONTEXT",
]);

/** Variables that hold a subroutine. */
const subroutines: ReadonlySet<string> = new Set(["CONNECTED_LINE_SEND_SUB", "REDIRECTING_SEND_SUB"]);

/** Variables that hold the name of a macro. */
const macros: ReadonlySet<string> = new Set([
  "CONNECTED_LINE_CALLEE_SEND_MACRO",
  "CONNECTED_LINE_CALLER_SEND_MACRO",
  "REDIRECTING_CALLEE_SEND_MACRO",
  "REDIRECTING_CALLER_SEND_MACRO",
]);

const handlers = /^hangup_handler_(?:push|pop|wipe)$/i;
const later = { conditional: true, elsewhere: false };
const another = { conditional: true, elsewhere: true };

/** The jumps that an argument of Set or MSet prepares. */
export function writtenJumps(
  call: Call,
  argument: Argument,
  catalog: StepCatalog,
  resolve: Resolve | undefined,
  found: Jump[],
): void {
  const { source } = call;
  const value = call.arguments[call.arguments.indexOf(argument) + 1]?.text;
  if (argument.spec?.kind === "variable-assignment") {
    const assignment = readAssignment(source, argument.text, catalog);
    if (assignment !== undefined) written(call, assignment, resolve, found);
  } else if (value !== undefined) {
    written(call, assignmentOf(source, argument.text, value, catalog), resolve, found);
  }
}

function written(call: Call, assignment: Assignment, resolve: Resolve | undefined, found: Jump[]): void {
  const { value, variable } = assignment;
  if (value.start >= value.end) return;
  const jump = assignment.function === undefined ? byVariable() : byFunction(assignment.function);
  if (jump !== undefined) found.push(jump);

  function byVariable(): Jump | undefined {
    if (variable === undefined) return undefined;
    if (contexts.has(variable)) return contextJump(call, locationPart(call.source, value, resolve), later);
    if (subroutines.has(variable)) return locationJump(call, value, "gosub", ",", another, resolve);
    if (macros.has(variable)) return macroJump(call, value, another, resolve);
    if (variable !== "GOSUB_RESULT" || !call.source.startsWith("GOTO:", value.start)) return undefined;
    const first = value.parts[0];
    if (first?.kind !== "literal" || first.end < value.start + 5) return undefined;
    return locationJump(call, sliceText(value, value.start + 5, value.end), "goto", "^", later, resolve);
  }

  function byFunction({ name, arguments: given }: FunctionUse): Jump | undefined {
    const item = given[0]?.value ?? "";
    if (name === "CHANNEL" && handlers.test(item))
      return locationJump(call, value, "gosub", ",", later, resolve);
    if (name === "CHANNEL" && item.toLowerCase() === "after_bridge_goto") {
      return locationJump(call, value, "goto", ",", later, resolve);
    }
    if (name === "CALLCOMPLETION" && item.toLowerCase() === "cc_callback_sub") {
      return locationJump(call, value, "gosub", ",", another, resolve);
    }
    return undefined;
  }
}

/** Whether a function that is read runs the dialplan; told by its first letter where that is enough. */
export function mayJump(source: string, { name }: FunctionRead): boolean {
  const first = source[name.start];
  if (first !== "E" && first !== "P") return false;
  return source.startsWith("EVAL_", name.start) || source.startsWith("PERIODIC_HOOK", name.start);
}

/** The jumps of a function that is read. */
export function functionJumps(
  call: Call,
  use: FunctionUse,
  resolve: Resolve | undefined,
  found: Jump[],
): void {
  const { name, spec, arguments: given } = use;
  const [first, second] = given;
  const last = given[given.length - 1];
  if (first === undefined || last === undefined) return;
  if (name === "PERIODIC_HOOK" && second !== undefined) {
    const context = locationPart(call.source, first.text, resolve);
    const extension = locationPart(call.source, second.text, resolve);
    found.push({
      kind: "goto",
      call,
      start: first.start,
      end: second.end,
      context,
      extension,
      priority: impliedPart("1", second.end),
      target: { relative: undefined, number: 1, label: undefined },
      conditional: true,
      elsewhere: true,
      returns: false,
      assumed: use.certain < 2 && hasSubstitution(first.text),
    });
  } else if (name === "EVAL_EXTEN" || name === "EVAL_SUB") {
    if (spec === undefined || !endsInLocation(spec.arguments)) return;
    const text = {
      start: first.start,
      end: last.end,
      parts: given.flatMap(({ text: { parts } }, index) => {
        const separator = {
          kind: "literal" as const,
          start: given[index - 1]?.end ?? 0,
          end: (given[index - 1]?.end ?? 0) + 1,
        };
        return index === 0 ? parts : [separator, ...parts];
      }),
    };
    const jump = locationJump(call, text, "gosub", ",", later, resolve);
    if (jump !== undefined) found.push(jump);
  }
}
