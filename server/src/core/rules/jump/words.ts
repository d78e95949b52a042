// What is said about a jump that finds nothing: where it is written, what Asterisk does then, and what was meant.

import type { Dialplan } from "../../dialplan/model.ts";
import { equalsIgnoringCase } from "../../text/ascii.ts";
import { isMissing } from "../../workspace/jumps/targets.ts";
import { type Offsets, placeOf, rewritten } from "../application/places.ts";
import type { Effect, Finding, Fix } from "../rule.ts";
import type { Suggestions } from "../suggestions.ts";
import { quoted } from "../words.ts";
import type { BrokenJump } from "./broken-jumps.ts";

export interface Outcome {
  readonly effect: Effect;
  /** What comes behind the colon of a message. */
  readonly text: string;
  readonly log: readonly string[];
}

/** A finding about a part of the location; about all of it where the part is written nowhere. */
export function findingAt(
  { line, jump }: BrokenJump,
  part: Offsets | undefined,
  message: string,
  { effect, text, log }: Outcome,
  fixes: readonly Fix[],
): Finding {
  const written = [part, jump].find((place) => place !== undefined && place.start < place.end);
  return {
    ...placeOf(line, written ?? jump.call.application),
    message: `${message}: ${text}`,
    effect,
    runtimeLog: log,
    fixes,
  };
}

/** A fix that writes a name in the place of another. */
export function renamed({ line }: BrokenJump, part: Offsets | undefined, name: string): readonly Fix[] {
  if (part === undefined || part.start >= part.end) return [];
  return rewritten(line, part, name, `Change to ${quoted(name)}`, false);
}

/** What no argument can hold as it is: written there, such a name would become another one each time. */
const endsArguments = /[\s,()&^|;\\"{}]/;

/** What was meant among other names, as a remark in brackets with a blank before it. */
export function guessed(
  name: string,
  suggestions: Suggestions | undefined,
): { near: string | undefined; text: string } {
  const near = suggestions?.closest(name);
  if (near === undefined || endsArguments.test(near)) return { near: undefined, text: "" };
  const text = equalsIgnoringCase(near, name)
    ? ` (${quoted(near)} is another name, since case counts)`
    : ` (did you mean ${quoted(near)}?)`;
  return { near, text };
}

const gotos: ReadonlySet<string> = new Set(["goto", "gotoif", "gotoiftime"]);
const gosubs: ReadonlySet<string> = new Set(["gosub", "gosubif"]);
const hangsUp = "Asterisk hangs up when a call comes here";

/** What becomes of a call that makes the jump. */
export function outcomeOf(broken: BrokenJump, dialplan: Dialplan): Outcome {
  const { jump, miss } = broken;
  const { name } = jump.call;
  const { context } = miss;
  if (jump.kind === "context")
    return { effect: "works-otherwise", text: "no number is found there", log: [] };
  if (jump.kind === "macro") {
    const log = [`Context '${context}' for macro '${context.replace(/^macro-/, "")}' does not exist`];
    return { effect: "works-otherwise", text: "the macro does not run", log };
  }
  if (gotos.has(name)) return ofGoto(broken, dialplan);
  if (gosubs.has(name)) return { effect: "call-fails", text: hangsUp, log: gosubLog(broken) };
  if (jump.kind === "gosub")
    return { effect: "works-otherwise", text: "the subroutine does not run", log: [] };
  if (name === "originate") return { effect: "call-fails", text: "the new channel is hung up", log: [] };
  if (name === "blindtransfer" || name === "attendedtransfer")
    return { effect: "call-fails", text: "the transfer fails", log: [] };
  if (jump.elsewhere && jump.priority !== undefined && jump.priority.start === jump.priority.end) {
    const log = [
      `No such extension/context ${miss.extension ?? "<exten>"}@${context} while calling Local channel`,
    ];
    return { effect: "call-fails", text: "the Local channel reaches nobody", log };
  }
  return { effect: "call-fails", text: "the channel that is sent there is hung up", log: [] };
}

function ofGoto({ miss, targets }: BrokenJump, dialplan: Dialplan): Outcome {
  const { lacking, context, priority } = miss;
  if (typeof priority === "string") return { effect: "call-fails", text: hangsUp, log: labelLog(miss) };
  if (lacking === "priority") {
    return dialplan.general.autofallthrough
      ? { effect: "call-fails", text: "the call ends here without a message", log: [] }
      : { effect: "works-otherwise", text: "the call waits for digits instead", log: [] };
  }
  const handler = ["i", "e"].find((extension) => !isMissing(targets.find(context, extension, 1)));
  if (handler !== undefined)
    return { effect: "works-otherwise", text: `the call goes to ${quoted(handler)} instead`, log: [] };
  const log = [
    `Channel '<channel>' sent to invalid extension but no invalid handler: context,exten,priority=${context},${miss.extension ?? "<exten>"},${priority ?? "<priority>"}`,
  ];
  return { effect: "call-fails", text: hangsUp, log };
}

function labelLog({ lacking, context, extension, priority, place }: BrokenJump["miss"]): string[] {
  const name = extension === place.extension.name && extension.startsWith("_") ? "<exten>" : extension;
  const before =
    lacking === "label"
      ? [`No such label '${priority}' in extension '${name ?? "<exten>"}' in context '${context}'`]
      : lacking === "extension"
        ? [`Cannot find extension '${name ?? "<exten>"}' in context '${context}'`]
        : lacking === "context"
          ? [`Cannot find extension context '${context}'`]
          : [];
  return [...before, `Priority '${priority}' must be a number > 0, or valid label`];
}

function gosubLog({ jump, line, miss }: BrokenJump): string[] {
  const { context, extension = "<exten>", priority, place } = miss;
  if (typeof priority === "string")
    return [
      ...labelLog(miss),
      `Gosub address is invalid: '${line.step.option.value.slice(jump.start, jump.end)}'`,
    ];
  const own = place.extension.name.startsWith("_") ? "<exten>" : place.extension.name;
  const from = `${place.context},${own},${place.number}`;
  return [
    `Gosub attempted to reach non-existent destination '${context},${extension},${priority ?? "<priority>"}' from '${from}'`,
  ];
}

/** Where a line that stands in several contexts misses its target: " from context "a"", or nothing. */
export function fromWhere({ line, jump, miss }: BrokenJump): string {
  if (jump.context !== undefined || line.places.length < 2) return "";
  return ` for calls in context ${quoted(miss.place.context)}`;
}
