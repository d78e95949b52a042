// What people do to a configuration while they type, at random: lines come, go and move, brackets break, blocks are
// pasted, names change in one place and not in the other.

import { below, pick, type Random } from "./random.ts";

/** Replaces what stands between two offsets. */
export interface RandomEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A longer text is made shorter again. */
const maximumLines = 160;

/** Lines that somebody writes. */
const newLines: readonly string[] = [
  "exten => 300,1,Dial(PJSIP/anna,20)",
  "exten => 300,hint,PJSIP/nobody",
  " same => n,Goto(internal,100,1)",
  " same => n(again),Gosub(sub-dial,s,1(${EXTEN}))",
  ' same => n,GotoIf($["${TRUNK}" = "x"]?again)',
  " same => n,Set(GLOBAL(TRUNK)=PJSIP/other)",
  " same => n,Set(TIMEOUT=5)",
  " same => n,Queue(sales)",
  " same => n,VoiceMail(100@default,u)",
  "include => services",
  "[services]",
  "[internal](+)",
  "[anna](phone)",
  "[extra](!)",
  "type=endpoint",
  "type = aor",
  "aors=anna,bert",
  "context=nowhere",
  "allow=alaw,opus,nothing",
  "TRUNK=PJSIP/itsp",
  "TIMEOUT=25",
  "#include more.conf",
  "#include sub/*.conf",
  ";-- a comment begins",
  "--; and ends",
  "",
];

export function randomEdit(random: Random, text: string, others: readonly string[]): RandomEdit {
  const lines = text.split("\n");
  const at = below(random, lines.length);
  if (lines.length > maximumLines) return linesAt(lines, at, 20, "");
  const choice = random();
  if (choice < 0.25) return linesAt(lines, at, 0, `${pick(random, newLines)}\n`);
  if (choice < 0.4) return linesAt(lines, at, 1 + below(random, 3), "");
  if (choice < 0.55) return linesAt(lines, at, 1, `${pick(random, newLines)}\n`);
  if (choice < 0.65) return linesAt(lines, at, 0, block(random, pick(random, [text, ...others])));
  if (choice < 0.8) return onePiece(random, text, /[()[\]{}"$,=>]/g, "");
  if (choice < 0.95)
    return onePiece(random, text, /[A-Za-z0-9]+/g, pick(random, ["anna", "100", "s", "n", "sales", "x"]));
  const offset = below(random, text.length + 1);
  return {
    start: offset,
    end: offset,
    text: pick(random, ["(", "[", "]", "\r\n", "\n", ";", "\\", "é", "${", "="]),
  };
}

function linesAt(lines: readonly string[], first: number, count: number, text: string): RandomEdit {
  const before = lines.slice(0, first).reduce((sum, line) => sum + line.length + 1, 0);
  const whole = lines.reduce((sum, line) => sum + line.length + 1, -1);
  const end = lines.slice(first, first + count).reduce((sum, line) => sum + line.length + 1, before);
  return { start: Math.min(before, whole), end: Math.min(end, whole), text };
}

/** A few lines of a text, to be pasted. */
function block(random: Random, text: string): string {
  const lines = text.split("\n");
  const first = below(random, lines.length);
  return `${lines.slice(first, first + 1 + below(random, 8)).join("\n")}\n`;
}

/** Replaces one of the pieces that match. */
function onePiece(random: Random, text: string, pattern: RegExp, by: string): RandomEdit {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return { start: 0, end: 0, text: by };
  const { 0: piece, index } = pick(random, found);
  return { start: index, end: index + piece.length, text: by };
}

export function applied(text: string, edit: RandomEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** A small installation whose files name each other. */
export const smallInstallation: Readonly<Record<string, string>> = {
  "asterisk.conf": "[options]\nexecincludes=no\n",
  "extensions.conf": `[general]
static=yes

[globals]
TRUNK=PJSIP/itsp
TIMEOUT=25

#include more.conf

[internal]
include => services
exten => 100,hint,PJSIP/anna
exten => 100,1,Gosub(sub-dial,s,1(anna))
 same => n,VoiceMail(100@default,u)
 same => n,Hangup()
exten => 101,hint,PJSIP/bert
exten => 101,1,Dial(PJSIP/bert,\${TIMEOUT})
 same => n,Hangup()
exten => _0X.,1,Set(CALLERID(num)=4930100)
 same => n,Dial(\${TRUNK}/sip:\${EXTEN:1}@198.51.100.1)
 same => n,GotoIf($["\${DIALSTATUS}" = "BUSY"]?busy)
 same => n,Hangup()
 same => n(busy),Playback(vm-nobodyavail)
 same => n,Goto(internal,100,1)
`,
  "more.conf": `[services]
exten => 500,1,Answer()
 same => n,Queue(sales,t,,,60)
 same => n,Hangup()
exten => *97,1,VoiceMailMain(\${CALLERID(num)}@default)
 same => n,Hangup()

[sub-dial]
exten => s,1,NoOp(\${ARG1})
 same => n,Dial(PJSIP/\${ARG1},20,tT)
 same => n,Return()
`,
  "pjsip.conf": `[udp]
type=transport
protocol=udp
bind=0.0.0.0

[phone](!)
type=endpoint
context=internal
disallow=all
allow=alaw,ulaw

[anna](phone)
aors=anna
auth=anna
[anna]
type=aor
max_contacts=1
[anna]
type=auth
auth_type=userpass
username=anna
password=4Sg7kq2Lw9

[bert](phone)
aors=bert
[bert]
type=aor
max_contacts=2

[itsp]
type=endpoint
context=internal
aors=itsp
[itsp]
type=aor
contact=sip:198.51.100.1
[itsp]
type=identify
endpoint=itsp
match=198.51.100.1
`,
  "queues.conf": "[general]\n\n[sales]\nstrategy=ringall\nmember => PJSIP/anna\nmember => PJSIP/bert\n",
  "voicemail.conf": "[general]\nformat=wav\n\n[default]\n100 => 4321,Anna\n",
};
