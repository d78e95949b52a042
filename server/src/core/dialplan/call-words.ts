// What is said about a call: where an extension stands, how the search came there, and why others lose.

import type { ConfigOption } from "../config/section.ts";
import { closest } from "../text/closest.ts";
import { maskLine } from "../text/secrets.ts";
import type { CallAnswer, CallStep } from "./call.ts";
import type { Doubt, FoundExtension, Rival } from "./lookup.ts";
import type { Dialplan, Extension, Include, Step } from "./model.ts";
import { type Condition, includesOf, type Way } from "./search.ts";

export interface CallPlace {
  readonly file: string;
  readonly line: number;
}

export function placeOf({ file, line }: ConfigOption): CallPlace {
  return { file: file.path, line: line.number };
}

function placeText(option: ConfigOption): string {
  const { file, line } = placeOf(option);
  return `${file}:${line}`;
}

/** Where an extension is written: its first line. */
export function firstOption({ priorities, hint }: Extension): ConfigOption | undefined {
  return (priorities[0] ?? hint)?.step.option;
}

/** `100 in [phones] (extensions.conf:7)`. */
export function extensionText({ context, extension }: Pick<FoundExtension, "context" | "extension">): string {
  const option = firstOption(extension);
  return `${extension.shown} in [${context.name}]${option === undefined ? "" : ` (${placeText(option)})`}`;
}

/** The includes that led to it, one text each. */
export function wayTexts(way: Way): string[] {
  return includesOf(way).map(
    (include) => `include => ${includeText(include)} (${placeText(include.option)})`,
  );
}

export function includeText({ context, times }: Include): string {
  return times === undefined ? context : `${context},${times}`;
}

function conditionText(condition: Condition): string {
  switch (condition.kind) {
    case "time":
      return `the time condition of "include => ${includeText(condition.include)}" (${placeText(condition.include.option)})`;
    case "caller":
      return condition.callerId === ""
        ? "a caller without number"
        : `a caller number that fits "${condition.callerId}"`;
    case "name":
      return `the name of extension "${condition.extension.shown}", which is only known to a running Asterisk`;
  }
}

/** What may answer first, and on what that depends. */
export function doubtText(doubt: Doubt): string {
  const open = doubt.open.map(conditionText);
  const where = doubt.kind === "switch" ? switchText(doubt) : extensionText(doubt);
  return open.length === 0 ? where : `${where}: depends on ${open.join(" and ")}`;
}

function switchText({ switch: asked, text, context }: Extract<Doubt, { kind: "switch" }>): string {
  const name = asked === undefined ? "overrideswitch" : asked.kind;
  const place = asked === undefined ? "" : ` (${placeText(asked.option)})`;
  return `${name} => ${maskLine(text)} for [${context.name}]${place}, which only a running Asterisk can ask`;
}

/** An extension or switch that does not run, and why. */
export function rivalText(rival: Rival, runs: FoundExtension | undefined): string {
  const { met } = rival;
  if (met.kind === "switch" || rival.fate === "might-run") return doubtText(met);
  return `${extensionText(met)}: ${reasonText(rival, runs)}`;
}

function reasonText({ met, fate }: Rival, runs: FoundExtension | undefined): string {
  const against = met.against.map(conditionText).join(" and ");
  switch (fate) {
    case "not-active":
      return `not at this time: ${against}`;
    case "other-caller":
      return `asks for ${against}`;
    case "lacks-priority":
      return "has no priority 1";
    case "comes-later":
      return met.context === runs?.context
        ? "comes later in the order of the context"
        : `its context [${met.context.name}] is asked later`;
    default:
      return "may run";
  }
}

/** `Dial(PJSIP/100,20)`, without secrets. */
export function stepText({ application, data, parentheses }: Step): string {
  return maskLine(parentheses === "none" ? application.text : `${application.text}(${data.text})`);
}

/** `100,2(label)`. */
export function stepName({ at: { extension, priority } }: CallStep): string {
  const label = priority.label === undefined ? "" : `(${priority.label})`;
  return `${extension.shown},${priority.number}${label}`;
}

/** What stands out about a step. */
export function stepNotes({ at, elsewhere, uncertain, afterEnd }: CallStep): string[] {
  return [
    ...(elsewhere ? [`taken from [${at.context.name}], since the extension lacks this priority`] : []),
    ...(uncertain ? ["not certain"] : []),
    ...(afterEnd ? ["reached by a jump only"] : []),
  ];
}

/** Why nothing runs. */
export function lackText({ call, lookup, unseen }: CallAnswer, dialplan: Dialplan): string {
  if (unseen.length > 0) {
    const names = unseen.map((name) => `"${name}"`).join(" and ");
    const made = unseen.length > 1 ? `contexts ${names} are made` : `context ${names} is made`;
    return `not certain: the ${made} by another module`;
  }
  if (lookup.lacking === "context") {
    const near = closest(call.context, dialplan.contexts.keys());
    const meant = near === undefined ? "" : ` (did you mean "${near}"?)`;
    return `there is no context "${call.context}" in extensions.conf${meant}`;
  }
  if (lookup.lacking === "priority") return `no extension for "${call.extension}" has a priority 1`;
  const partial = dialplan.partial ? ", but not all of extensions.conf could be read" : "";
  return `no extension of context "${call.context}" takes "${call.extension}"${partial}`;
}
