// Which jumps the rules take for broken, and above all which not: whatever may be found is found.

import assert from "node:assert/strict";
import test from "node:test";
import { checkInstallation, defaultSettings, memoryFiles, openInstallation } from "../server/src/core/api.ts";

test("a jump without context is looked for in the contexts that include its own, too", () => {
  const inner = "[inner]\nexten => 1,1,Goto(2,1)\n";
  assert.deepEqual(found(inner), ["jump/unknown-extension"]);
  assert.deepEqual(found(`${inner}[outer]\ninclude => inner\nexten => 2,1,Hangup()\n`), []);
  assert.deepEqual(
    found(`${inner}[outer]\ninclude => middle\nexten => 2,1,Hangup()\n[middle]\ninclude => inner\n`),
    [],
  );
});

test("a time, a caller, a switch and an unknown name may all supply the target", () => {
  const jump = "[a]\nexten => 1,1,Goto(b,2,1)\n[b]\nexten => 3,1,Hangup()\n";
  assert.deepEqual(found(jump), ["jump/unknown-extension"]);
  assert.deepEqual(found(`${jump}include => c,9:00-17:00\n[c]\nexten => 2,1,Hangup()\n`), []);
  assert.deepEqual(found(`${jump}exten => 2/555,1,Hangup()\n`), []);
  assert.deepEqual(found(`${jump}switch => DUNDi/others\n`), []);
  assert.deepEqual(found(`${jump}exten => \${ODBC_NAME(1)},1,Hangup()\n`), []);
  assert.deepEqual(found(`${jump}exten => _!,1,Hangup()\n`), []);
});

test("labels and numbers may stand in any extension that takes the same number", () => {
  const label = "[a]\nexten => _1XX,1,GotoIf($[${X}=1]?out)\n same => n,Hangup()\n";
  assert.deepEqual(found(label), ["jump/unknown-label"]);
  assert.deepEqual(found(`${label}exten => _XXX,1,Hangup()\nexten => _XXX,5(out),Hangup()\n`), []);
  assert.deepEqual(found("[a]\nexten => 100,1,GotoIf($[${X}=1]?7)\n same => n,Hangup()\n"), [
    "jump/unknown-priority",
  ]);
});

test("what only a call tells is never reported", () => {
  for (const target of ["${X}", "${X},1", "a,${X},1", "${X},s,1", "a,1,${X}", "b${X},1", "+2"])
    assert.deepEqual(found(`[a]\nexten => 1,1,Goto(${target})\n`), [], target);
});

test("contexts that the dialplan asks for, or that another module makes, may be missing", () => {
  const jump = "[a]\nexten => 1,1,Goto(b,2,1)\n";
  assert.deepEqual(found(jump), ["jump/unknown-context"]);
  assert.deepEqual(found(`${jump}exten => 2,1,GotoIf(\${DIALPLAN_EXISTS(b,2,1)}?b,2,1)\n`), []);
  assert.deepEqual(found(jump, { "extensions.ael": "context b { 2 => Hangup(); }" }), []);
  assert.deepEqual(found(jump, { "extensions.ael": "context c { 2 => Hangup(); }" }), [
    "jump/unknown-context",
  ]);
  assert.deepEqual(found(jump, { "extensions.ael": '#include "more.ael"' }), []);
  assert.deepEqual(found(jump, { "extconfig.conf": "[settings]\nextensions => odbc,asterisk\n" }), []);
  assert.deepEqual(found(`${jump}exten => 2,1,Set(PARKINGDYNCONTEXT=lot)\n[b]\nexten => 2,1,Hangup()\n`), []);
});

test("a line that Asterisk refuses is reported once, and not again where it is missed", () => {
  const text = "[a]\nexten => 1,1,Goto(out)\n same => n (out),Hangup()\n";
  assert.deepEqual(found(text), ["dialplan/invalid-priority"]);
});

test("a line that several contexts inherit is judged in each of them, and told once", () => {
  const template = "[t](!)\nexten => 1,1,Goto(2,1)\n";
  const both = `${template}[a](t)\nexten => 2,1,Hangup()\n[b](t)\n[c](t)\n`;
  assert.deepEqual(found(both), ["jump/unknown-extension"]);
});

test("steps are reached by jumps of every kind, and by other extensions that run out", () => {
  const dead = "[a]\nexten => 1,1,Goto(2,1)\n same => n,NoOp()\n same => n,Hangup()\nexten => 2,1,Hangup()\n";
  assert.deepEqual(found(dead), ["flow/unreachable-step"]);
  assert.deepEqual(found(`${dead}exten => 3,1,Goto(1,2)\n`), []);
  assert.deepEqual(found(`${dead}exten => 3,1,Goto(1,\${X})\n`), []);
  assert.deepEqual(found(`${dead}exten => 3,1,Dial(PJSIP/3,,G(a^1^1))\n`), []);
  assert.deepEqual(found(`${dead}exten => 1/555,1,Answer()\n`), []);
  assert.deepEqual(found(`${dead}exten => 3,1,Goto(\${X})\n`), []);
});

/** The rules that have something to say about jumps and ways, each as often as it speaks. */
function found(text: string, others: Readonly<Record<string, string>> = {}): string[] {
  const files = memoryFiles(new Map(Object.entries({ ...others, "extensions.conf": text })));
  return checkInstallation(openInstallation(files, defaultSettings), ["extensions.conf"])
    .map(({ rule }) => rule)
    .filter((rule) => /^(?:jump|flow|dialplan)\//.test(rule) && rule !== "dialplan/discouraged-pattern");
}
