import type { Call } from "../../dialplan/step/call.ts";
import { hasGap, knownValue } from "../../dialplan/step/known-text.ts";
import type { Voicemail } from "../../workspace/elsewhere/voicemail.ts";
import type { Installation } from "../../workspace/installation.ts";
import { callsOf } from "../application/calls.ts";
import { placeOf, rewritten } from "../application/places.ts";
import type { InstallationRule } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { type Used, usedNames } from "./names.ts";

export const greetingBeforeMailbox: InstallationRule = {
  id: "elsewhere/greeting-before-mailbox",
  on: "installation",
  effect: "call-fails",
  summary: "Letters of VoiceMail before the mailbox, as in Asterisk 1.2",
  *check(installation) {
    for (const { used, letters, mailbox } of oldGreetings(installation)) {
      const { line, known } = used;
      const call = callsOf(line).find((each) => isAlone(each, used));
      const text = `${mailbox},${letters}`;
      const name = `${letters}${mailbox}`;
      yield {
        ...placeOf(line, known),
        message: `The options of VoiceMail stand behind the mailbox: Asterisk looks for a mailbox ${quotedPiece(name)}, finds none and takes no message; write ${quotedPiece(text)}`,
        runtimeLog: [`No entry in voicemail config file for '${name}'`],
        fixes: call === undefined ? [] : rewritten(line, known, text, `Change to ${quotedPiece(text)}`, true),
      };
    }
  },
};

/** A mailbox with letters before it that are options today. */
export interface OldGreeting {
  readonly used: Used;
  readonly letters: string;
  readonly mailbox: string;
}

/** Those where voicemail.conf has the mailbox without the letters, and none with them. */
function oldGreetings(installation: Installation): OldGreeting[] {
  const voicemail = installation.elsewhere().voicemail();
  if (voicemail === undefined) return [];
  return usedNames(installation, "voicemail-mailbox").flatMap((used) => oldGreeting(used, voicemail) ?? []);
}

/** What Asterisk 1.2 read as letters and a mailbox; undefined for all else. */
export function oldGreeting(used: Used, voicemail: Voicemail): OldGreeting | undefined {
  if (used.of !== "voicemail" || hasGap(used.known)) return undefined;
  const name = knownValue(used.known) ?? "";
  const [, letters, mailbox] = /^(s?[ub]s?|s)(\d[^&]*)$/.exec(name) ?? [];
  if (letters === undefined || mailbox === undefined) return undefined;
  if (voicemail.find(name) !== undefined || voicemail.find(mailbox) === undefined) return undefined;
  return { used, letters, mailbox };
}

/** Whether the mailbox is all that the call is given, just as it is written. */
function isAlone({ name, arguments: given, source, data }: Call, { known }: Used): boolean {
  return (
    name === "voicemail" &&
    given.length === 1 &&
    data.start === known.start &&
    data.end === known.end &&
    source.slice(known.start, known.end) === knownValue(known)
  );
}
