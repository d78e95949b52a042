import { cutKnown, hasGap, isEmptyText, knownValue } from "../../dialplan/step/known-text.ts";
import type { Voicemail } from "../../workspace/elsewhere/voicemail.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Finding, InstallationRule } from "../rule.ts";
import { oldGreeting } from "./greeting-before-mailbox.ts";
import {
  findingsOf,
  isOdd,
  linesOf,
  type MissingName,
  missingInOptions,
  missingNames,
  nameOf,
  type Outcome,
  type Used,
  usedNames,
  watchedDevices,
} from "./names.ts";

export const unknownMailbox: InstallationRule = {
  id: "elsewhere/unknown-mailbox",
  on: "installation",
  effect: "call-fails",
  summary: "Mailbox that voicemail.conf does not have",
  *check(installation) {
    const voicemail = installation.elsewhere().voicemail();
    // Who has no mailbox at all keeps them somewhere else.
    if (voicemail === undefined || voicemail.mailboxes.size === 0) return;
    yield* findingsOf(
      usedNames(installation, "voicemail-mailbox").flatMap((used) => missing(used, voicemail) ?? []),
    );
    yield* missingNames(installation, "voicemail-context", voicemail.contexts, noContext, () => ({
      text: "Directory finds nobody",
      effect: "works-otherwise",
    }));
    yield* lamps(installation, voicemail);
  },
};

const noMailbox = "voicemail.conf has no mailbox";
const noContext = "voicemail.conf has no context";

const outcomes: Readonly<Record<string, Outcome>> = {
  voicemail: {
    text: "VoiceMail takes no message",
    log: (name) => `No entry in voicemail config file for '${name}'`,
  },
  voicemailmain: { text: "VoiceMailMain lets nobody in" },
  vmauthenticate: { text: "VMAuthenticate lets nobody in" },
  voicemailplaymsg: { text: "VoiceMailPlayMsg plays nothing" },
  mixmonitor: { text: "no copy of the recording arrives", effect: "works-otherwise" },
  vmcount: { text: "VMCOUNT is always 0", effect: "works-otherwise" },
};

function missing(used: Used, voicemail: Voicemail): MissingName | undefined {
  const outcome = outcomes[used.of];
  if (outcome === undefined || oldGreeting(used, voicemail) !== undefined) return undefined;
  const { line } = used;
  const name = nameOf(used);
  const { before, after } = cutKnown(used.known, "@");
  const context = after === undefined || hasGap(after) ? "" : (knownValue(after) ?? "").trim();
  if (after !== undefined && context !== "" && !isOdd(context) && !voicemail.contexts.has(context))
    return { line, known: after, name: context, names: voicemail.contexts, what: noContext, outcome };
  if (name === undefined || isEmptyText(before) || voicemail.find(name) !== undefined) return undefined;
  return { line, known: used.known, name, names: voicemail.mailboxes, what: noMailbox, outcome };
}

/** Hints and the mailboxes of phones. */
function* lamps(installation: Installation, voicemail: Voicemail): Generator<Finding> {
  const has = (name: string): boolean => voicemail.find(name) !== undefined;
  const found: MissingName[] = [];
  for (const used of watchedDevices(installation)) {
    const { before, after } = cutKnown(used.known, ":");
    const name = after === undefined || hasGap(after) ? "" : (knownValue(after) ?? "");
    if (after === undefined || !/^mwi$/i.test(knownValue(before) ?? "") || name === "") continue;
    if (isOdd(name) || /\s/.test(name) || has(name)) continue;
    const outcome: Outcome = { text: "the hint never shows a message", effect: "works-otherwise" };
    found.push({ line: used.line, known: after, name, names: voicemail.mailboxes, what: noMailbox, outcome });
  }
  yield* findingsOf(found);
  for (const type of ["endpoint", "aor"])
    yield* missingInOptions(
      linesOf(installation, type, "mailboxes"),
      true,
      { has, set: voicemail.mailboxes },
      noMailbox,
      "phones never show a message in it",
    );
}
