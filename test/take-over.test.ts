// What an edit does not touch stays the very same object from one state of an installation to the next, at its new
// place; and a state that is only tried out leaves the one it begins from as it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings, openInstallation, tryInstallation } from "../server/src/core/api.ts";
import { memoryFiles } from "../server/src/core/config/memory-files.ts";
import { valuePlace } from "../server/src/core/config/option-span.ts";
import type { Context, Dialplan } from "../server/src/core/dialplan/model.ts";

const text = `[globals]
TRUNK=PJSIP/itsp

[first]
exten => 1,1,NoOp(one)
 same => n,Dial(\${TRUNK}/1)

[second]
exten => 2,1,NoOp(two)
 same => n,Hangup()
`;

function contextOf({ contexts }: Dialplan, name: string): Context {
  const context = contexts.get(name);
  assert.ok(context);
  return context;
}

function writtenIn(source: string, context: Context): string[] {
  return context.extensions
    .flatMap(({ priorities }) => priorities)
    .map(({ step: { option } }) => {
      const { start, end } = valuePlace(option).span;
      return source.slice(start, end);
    });
}

test("a context behind an edit is the same, and its lines know where they are now", () => {
  const before = openInstallation(memoryFiles({ "extensions.conf": text }), defaultSettings);
  const [first, second] = ["first", "second"].map((name) => contextOf(before.dialplan(), name));
  const edited = text.replace("NoOp(one)", "NoOp(one or more)\n same => n,Answer()");
  const now = openInstallation(memoryFiles({ "extensions.conf": edited }), defaultSettings, before);
  assert.notEqual(contextOf(now.dialplan(), "first"), first);
  assert.equal(contextOf(now.dialplan(), "second"), second);
  assert.deepEqual(writtenIn(edited, contextOf(now.dialplan(), "second")), ["2,1,NoOp(two)", "n,Hangup()"]);
});

test("what depends on [globals] is read anew where they are others", () => {
  const named = text.replace("exten => 2", "exten => ${NUMBER}").replace("TRUNK=", "NUMBER=2\nTRUNK=");
  const before = openInstallation(memoryFiles({ "extensions.conf": named }), defaultSettings);
  assert.equal(contextOf(before.dialplan(), "second").extensions[0]?.name, "2");
  const files = memoryFiles({ "extensions.conf": named.replace("NUMBER=2", "NUMBER=3") });
  const now = openInstallation(files, defaultSettings, before);
  assert.equal(contextOf(now.dialplan(), "second").extensions[0]?.name, "3");
});

test("a state that is tried out leaves the other one as it is", () => {
  const before = openInstallation(memoryFiles({ "extensions.conf": text }), defaultSettings);
  const second = contextOf(before.dialplan(), "second");
  const written = writtenIn(text, second);
  const edited = `; a line more\n${text}`;
  const tried = tryInstallation(memoryFiles({ "extensions.conf": edited }), before);
  assert.deepEqual(writtenIn(edited, contextOf(tried.dialplan(), "second")), written);
  assert.deepEqual(writtenIn(text, second), written);
});
