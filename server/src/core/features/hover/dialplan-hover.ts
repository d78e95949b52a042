// Hover in extensions.conf: extensions, priorities, applications with their arguments, hints and includes.

import type { ArgumentSpec, FunctionItem } from "../../catalog/dialplan-spec.ts";
import { variable } from "../../catalog/variables.ts";
import { atLoad } from "../../dialplan/load-time.ts";
import { findExtension } from "../../dialplan/lookup.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { storedCallerId, storedName } from "../../dialplan/pattern/normal-name.ts";
import { exampleNumbers, patternWords } from "../../dialplan/pattern/words.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { asciiLower } from "../../text/ascii.ts";
import { counted } from "../../text/counted.ts";
import { maskLine } from "../../text/secrets.ts";
import type { CallAt, LocationAt, StepAt } from "../cursor/model.ts";
import type { Cursor } from "../cursor.ts";
import {
  applicationDocumentation,
  argumentDocumentation,
  formerApplicationDocumentation,
} from "../documentation/call-documentation.ts";
import { listed } from "../documentation/since-words.ts";
import { variableDocumentation } from "../documentation.ts";
import { code, paragraphs } from "../markdown.ts";
import { placeText } from "../places.ts";
import { argumentsRead, routineArgument, stepText } from "../routine-arguments.ts";
import { dialplanOf, placesAt, type StepPlace, stepsOf } from "../step-places.ts";
import type { Subject } from "../subject.ts";
import { deviceText } from "./device-hover.ts";
import { letterHover, lettersHover } from "./letter-hover.ts";
import { namedHover } from "./name-hover.ts";
import { contextHover, objectHover } from "./object-hover.ts";
import { timeWords } from "./time-words.ts";

type At<Kind> = Extract<Cursor, { kind: Kind }>;

/** The name of an extension: what it takes, and what it has. */
export function extensionHover(subject: Subject, { token }: At<"extension-name">, offset: number): string {
  const { installation } = subject;
  const dialplan = dialplanOf(subject);
  const written = token.text;
  const loaded = atLoad(written, dialplan.globals, !dialplan.partial, (name) =>
    installation.dialplanCatalog.function(name) === undefined ? undefined : true,
  );
  const full = loaded ?? written;
  const slash = full.indexOf("/");
  const name = storedName(slash < 0 ? full : full.slice(0, slash));
  const caller = slash < 0 ? undefined : storedCallerId(full.slice(slash + 1));
  const examples = loaded === undefined || !name.startsWith("_") ? [] : numbersFor(name);
  const [place] = placesAt(subject, lineAt(subject.text, offset).start);
  return paragraphs([
    `**${written}** · ${name.startsWith("_") ? "pattern" : "extension"}${inContext(place)}`,
    loaded === undefined
      ? "Its name is only known to a running Asterisk."
      : name.startsWith("_")
        ? `Takes ${patternWords(name)}.`
        : specialExtensions[asciiLower(name)],
    examples.length === 0 ? undefined : `For example ${listed(examples.map(code), "or")}.`,
    caller === undefined
      ? undefined
      : caller === ""
        ? "Only for callers without a number."
        : `Only for callers whose number fits ${code(caller)}${caller.startsWith("_") ? `: ${patternWords(caller)}` : ""}.`,
    loaded !== undefined && loaded !== written ? `Loaded as ${code(loaded)}.` : undefined,
    place === undefined ? "Asterisk does not register this line." : prioritiesText(place),
  ]);
}

/** Two numbers from the pattern, and for an open one a longer one. */
function numbersFor(name: string): string[] {
  const found = exampleNumbers(name);
  const [first] = found;
  if (/[.!]$/.test(name) && first !== undefined && found.length < 3) found.push(`${first}123`);
  return [...new Set(found)].slice(0, 3);
}

function inContext(place: StepPlace | undefined): string {
  return place === undefined ? "" : ` in ${code(place.priority.context)}`;
}

const specialExtensions: Readonly<Record<string, string>> = {
  s: "Where calls start that come without a number, and where Gosub and Macro enter.",
  i: "Where callers go who dialled something that nothing takes.",
  t: "Where callers go who dialled nothing in time.",
  h: "Runs when the call has been hung up.",
  o: "Where callers of voicemail go who ask for the operator.",
  a: "Where callers of voicemail go who press the star key.",
  e: "Where the call goes on errors that no other extension handles.",
  fax: "Where calls go in which a fax is detected.",
};

function prioritiesText({ extension }: StepPlace): string {
  const { priorities, hint } = extension;
  const labels = priorities.flatMap(({ label, number }) =>
    label === undefined ? [] : [`${code(label)} (${number})`],
  );
  return [
    `${counted(priorities.length, "priority", "priorities")}${hint === undefined ? "" : " and a hint"}`,
    ...(labels.length === 0 ? [] : [`labels ${labels.slice(0, 8).join(", ")}`]),
  ].join(", ");
}

/** A priority or label: its number, and who jumps there. */
export function priorityHover(
  subject: Subject,
  cursor: At<"priority" | "label">,
  offset: number,
): string | undefined {
  const places = placesAt(subject, lineAt(subject.text, offset).start);
  const [place] = places;
  if (place === undefined) return "Asterisk does not register this line.";
  const shown = places.slice(0, 4).map(({ priority, extension }) => {
    const number = priority.number < 0 ? "Hint" : `Priority ${priority.number}`;
    return `${number} of ${code(extension.shown)} in ${code(priority.context)}`;
  });
  if (places.length > 4) shown.push(`and ${places.length - 4} more`);
  const label = cursor.kind === "label" ? place.priority.label : undefined;
  return paragraphs([
    label === undefined ? undefined : `**${label}** · label`,
    shown.join("  \n"),
    label === undefined ? undefined : jumpsText(subject, place, label),
    cursor.kind === "priority" && /^n(?!\w)/i.test(cursor.token.text)
      ? `${code("n")} counts on from the line before.`
      : undefined,
  ]);
}

function jumpsText(subject: Subject, { priority, extension }: StepPlace, label: string): string {
  const within = stepsOf(subject).jumping.filter(
    ({ jumps, places }) =>
      jumps.some(
        ({ target, context, extension: to }) =>
          target?.label === label &&
          (context === undefined || context.value === priority.context) &&
          (to === undefined || to.value === extension.name),
      ) &&
      places.some(
        (from) => jumps.some(({ extension: to }) => to !== undefined) || from.extension === extension,
      ),
  );
  if (within.length === 0) return "No jump to it is seen here.";
  const shown = within.slice(0, 6).map(({ step }) => placeText(step.option));
  return `Jumped to from ${listed(within.length > 6 ? [...shown, `${within.length - 6} more`] : shown)}.`;
}

export function applicationHover(
  { installation }: Subject,
  { token }: At<"application">,
): string | undefined {
  const { applications } = installation.dialplanCatalog;
  const { version } = installation.settings;
  const name = token.text.trim();
  const spec = applications.application(name) ?? applications.ofAnyVersion(name);
  if (spec !== undefined) return applicationDocumentation(spec, version);
  const former = applications.former(name);
  if (former !== undefined) return formerApplicationDocumentation(former);
  return name === "" ? undefined : `Nothing is known here of an application ${code(name)}.`;
}

/** An argument: what it is, and what its value leads to. */
export function argumentHover(subject: Subject, cursor: At<"argument">, offset: number): string | undefined {
  const [call] = cursor.calls;
  const { letter, item, location } = cursor;
  if (call === undefined) return undefined;
  const spec = call.argument;
  const owner = `${call.name.text}()`;
  if (letter !== undefined)
    return paragraphs([
      letter.spec === undefined
        ? `**${letter.letter}** · option of ${code(owner)}`
        : letterHover(code(owner), letter.spec),
      location === undefined
        ? targetText(subject, letter.spec?.argumentKind ?? "", firstPart(letter.argument.text))
        : locationText(subject, cursor, location),
    ]);
  if (spec === undefined) return undefined;
  if (call.what === "subroutine")
    return paragraphs([
      `**${spec.name}** · argument of ${code(owner)}`,
      `${routineArgument(argumentsRead(subject, cursor, call.name.text), call.index + 1)}.`,
    ]);
  if (spec.kind === "options" || spec.kind === "word-options") return lettersHover(cursor, spec, offset);
  const title = `**${spec.name}** · argument of ${code(owner)}`;
  return paragraphs([
    title,
    itemWords(spec, item.text) ?? argumentDocumentation(spec),
    variableNames.has(spec.kind) ? variableText(subject, item.text.replace(/=.*$/s, "")) : undefined,
    location === undefined
      ? (targetText(subject, spec.kind, item.text) ?? assignedText(subject, call, item.text))
      : locationText(subject, cursor, location),
  ]);
}

/** Kinds of arguments that name a variable. */
const variableNames: ReadonlySet<string> = new Set([
  "variable-name",
  "variable-or-function",
  "variable-assignment",
]);

/** What is known of a variable that is named, as in Set(__NAME=value). */
function variableText({ installation }: Subject, written: string): string | undefined {
  const name = written.replace(/^__?/, "");
  const spec = variable(name);
  if (spec !== undefined) return variableDocumentation(spec, installation.settings.version);
  if (written === name || name === "") return undefined;
  return written.startsWith("__")
    ? `${code(name)} reaches the channels that this one dials, and theirs.`
    : `${code(name)} reaches the channels that this one dials.`;
}

/** What stands before the arguments of a subroutine. */
function firstPart(text: string): string {
  return text.replace(/\^.*$/s, "");
}

/** What is known of a word that a function takes, such as an item of CHANNEL(). */
function itemWords(
  spec: ArgumentSpec & { readonly items?: readonly FunctionItem[] },
  text: string,
): string | undefined {
  const found = spec.items?.filter(({ name }) => asciiLower(name) === asciiLower(text.trim())) ?? [];
  if (found.length === 0) return undefined;
  return found
    .slice(0, 6)
    .map(({ name, summary, read, write, technology }) => {
      const access = read && write ? "read and written" : write ? "written" : "read";
      const owner = technology === undefined ? "" : ` (${technology})`;
      return `${code(name)}${owner} can be ${access}: ${summary}`;
    })
    .join("  \n");
}

function targetText(subject: Subject, kind: string, text: string): string | undefined {
  switch (kind) {
    case "dialstring":
    case "queue-interface":
    case "device-state":
    case "channel-or-device":
      return deviceText(subject, text);
    case "dialplan-context":
    case "gosub-context":
      return contextHover(subject, text);
    case "pjsip-endpoint":
      return objectHover(subject, "endpoint", text);
    case "pjsip-aor":
      return objectHover(subject, "aor", text);
    case "time-spec":
      return `Holds ${timeWords(text)}.`;
    default:
      return namedHover(subject, kind, text);
  }
}

/** What a channel is given: Set(CHANNEL(musicclass)=jazz). */
function assignedText(
  subject: Subject,
  { name, arguments: given }: CallAt,
  text: string,
): string | undefined {
  if (asciiLower(name.text) !== "set") return undefined;
  const item = /^CHANNEL\((\w+)\)$/.exec(given[0]?.text.trim() ?? "")?.[1] ?? "";
  const kinds: Readonly<Record<string, string>> = { musicclass: "moh-class", parkinglot: "parking-lot" };
  return namedHover(subject, kinds[asciiLower(item)] ?? "", text);
}

/** Where a jump ends up. */
function locationText(subject: Subject, step: StepAt, { parts, index }: LocationAt): string | undefined {
  const texts = parts.map(({ text }) => text.trim());
  const dialplan = dialplanOf(subject);
  const context = (texts.length >= 3 ? texts[texts.length - 3] : undefined) ?? step.context;
  const extension = (texts.length >= 2 ? texts[texts.length - 2] : undefined) ?? step.extension;
  const priority = texts[texts.length - 1];
  if (context === undefined || extension === undefined || priority === undefined) return undefined;
  if (`${context}${extension}${priority}`.includes("${") || context.includes("$[")) {
    const own = texts.length >= 3 && index === 0 && !context.includes("$");
    return own ? contextHover(subject, context) : undefined;
  }
  const target = jumpTarget(dialplan, context, extension, priority);
  const about = texts.length >= 3 && index === 0 ? contextHover(subject, context) : undefined;
  return paragraphs([about, target]);
}

function jumpTarget(dialplan: Dialplan, context: string, extension: string, priority: string): string {
  const wanted = /^\d{1,9}$/.test(priority) ? Number(priority) : priority;
  const lookup = findExtension(dialplan, { context, extension, priority: wanted });
  const { found } = lookup;
  if (found !== undefined) {
    const { step, number } = found.priority;
    return `Goes to priority ${number} of ${code(found.extension.shown)} in ${code(found.context.name)} (${placeText(step.option)}): ${code(stepText(step))}`;
  }
  if (lookup.kind === "unknown") return "Where it goes is not certain.";
  if (lookup.lacking === "context") return `There is no context ${code(context)} in extensions.conf.`;
  if (lookup.lacking === "priority") return `Extension ${code(extension)} has no priority ${code(priority)}.`;
  return `No extension of ${code(context)} takes ${code(extension)}.`;
}

const keywords: Readonly<Record<string, string>> = {
  exten: "Begins a step of an extension: `exten => name,priority,application(arguments)`, or its hint.",
  same: "A further step of the extension above: `same => priority,application(arguments)`.",
  include: "Looks in another context for what this one does not take: `include => context[,times]`.",
  ignorepat: "Callers keep hearing the dial tone after they dialled this.",
  switch: "Asks another source for extensions during a call: `switch => type/data`.",
  lswitch: "The same as `switch`, without substitution of variables.",
  eswitch: "The same as `switch`, with variables substituted during the call.",
  autohints: "Makes a hint for each extension whose name is that of a device.",
};

/** The word in front of the sign, in a context. */
export function keywordHover(word: string): string | undefined {
  const lower = asciiLower(word);
  const text = keywords[lower];
  return text === undefined ? undefined : `**${lower}** · ${text}`;
}

/** `include => context,times`, `ignorepat => 9`, `switch => IAX2/...`. */
export function statementHover(subject: Subject, cursor: At<"statement">): string | undefined {
  const { name, token } = cursor;
  const word = asciiLower(name.text);
  if (word === "include") {
    const before = subject.text.slice(name.span.end, token.span.start);
    const isTimes = /[,|]\s*$/.test(before);
    return isTimes
      ? paragraphs([`**include** · holds ${timeWords(token.text.trim())}.`, timeNote(token.text)])
      : contextHover(subject, token.text.trim());
  }
  if (word === "ignorepat")
    return paragraphs([
      `**${token.text}** · ignorepat`,
      "Callers keep hearing the dial tone after they dialled this.",
      token.text.startsWith("_") ? `It is ${patternWords(storedName(token.text))}.` : undefined,
    ]);
  return `**${maskLine(token.text)}** · ${word}: extensions come from another source, which is asked during a call.`;
}

function timeNote(text: string): string | undefined {
  return text.split(/[,|]/).length < 4 && text.trim() !== ""
    ? "Fields that are left out hold always: times, weekdays, days, months."
    : undefined;
}
