// A small catalogue of applications and functions, and steps as the reader of lines makes them.

import assert from "node:assert/strict";
import type {
  ApplicationSpec,
  ArgumentSpec,
  FunctionSpec,
} from "../../server/src/core/catalog/dialplan-spec.ts";
import type { Step } from "../../server/src/core/dialplan/model.ts";
import type { StepCatalog } from "../../server/src/core/dialplan/step/call.ts";

/** What the readers of this folder need of a step. */
export type StepParts = Pick<Step, "option" | "application" | "data">;

// A catalogue as small as the examples need it: "name!:kind", "!" for what must be there, "[&]" for the separator.

const location = "context:dialplan-context extension:dialplan-extension priority!:dialplan-priority";
const applications = new Map<string, ApplicationSpec>();
const functions = new Map<string, FunctionSpec>();

application("Goto", location);
application("Gosub", `${location}()`);
application("GotoIf", "condition!:expression destination!:dialplan-location{:}", "", "?");
application("GosubIf", "condition!:expression destination!:gosub-location{:}", "", "?");
application("ExecIf", "condition!:expression application!:application-call{:}", "", "?");
application("Exec", "application!:application-call");
application("Set", "name!:variable-or-function value!:string", "", "=");
application("MSet", "pair!:variable-assignment[,]");
application(
  "Dial",
  "destination:dialstring[&] timeout:seconds options:options url:url",
  "b(gosub-location) B(gosub-location) F(dialplan-location) G(dialplan-location) U(gosub-context) m(moh-class) L(call-limit) g t T",
);
application("RetryDial", "announce!:sound-file sleep!:seconds retries!:number dial!:dial-arguments");
application(
  "Queue",
  "queue!:queue options:options url:url announce:sound-file[&] timeout:seconds agi:agi-command gosub:gosub-location rule:queue-rule position:number",
  "m(moh-class) b(gosub-location) t",
);
application("VoiceMail", "mailbox!:voicemail-mailbox[&] options:options", "d(dialplan-context) u");
application(
  "Background",
  "files!:sound-file[&] options:options language:language context:dialplan-context",
  "m n",
);
application("WaitExten", "seconds:seconds options:options", "m(moh-class)");
application("Read", "variable!:variable-name files:sound-file[&] maximum:number options:options", "s");
application("Macro", "name!:macro-name arguments:string[,]");
application("DISA", "passcode!:passcode-or-file context:dialplan-context");
application("Playback", "files!:sound-file[&] options:word-options");
application("ChannelRedirect", `channel!:channel-name ${location}`);
application(
  "Originate",
  "destination!:dialstring type!:enum one!:application-or-context two:application-args-or-extension three:dialplan-priority timeout:seconds options:options",
  "v(variable-assignment)",
);
for (const name of ["NoOp", "Hangup", "Busy", "Return"]) application(name, "text:string");
addFunction("QUEUE_EXISTS", "queue!:queue");
addFunction("CUT", "variable!:variable-name delimiter!:string range!:string");
addFunction("CHANNEL", "item!:enum");
addFunction("DB", "family!:astdb-family key!:astdb-key", "/");
addFunction("LEN", "text!:string");
addFunction("EVAL_EXTEN", location);

/** Applications in any case, functions as they are written. */
export const catalog: StepCatalog = {
  application: (name) => applications.get(name.toLowerCase()),
  function: (name) => functions.get(name),
};

/** A step as the reader of lines makes it, for one line of an application. */
export function step(value: string): StepParts {
  const open = value.indexOf("(");
  const close = value.lastIndexOf(")");
  const nameEnd = open < 0 ? value.length : open;
  const start = open < 0 ? value.length : open + 1;
  const end = close > open ? close : value.length;
  return {
    option: { name: "same", value } as Step["option"],
    application: { text: value.slice(0, nameEnd), start: 0, end: nameEnd },
    data: { text: value.slice(start, end), start, end },
  };
}

function application(name: string, words: string, letters = "", separator?: string): void {
  const list = letters.split(" ").filter((word) => word !== "");
  const entry = { ...entryOf(name, words, separator), options: list.map(letterOf) };
  applications.set(name.toLowerCase(), entry);
}

function addFunction(name: string, words: string, separator?: string): void {
  functions.set(name, { ...entryOf(name, words, separator), read: true, write: true });
}

function letterOf(word: string): ApplicationSpec["options"][number] {
  const argumentKind = /\((.*)\)/.exec(word)?.[1];
  const letter = word[0] ?? "";
  return argumentKind === undefined
    ? { letter, hasArgument: false }
    : { letter, hasArgument: true, argumentKind: argumentKind as ArgumentSpec["kind"] };
}

function entryOf(name: string, words: string, separator: string | undefined): ApplicationSpec {
  const found = words.split(" ").map((word) => {
    const match = /^([a-z]+)(!?):([a-z-]+)(?:\[(.)\])?(?:\{(.)\})?(\(\))?$/.exec(word);
    assert.ok(match, word);
    const [, argument = "", required, kind = "", several, parts, parentheses] = match;
    return {
      name: argument,
      required: required === "!",
      kind: kind as ArgumentSpec["kind"],
      ...(several === undefined ? {} : { separator: several }),
      ...(parts === undefined ? {} : { partSeparator: parts }),
      ...(parentheses === undefined ? {} : { takesArguments: true }),
    };
  });
  const facts = { module: "core", summary: "", syntax: "", options: [], presentIn: [23], since: 1 };
  return { name, arguments: found, ...facts, ...(separator === undefined ? {} : { separator }) };
}
