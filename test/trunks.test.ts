// Trunks whose calls find no endpoint: small cases with their negatives, and fixes that are checked by asking again.

import assert from "node:assert/strict";
import test from "node:test";
import { memoryFiles, type Problem } from "../server/src/core/api.ts";
import { endpoint, identify, registration, type Texts, taken } from "./support/identify.ts";
import { edited, problemsOf } from "./support/installation.ts";
import { readPages, withoutMarks } from "./support/pages.ts";

test("the fixes of the pages lead the calls to their endpoints", () => {
  let checked = 0;
  for (const page of readPages().filter(({ id }) =>
    ["unidentified-trunk", "contact-not-matched"].some((name) => id === `identify/${name}`),
  )) {
    for (const example of page.examples) {
      const texts = new Map([...example.files].map(([path, text]) => [path, withoutMarks(text)]));
      const problems = problemsOf(texts).filter(({ rule }) => rule === page.id);
      for (const problem of problems) {
        const after = fixed(texts, problem);
        const addresses = [
          ...(problem.fixes[0]?.edits[0]?.text.matchAll(/match ?= ?([\d.]+|[\da-f:]+:[\da-f:]*)\r?$/gm) ??
            []),
        ];
        for (const [, address = ""] of addresses) {
          assert.match(taken(Object.fromEntries(after), address), / by ip$/);
          assert.equal(taken(Object.fromEntries(texts), address), "none");
          checked++;
        }
      }
    }
  }
  assert.ok(checked >= 6, `only ${checked} addresses were asked for`);
});

function fixed(texts: ReadonlyMap<string, string>, { fixes }: Problem): Map<string, string> {
  return new Map([...texts, ...edited(memoryFiles(texts), fixes[0]?.edits ?? [])]);
}

const trunk = (aor: string, more = ""): string =>
  `${endpoint("trunk", `context=in\naors=trunk\n${more}`)}[trunk]\ntype=aor\n${aor}\n`;

const trunks: readonly (readonly [what: string, texts: Texts | string, effect: string | undefined])[] = [
  ["address and nothing else", trunk("contact=sip:198.51.100.7"), "call-fails"],
  ["host name and nothing else", trunk("contact=sip:sip.example.net"), "call-fails"],
  ["no context of its own", trunk("contact=sip:198.51.100.7").replace("context=in\n", ""), "works-otherwise"],
  ["private address", trunk("contact=sip:10.0.0.7"), "works-otherwise"],
  ["private address, found by address only", trunk("contact=sip:10.0.0.7", "identify_by=ip\n"), "call-fails"],
  ["the machine itself", trunk("contact=sip:127.0.0.1:5070"), undefined],
  [
    "identify section",
    trunk("contact=sip:198.51.100.7") + identify("i", "trunk", "match=198.51.100.7"),
    undefined,
  ],
  ["its own name in the contact", trunk("contact=sip:trunk@198.51.100.7"), undefined],
  [
    "its own name, but not found by it",
    trunk("contact=sip:trunk@198.51.100.7", "identify_by=ip\n"),
    "call-fails",
  ],
  ["another user in the contact", trunk("contact=sip:u@198.51.100.7"), "call-fails"],
  ["phone", trunk("max_contacts=1"), undefined],
  [
    "password",
    `${trunk("contact=sip:198.51.100.7", "auth=trunk\n")}[trunk]\ntype=auth\nusername=trunk\npassword=secret12345\n`,
    undefined,
  ],
  ["anonymous", trunk("contact=sip:198.51.100.7") + endpoint("anonymous"), undefined],
  [
    "taken for another endpoint",
    trunk("contact=sip:198.51.100.7") + endpoint("in") + identify("i", "in", "match=198.51.100.0/24"),
    undefined,
  ],
  [
    "another endpoint elsewhere",
    trunk("contact=sip:198.51.100.7") + endpoint("in") + identify("i", "in", "match=192.0.2.0/24"),
    "call-fails",
  ],
  [
    "another endpoint by host name",
    trunk("contact=sip:198.51.100.7") + endpoint("in") + identify("i", "in", "match=sip.example.net"),
    "works-otherwise",
  ],
  [
    "another endpoint by header",
    trunk("contact=sip:198.51.100.7") + endpoint("in") + identify("i", "in", "match_header=X-A: 1"),
    "works-otherwise",
  ],
  [
    "section that Asterisk drops",
    trunk("contact=sip:198.51.100.7") + identify("i", "trunk", "match=198.51.100.300"),
    undefined,
  ],
  [
    "wizard",
    {
      "pjsip.conf": "",
      "pjsip_wizard.conf":
        "[trunk]\ntype=wizard\nremote_hosts=198.51.100.7\nendpoint/allow=!all,alaw\nendpoint/context=in\n",
    },
    undefined,
  ],
  ["registration", trunk("contact=sip:sip.example.net") + registration(""), "call-fails"],
  [
    "registration with line",
    trunk("contact=sip:sip.example.net") + registration("line=yes\nendpoint=trunk\n"),
    undefined,
  ],
  [
    "registration of its own name",
    trunk("contact=sip:sip.example.net") + registration("").replace("sip:u@", "sip:trunk@"),
    undefined,
  ],
  ["host still to be filled in", trunk("contact=sip:PROVIDER_IP"), "call-fails"],
  ["IPv6", trunk("contact=sip:[2001:db8::7]"), "call-fails"],
  [
    "endpoints in a database",
    {
      "pjsip.conf": trunk("contact=sip:198.51.100.7"),
      "sorcery.conf":
        "[res_pjsip]\nendpoint=config,pjsip.conf,criteria=type=endpoint\nendpoint=realtime,ps_endpoints\n",
    },
    undefined,
  ],
  [
    "something not read",
    trunk("contact=sip:198.51.100.7").concat("#include /etc/other/pjsip.conf\n"),
    undefined,
  ],
];

for (const [what, texts, effect] of trunks) {
  test(`unidentified trunk: ${what}`, () => {
    const problems = problemsOf(typeof texts === "string" ? { "pjsip.conf": texts } : texts);
    const found = problems.filter(({ rule }) => rule === "identify/unidentified-trunk");
    assert.equal(found[0]?.effect, effect);
    const literal = found[0]?.fixes[0]?.edits[0]?.text.match(/match=([\d.]+|[\da-f:]*:[\da-f:]+)$/m)?.[1];
    if (literal === undefined || found[0] === undefined || typeof texts !== "string") return;
    const after = fixed(new Map([["pjsip.conf", texts]]), found[0]);
    assert.equal(taken(Object.fromEntries(after), literal), "trunk by ip");
  });
}
