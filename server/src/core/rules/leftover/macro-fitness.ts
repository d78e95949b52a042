// Whether a macro does the same as a subroutine, and what has to be changed in it (apps/app_macro.c of Asterisk 20,
// apps/app_stack.c).

import type { StepLine } from "../../dialplan/lines.ts";
import type { Context, Dialplan, Priority } from "../../dialplan/model.ts";
import { matchesName } from "../../dialplan/pattern/matches.ts";
import type { Call } from "../../dialplan/step/call.ts";
import { endsHere } from "../../dialplan/step/flow.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { callsOf } from "../application/calls.ts";
import { rewritten } from "../application/places.ts";
import { lineBehind } from "../fix.ts";
import type { Edit } from "../rule.ts";

export interface Fitness {
  /** Whether a call of the subroutine has the same outcome as a call of the macro had. */
  readonly same: boolean;
  /** What makes the macro's context a subroutine; none where it is one. */
  readonly edits: readonly Edit[];
  /** The highest argument that it reads. */
  readonly mostArguments: number;
}

/** Undefined where a macro cannot be called as a subroutine, unless somebody writes it anew. */
export function fitnessOf(dialplan: Dialplan, name: string, installation: Installation): Fitness | undefined {
  const steps = installation.steps(dialplan);
  const macro = macroNamed(name, dialplan, steps);
  if (macro === undefined) return undefined;
  const { context, lines } = macro;
  const needsMacro = context.extensions.some(({ priorities }) =>
    priorities.some((priority) => needsOf(steps.lineOf(priority)).length > 0),
  );
  if (needsMacro) return undefined;
  const edits = returning(macro);
  if (edits === undefined) return undefined;
  const same =
    !dialplan.partial &&
    isAlone(context) &&
    lines.every(doesTheSame) &&
    !hasHangupExtension(dialplan, context, installation);
  return { same, edits, mostArguments: Math.max(0, ...lines.map(mostArgument)) };
}

/** The context of a macro, and the steps that a call of it runs. */
export interface Macro {
  readonly context: Context;
  readonly priorities: readonly Priority[];
  readonly lines: readonly (StepLine | undefined)[];
}

/** Undefined where there is none that could be entered. */
export function macroNamed(name: string, dialplan: Dialplan, steps: DialplanSteps): Macro | undefined {
  const context = dialplan.contexts.get(`macro-${name}`);
  const entered = context?.extensions.find((extension) => extension.name === "s");
  if (context === undefined || entered === undefined) return undefined;
  const { priorities } = entered;
  return { context, priorities, lines: priorities.map((priority) => steps.lineOf(priority)) };
}

/** Whether nothing but the steps of "s" can run in a macro's context. */
export function isAlone({ extensions, includes, switches }: Context): boolean {
  return extensions.length === 1 && includes.length + switches.length === 0;
}

/** Something that a macro gives a step, and a subroutine does not. */
export interface Need {
  /** Offsets in the value of the step's option. */
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What a variable that a macro sets is for. */
function writtenFor(variable: string): string {
  return variable === "MACRO_RESULT"
    ? "Dial's option U takes the outcome from GOSUB_RESULT"
    : `Gosub does not look at ${variable}`;
}

/** Why a step breaks or does something else once its macro is a subroutine; none for most steps. */
export function needsOf(line: StepLine | undefined): readonly Need[] {
  if (line?.call === undefined) return [];
  const needs: Need[] = [];
  for (const { name, start, end } of line.reads)
    if (name?.startsWith("MACRO_") === true) needs.push({ start, end, message: `Gosub sets no ${name}` });
  for (const { variable, nameStart, nameEnd } of line.writes)
    if (variable?.startsWith("MACRO_") === true)
      needs.push({ start: nameStart, end: nameEnd, message: writtenFor(variable) });
  for (const { name, application } of callsOf(line))
    if (waitForDigits.has(name))
      needs.push({
        start: application.start,
        end: application.end,
        message: `${application.text} looks for the digits where a macro was called, but in a subroutine's own context`,
      });
  return needs;
}

const waitForDigits: ReadonlySet<string> = new Set(["background", "waitexten"]);

/** The edits that let each way through the steps end in Return; undefined where that is not seen. */
export function returning({ context, priorities, lines }: Macro): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const line of lines) {
    if (line?.call?.name !== "macroexit") continue;
    const [fix] = rewritten(line, line.call.application, "Return", "", false);
    if (fix === undefined) return undefined;
    edits.push(...fix.edits);
  }
  const last = lines.at(-1);
  if (last?.call === undefined) return undefined;
  if (last.call.name === "return" || last.call.name === "macroexit" || endsHere(last.call)) return edits;
  // A line behind the last one goes on counting only where that is the last one of the context, too.
  const { option } = last.step;
  const onlyOnce = last.places.length === 1 && context.sections.length === 1;
  const isLast = context.sections[0]?.options.at(-1) === option;
  const contiguous = priorities.every(({ number }, index) => number === index + 1);
  if (!onlyOnce || !isLast || !contiguous || !/^(exten|same)$/i.test(option.name)) return undefined;
  const { start, nameStart, nameEnd, valueStart } = option.line;
  const text = option.file.lines.text;
  if (option.line.cooked !== undefined) return undefined;
  const operator = text.slice(nameEnd, valueStart);
  const indent = last.step.same ? text.slice(start, nameStart) : " ";
  const edit = lineBehind(option, `${indent}same${operator}n,Return()`);
  return edit === undefined ? undefined : [...edits, edit];
}

/** The number of the highest ARGn that a step reads. */
function mostArgument(line: StepLine | undefined): number {
  const numbers = line?.reads.map(({ name }) => Number(/^ARG(\d+)$/.exec(name ?? "")?.[1] ?? 0)) ?? [];
  return Math.max(0, ...numbers);
}

/**
 * A step that stays in its context and asks for nothing of macros. Applications that read digits or transfer calls look
 * for extensions where a macro was called, but where a subroutine stands.
 */
function doesTheSame(line: StepLine | undefined): boolean {
  return (
    line?.call !== undefined &&
    callsOf(line).every(isPlain) &&
    line.jumps.every(({ context, extension }) => (context ?? extension) === undefined) &&
    line.reads.every(({ name }) => name !== undefined && name !== "ARGC" && !name.startsWith("MACRO_")) &&
    line.writes.every(({ variable, function: written }) =>
      variable === undefined ? written !== undefined : !/^(MACRO_|ARG\d)/.test(variable),
    )
  );
}

/** Applications that do the same wherever they are called. */
const plain: ReadonlySet<string> = new Set(
  [
    "answer",
    "noop",
    "set",
    "mset",
    "playback",
    "wait",
    "verbose",
    "log",
    "goto",
    "gotoif",
    "gotoiftime",
  ].concat(
    ["execif", "execiftime", "hangup", "ringing", "progress", "proceeding", "busy", "congestion", "return"],
    ["saydigits", "saynumber", "sayalpha", "sayphonetic", "sayunixtime", "playtones", "stopplaytones"],
    ["mixmonitor", "stopmixmonitor", "while", "endwhile", "exitwhile", "continuewhile", "macroexit"],
    ["setcalleridpres", "userevent", "celgenuserevent", "resetcdr", "musiconhold", "startmusiconhold"],
    ["stopmusiconhold", "sendtext", "senddtmf", "record", "echo", "milliwatt"],
  ),
);

function isPlain(call: Call): boolean {
  if (plain.has(call.name)) return true;
  if (call.name !== "dial") return false;
  const options = call.arguments[2];
  // Ringing, music, time limits and the like; nothing that looks for an extension.
  return options === undefined || /^[rRmciIghHn]*$/.test(options.value ?? "-");
}

/** After a hangup a macro's caller is where "h" is looked for, and a subroutine's own context is. */
function hasHangupExtension(dialplan: Dialplan, macro: Context, installation: Installation): boolean {
  return firstWithHangup(dialplan, installation).some((context) => context !== macro);
}

/** The first two contexts that have "h" or may have it: one of them is another than any that is asked about. */
const firstWithHangup: PerDialplan<readonly Context[]> = perDialplan(({ contexts }) => {
  const found: Context[] = [];
  for (const context of contexts.values()) {
    if (found.length === 2) break;
    const { switches, extensions } = context;
    if (switches.length > 0 || extensions.some(({ name, unknown }) => unknown || matchesName(name, "h")))
      found.push(context);
  }
  return found;
});
