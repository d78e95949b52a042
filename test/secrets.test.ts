// What is hidden in a line of a configuration file before anybody sees it, and what is not.

import assert from "node:assert/strict";
import test from "node:test";
import { maskLine, maskSentence } from "../server/src/core/text/secrets.ts";

const hidden = [
  ["client_uri = sip:me:hunter2@example.com", "client_uri = sip:me:***@example.com"],
  ["client_uri = me:hunter2@example.com", "client_uri = me:***@example.com"],
  ["password = hunter2", "password = ***"],
  ["exten => 1,1,Dial(SIP/me:hunter2@203.0.113.5/100)", "exten => 1,1,Dial(SIP/me:***@203.0.113.5/100)"],
  ["exten => 1,1,Dial(SIP/${USER}:hunter2@203.0.113.5)", "exten => 1,1,Dial(SIP/${USER}:***@203.0.113.5)"],
  ["exten => 1,1,Set(PIN=4711)", "exten => 1,1,Set(PIN=***)"],
  ["same => n,Authenticate(4711,m)", "same => n,Authenticate(***,m)"],
  ["same => n,DISA(4711,office)", "same => n,DISA(***,office)"],
  [
    "same => n,MYSQL(Connect id localhost root hunter2 pbx)",
    "same => n,MYSQL(Connect id localhost root *** pbx)",
  ],
  [
    "same => n,SIPAddHeader(Authorization: Basic aHVudGVyMg)",
    "same => n,SIPAddHeader(Authorization: Basic ***)",
  ],
  [
    "same => n,Set(X=${CURL(https://example.com/?apikey=hunter2)})",
    "same => n,Set(X=${CURL(https://example.com/?apikey=***)})",
  ],
] as const;

const shown = [
  "client_uri = sip:me@example.com",
  "contact = sips:me@203.0.113.5:5061",
  "same => n,Dial(PJSIP/${EXTEN:1}@itsp,60)",
  "same => n,Dial(PJSIP/${EXTEN:1}@${TRUNK},60)",
  "same => n,Dial(PJSIP/itsp/sip:${EXTEN:1}@203.0.113.5:5060)",
  "same => n,Dial(PJSIP/0${FILTER(0-9,${EXTEN:-4:2})}@itsp)",
  "same => n,Goto(office,${EXTEN:1},1)",
  "same => n,Authenticate(/etc/asterisk/pins,a)",
  "same => n,DISA(no-password,office)",
  "==!!== Unknown directive: extn at line 2 of extensions.conf -- IGNORING!!!",
];

test("passwords are hidden", () => {
  for (const [line, masked] of hidden) assert.equal(maskLine(line), masked);
});

test("what Asterisk logs hides them, too", () => {
  assert.equal(maskSentence("('PASS ' set to ' hunter2')."), "('PASS ' set to '***').");
});

test("a substring of a variable is no password", () => {
  for (const line of shown) assert.equal(maskLine(line), line);
});
