// `asterisk-analyzer explain --dir`: messages that hold what only a call shows.

import assert from "node:assert/strict";
import test from "node:test";
import { directoryWith, run } from "./support/command-line.ts";

test("explain finds what makes Asterisk log a message that only a call completes", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf":
      "[trunk]\ntype=endpoint\nallow=alaw\naors=trunk\n[trunk]\ntype=aor\ncontact=sip:198.51.100.10\n",
  });
  const ends = "(callid: abc) - No matching endpoint found";
  const line = `Request 'INVITE' from '<sip:100@1.2.3.4>' failed for '198.51.100.10:5060' ${ends}`;
  assert.match(run(directory, ["explain", "--dir", ".", line]).output, /^> Request .*\n {2}pjsip\.conf:1:/);
  const other = line.replace("100.10:", "100.11:");
  assert.match(run(directory, ["explain", "--dir", ".", other]).output, /nothing in the directory causes/);
});

test("a message is known with the name of the file and without it", (context) => {
  const directory = directoryWith(context, { "pjsip.conf": "[a]\ntype=endpoint\nallowx=1\n" });
  for (const end of ["", "pjsip.conf", "/etc/asterisk/pjsip.conf"]) {
    const line = `Could not find option suitable for category 'a' named 'allowx' at line 3 of ${end}`;
    assert.match(run(directory, ["explain", "--dir", ".", line]).output, /\n {2}pjsip\.conf:3:1: /);
  }
});

test("a message that several pages know nearly word for word is given all of their causes", (context) => {
  const directory = directoryWith(context, {});
  const end = "sent to invalid extension but no invalid handler: context,exten,priority=sales,s,1";
  const { output } = run(directory, ["explain", `Channel 'PJSIP/6001-00000000' ${end}`]);
  assert.match(output, /can have several causes/);
  for (const rule of ["jump/unknown-context", "jump/unknown-extension", "elsewhere/unknown-context"])
    assert.ok(output.includes(`\n  ${rule}: `), rule);
});
