// What is hidden in a line of a configuration file before anybody sees it, and what is not.

import assert from "node:assert/strict";
import test from "node:test";
import { ruleNamed } from "../server/src/core/api.ts";
import { maskLine, maskMessage, maskSentence, secretsOf } from "../server/src/core/text/secrets.ts";
import { problemsOf } from "./support/example-problems.ts";
import { readPages, withoutMarks } from "./support/pages.ts";

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
  ["same => n,Set(AUTH_TOKEN=TokAAA)", "same => n,Set(AUTH_TOKEN=***)"],
  ["same => n,Set(__API_KEY=a,b)", "same => n,Set(__API_KEY=***)"],
  ["same => n,Set(userPin1=4711)", "same => n,Set(userPin1=***)"],
  [
    "same => n,MSet(A_TOKEN=x1,CREDENTIAL=x2,COLOR=red)",
    "same => n,MSet(A_TOKEN=***,CREDENTIAL=***,COLOR=red)",
  ],
  ['same => n,ExecIf($["${A}"="b"]?Set(TOKEN=${MD5(x)}))', 'same => n,ExecIf($["${A}"="b"]?Set(TOKEN=***))'],
  ["same => n,Set(HASH(h,password)=PwHHH)", "same => n,Set(HASH(h,password)=***)"],
  ["same => n,Set(DB(foo/secret)=PwIII)", "same => n,Set(DB(foo/secret)=***)"],
  ["same => n,Set(DB(pin/${EXTEN})=4711)", "same => n,Set(DB(pin/${EXTEN})=***)"],
  ["same => n,Set(CURLOPT(userpwd)=user:PwJJJ)", "same => n,Set(CURLOPT(userpwd)=***)"],
  ["same => n,Set(CONFBRIDGE(user,pin)=4711)", "same => n,Set(CONFBRIDGE(user,pin)=***)"],
  [
    "same => n,Set(PJSIP_HEADER(add,Authorization)=Bearer PwKKK)",
    "same => n,Set(PJSIP_HEADER(add,Authorization)=***)",
  ],
  ["same => n,Set(PJSIP_HEADER(add,X-Api-Key)=abc)", "same => n,Set(PJSIP_HEADER(add,X-Api-Key)=***)"],
  ["same => n,SIPAddHeader(X-Auth-Token: abc)", "same => n,SIPAddHeader(X-Auth-Token: ***)"],
  [
    "same => n,System(curl -u user:PwGGG https://example.com/)",
    "same => n,System(curl -u user:*** https://example.com/)",
  ],
  ["same => n,System(mysql -u root -pSECRET pbx)", "same => n,System(mysql -u root -p*** pbx)"],
  ["same => n,System(mysql --password=SECRET)", "same => n,System(mysql --password=***)"],
  ['same => n,System(tool --password "my word" x)', "same => n,System(tool --password *** x)"],
  [
    "same => n,Set(X=${SHELL(sshpass -p SECRET ssh host)})",
    "same => n,Set(X=${SHELL(sshpass -p *** ssh host)})",
  ],
  ...["key", "token", "api_key", "secret", "pass"].map(
    (name) =>
      [
        `same => n,Set(X=\${CURL(https://example.com/?a=1&${name}=abc)})`,
        `same => n,Set(X=\${CURL(https://example.com/?a=1&${name}=***)})`,
      ] as const,
  ),
  [
    "same => n,Set(X=${CURL(https://user:abc@example.com/)})",
    "same => n,Set(X=${CURL(https://user:***@example.com/)})",
  ],
  ["same => n,AGI(agi://user:abc@example.com/)", "same => n,AGI(agi://user:***@example.com/)"],
  ['same => n,GotoIf($["${PIN}"="987654"]?in)', 'same => n,GotoIf($["${PIN}"="***"]?in)'],
  ['same => n,GotoIf($["987654" = "${PIN}"]?in)', 'same => n,GotoIf($["***" = "${PIN}"]?in)'],
  ["same => n,GotoIf($[${USER_PASS:0:4}!=9876]?out)", "same => n,GotoIf($[${USER_PASS:0:4}!=***]?out)"],
  ["same => n,Authenticate(1234)", "same => n,Authenticate(***)"],
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
  "same => n,Set(PASSED=yes)",
  "same => n,Set(SPINNER=1)",
  "same => n,Set(PIN_LENGTH=4)",
  "same => n,Set(PASSTHROUGH=yes)",
  "same => n,Set(HASH(h,color)=red)",
  "same => n,Set(DB(cf/${EXTEN})=100)",
  "same => n,Set(PJSIP_HEADER(add,X-Color)=red)",
  "same => n,System(mail -s hello --user root)",
  "same => n,System(cp -pr /a /b)",
  'same => n,GotoIf($["${PIN}"="${EXPECTED}"]?in)',
  'same => n,GotoIf($["${PIN}"=""]?in)',
  "same => n,GotoIf($[${LEN(${PIN})}=4]?in)",
  "same => n,GotoIf($[${PASSED}=1]?in)",
  "same => n,Set(X=${CURL(https://example.com/?key=${KEY}&color=red)})",
  "same => n,Set(CALLERID(num)=100)",
  "sound_get_pin = conf-getpin",
  "requirecalltoken = yes",
  "password_format = plain",
  "vm-passchanged = vm-passchanged",
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

test("a long line of names takes no longer than it has to", () => {
  for (const piece of [
    "pin=(",
    "mysql -",
    "HASH(",
    "--token",
    "?key=",
    "${PIN}=",
    '"password ',
    "-u a:",
    "://",
  ]) {
    const line = piece.repeat(Math.ceil(200_000 / piece.length));
    const start = performance.now();
    maskLine(line);
    maskSentence(line);
    assert.ok(performance.now() - start < 2000, piece);
  }
});

test("our own words are no secrets, what we quote from the file is", () => {
  assert.equal(
    maskMessage("The password of auth a is empty", ["password"]),
    "The password of auth a is empty",
  );
  assert.equal(
    maskMessage('The value "swordfish" of swordfish', ["swordfish"]),
    'The value "***" of swordfish',
  );
  assert.equal(maskMessage("The value hunter2 is short", ["hunter2"]), "The value *** is short");
  assert.equal(
    maskMessage("Asterisk's swordfish is Asterisk's", ["swordfish"]),
    "Asterisk's swordfish is Asterisk's",
  );
});

test("no rule quotes a secret word of its examples outside quotation marks", () => {
  for (const { id, examples } of readPages()) {
    const rule = ruleNamed(id);
    if (rule === undefined) continue;
    for (const example of examples) {
      const texts = new Map([...example.files].map(([path, text]) => [path, withoutMarks(text)]));
      const secrets = [...texts.values()].flatMap((text) => text.split("\n")).flatMap(secretsOf);
      const words = secrets.filter((secret) => /^\p{L}{3,}$/u.test(secret));
      if (words.length === 0) continue;
      for (const { message, fixes, related } of problemsOf(example, texts, rule)) {
        for (const text of [
          message,
          ...fixes.map(({ title }) => title),
          ...related.map((one) => one.message),
        ]) {
          const own = text.replace(/"[^"]*"|'[^']*'/g, "");
          for (const word of words) assert.ok(!own.split(/\P{L}+/u).includes(word), `${id}: ${text}`);
        }
      }
    }
  }
});
