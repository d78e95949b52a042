// The option M of Dial, which ran a macro for whoever answered, as the option U, which runs a subroutine (apps/app_dial.c,
// apps/app_macro.c of Asterisk 20, apps/app_stack.c). What they do about an outcome, BUSY, CONTINUE, GOTO and so on, is the
// same; the variable that holds it has another name, and these are different:
// - Where a step of the macro ends the call, as Hangup does, M ends it for both; U connects them all the same.
// - M leaves the called channel in the caller's context, in which it then looks for what is dialled to transfer.
// - U hands GOSUB_RETVAL to the caller together with an outcome, and sets ARGC.

import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { OptionUse } from "../../dialplan/step/option-letters.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { callsOf } from "../application/calls.ts";
import type { OptionSite } from "../application/options.ts";
import { rewritten } from "../application/places.ts";
import { brokenJumps } from "../jump/broken-jumps.ts";
import type { Edit, Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { isAlone, type Macro, macroNamed, needsOf, returning } from "./macro-fitness.ts";

/** The fix that lets U do the work of M; none unless the outcome is the same for sure. */
export function macroToSubroutine(
  { site, argument, options }: OptionSite,
  option: OptionUse,
  dialplan: Dialplan,
  installation: Installation,
): readonly Fix[] {
  const { call, line } = site;
  if (call.name !== "dial" || option.letter !== "M" || option.argument === undefined) return [];
  const { start, end } = option;
  const isWhole = argument.text.parts.every(
    (part) => part.kind === "literal" || (part.start >= start && part.end <= end),
  );
  const others = options.filter((other) => other !== option);
  if (!isWhole || !others.every(({ letter }) => leavesItAlone.has(letter))) return [];
  const given = call.source.slice(option.argument.start, option.argument.end);
  const name = plainCall.exec(given)?.[1];
  const steps = installation.steps(dialplan);
  const macro = name === undefined ? undefined : macroNamed(name, dialplan, steps);
  if (macro === undefined || dialplan.partial || !isAlone(macro.context)) return [];
  if (!isSameFor(macro, dialplan, installation) || !areOutcomesOwn(dialplan, installation)) return [];
  const edits = editsOf(macro);
  const text = `U(macro-${given})`;
  const title = `Change to ${quoted(text)}`;
  const fixes = rewritten(line, { start, end }, text, title, true);
  if (edits === undefined) return [];
  if (edits.length === 0) return fixes;
  const made = `${title}, and make [macro-${name}] a subroutine`;
  return fixes.map((fix) => ({ ...fix, title: made, edits: [...fix.edits, ...edits] }));
}

/** A name and arguments that both cut alike: there is nothing in them that Gosub would take out or keep together. */
const plainCall = /^([\w.-]+)(?:\^(?:[^"'\\()[\]{}$,]|\$\{EXTEN(?::-?\d+){0,2}\})*)?$/;

/** Options that have nothing to do with the macro, nor with where the called channel is afterwards. */
const leavesItAlone: ReadonlySet<string> = new Set([..."rRmcCiIghHTLSWwXx"]);

/** Applications that never end a call by themselves, not even when it is hung up while they run. */
const goOn: ReadonlySet<string> = new Set([
  ...["noop", "set", "mset", "verbose", "log", "read", "execif", "goto", "gotoif", "gotoiftime"],
  ...["macroexit", "return"],
]);

/** Functions that have to do with subroutines, or that set variables under other names. */
const ofSubroutines = /^(?:LOCAL|LOCAL_PEEK|STACK_PEEK|ARRAY|HASH|GLOBAL|EVAL)$/;

const outcomes: ReadonlySet<string> = new Set(["MACRO_RESULT", "GOSUB_RESULT"]);

function isSameFor({ lines }: Macro, dialplan: Dialplan, installation: Installation): boolean {
  const broken = brokenJumps(dialplan, installation);
  return lines.every(
    (line) =>
      line?.call !== undefined &&
      callsOf(line).every(({ name }) => goOn.has(name)) &&
      needsOf(line).every(({ start, end }) => isOutcome(line, start, end)) &&
      line.reads.every(({ name }) => name !== undefined && name !== "ARGC" && !outcomes.has(name)) &&
      line.writes.every(({ variable, function: written }) =>
        variable === undefined ? written !== undefined : !/^ARG(?:\d|C$)/.test(variable),
      ) &&
      line.functions.every(({ name }) => name !== undefined && !ofSubroutines.test(name)) &&
      line.jumps.every(
        ({ context, extension, target }) => (context ?? extension) === undefined && target !== undefined,
      ) &&
      !broken.some((jump) => jump.line === line),
  );
}

/** Whether what stands in a place of a step is the variable by which a macro tells its outcome. */
function isOutcome({ writes }: StepLine, start: number, end: number): boolean {
  return writes.some(
    ({ variable, nameStart, nameEnd }) =>
      variable === "MACRO_RESULT" && nameStart === start && nameEnd === end,
  );
}

/** Whether a called channel has no outcome but the one of what it ran, and nobody asks for what that returned. */
const areOutcomesOwn: PerDialplan<boolean> = perDialplan((dialplan, installation) => {
  const steps: DialplanSteps = installation.steps(dialplan);
  if ([...outcomes].some((name) => dialplan.globals.has(name))) return false;
  // Who reads the outcome of a macro reads it under its old name.
  const asked = new Set([...outcomes, "GOSUB_RETVAL"]);
  if (steps.reading.some(({ reads }) => reads.some(({ name }) => name !== undefined && asked.has(name))))
    return false;
  return steps.writing.every(({ writes, step }) =>
    writes.every(({ inherited, variable, function: written }) =>
      variable === undefined
        ? written === undefined || !/_RESULT/.test(step.option.value.slice(written.start, written.end))
        : !outcomes.has(variable) || inherited === "",
    ),
  );
});

/** What makes the context of a macro a subroutine that tells its outcome; undefined where that cannot be written. */
function editsOf(macro: Macro): readonly Edit[] | undefined {
  const edits = returning(macro);
  if (edits === undefined) return undefined;
  const renamed: Edit[] = [];
  for (const line of macro.lines) {
    for (const { variable, nameStart, nameEnd } of line?.writes ?? []) {
      if (line === undefined || variable !== "MACRO_RESULT") continue;
      const [fix] = rewritten(line, { start: nameStart, end: nameEnd }, "GOSUB_RESULT", "", true);
      if (fix === undefined) return undefined;
      renamed.push(...fix.edits);
    }
  }
  return [...renamed, ...edits];
}
