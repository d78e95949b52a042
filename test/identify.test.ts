// Small cases of identification, each with its negative beside it.

import assert from "node:assert/strict";
import test from "node:test";
import { identifyJson, identifyText, plainStyle } from "../server/src/core/api.ts";
import { type Asked, ask, endpoint, identify, registration, type Texts, taken } from "./support/identify.ts";

const cases: readonly (readonly [
  what: string,
  texts: Texts | string,
  source: string,
  asked: Asked,
  expected: string,
])[] = [
  ["address", endpoint("a") + identify("i", "a", "match=198.51.100.7"), "198.51.100.7:4000", {}, "a by ip"],
  ["another address", endpoint("a") + identify("i", "a", "match=198.51.100.7"), "198.51.100.8", {}, "none"],
  ["network", endpoint("a") + identify("i", "a", "match=198.51.100.9/28"), "198.51.100.1", {}, "a by ip"],
  ["outside of it", endpoint("a") + identify("i", "a", "match=198.51.100.9/28"), "198.51.100.16", {}, "none"],
  ["mask", endpoint("a") + identify("i", "a", "match=10.0.3.0/255.0.255.0"), "10.9.3.1", {}, "a by ip"],
  [
    "mask with gaps",
    endpoint("a") + identify("i", "a", "match=10.0.3.0/255.0.255.0"),
    "10.9.4.1",
    {},
    "none",
  ],
  ["exception", endpoint("a") + identify("i", "a", "match=10.0.0.0/8,!10.1.0.0/16"), "10.1.2.3", {}, "none"],
  [
    "exception undone",
    endpoint("a") + identify("i", "a", "match=!10.1.0.0/16", "match=10.0.0.0/8"),
    "10.1.2.3",
    {},
    "a by ip",
  ],
  [
    "source port",
    endpoint("a") + identify("i", "a", "match=198.51.100.7:5062"),
    "198.51.100.7:5062",
    {},
    "a by ip",
  ],
  [
    "other source port",
    endpoint("a") + identify("i", "a", "match=198.51.100.7:5062"),
    "198.51.100.7",
    {},
    "none",
  ],
  ["IPv6", endpoint("a") + identify("i", "a", "match=2001:db8::/64"), "[2001:db8::7]:5060", {}, "a by ip"],
  ["IPv6 outside", endpoint("a") + identify("i", "a", "match=2001:db8::/64"), "2001:db8:0:1::7", {}, "none"],
  [
    "IPv4 in IPv6",
    endpoint("a") + identify("i", "a", "match=198.51.100.7"),
    "::ffff:198.51.100.7",
    {},
    "a by ip",
  ],
  [
    "wide before narrow by name",
    endpoint("a") +
      endpoint("b") +
      identify("zz", "a", "match=127.0.0.1") +
      identify("aa", "b", "match=127.0.0.0/8"),
    "127.0.0.1",
    {},
    "b by ip",
  ],
  [
    "upper case first",
    endpoint("a") +
      endpoint("b") +
      identify("Zz", "a", "match=127.0.0.1") +
      identify("aa", "b", "match=127.0.0.0/8"),
    "127.0.0.1",
    {},
    "a by ip",
  ],
  [
    "missing endpoint goes on with the next kind",
    endpoint("u") +
      endpoint("b") +
      identify("i", "gone", "match=192.0.2.1") +
      identify("j", "b", "match=192.0.2.1"),
    "192.0.2.1",
    { from: "u" },
    "u by username",
  ],
  [
    "missing endpoint, no From user",
    endpoint("b") + identify("i", "gone", "match=192.0.2.1") + identify("j", "b", "match=192.0.2.1"),
    "192.0.2.1",
    {},
    "none",
  ],
  [
    "dropped identify",
    endpoint("a") + identify("i", "a", "match=192.0.2.1", "mach=192.0.2.2"),
    "192.0.2.1",
    {},
    "none",
  ],
  [
    "duplicate identify",
    endpoint("a") + identify("i", "a", "match=192.0.2.1") + identify("i", "a", "match=192.0.2.2"),
    "192.0.2.1",
    {},
    "none",
  ],
  ["user name", endpoint("trunk"), "192.0.2.1", { from: "trunk" }, "trunk by username"],
  ["user name in another case", endpoint("trunk"), "192.0.2.1", { from: "Trunk" }, "none"],
  ["hidden user name", endpoint("trunk", "identify_by=ip\n"), "192.0.2.1", { from: "trunk" }, "none"],
  [
    "user and domain",
    endpoint("u@example.com") + endpoint("u"),
    "192.0.2.1",
    { from: "u@example.com" },
    "u@example.com by username",
  ],
  ["user of another domain", endpoint("u@example.com"), "192.0.2.1", { from: "u@example.org" }, "none"],
  [
    "domain alias",
    `${endpoint("u@example.com")}[example.org]\ntype=domain_alias\ndomain=example.com\n`,
    "192.0.2.1",
    { from: "u@example.org" },
    "u@example.com by username",
  ],
  [
    "transport domain",
    `${endpoint("u@example.com")}[udp]\ntype=transport\nbind=0.0.0.0\ndomain=example.com\n`,
    "192.0.2.1",
    { from: "u@198.51.100.1" },
    "u@example.com by username",
  ],
  [
    "no domains",
    `[global]\ntype=global\ndisable_multi_domain=yes\n${endpoint("u@example.com")}`,
    "192.0.2.1",
    { from: "u@example.com" },
    "none",
  ],
  [
    "user options",
    `[global]\ntype=global\nignore_uri_user_options=yes\n${endpoint("u")}`,
    "192.0.2.1",
    { from: "u;phone-context=x" },
    "u by username",
  ],
  ["user options kept", endpoint("u"), "192.0.2.1", { from: "u;phone-context=x" }, "none"],
  ["anonymous", endpoint("anonymous"), "192.0.2.1", { from: "anybody" }, "anonymous by anonymous"],
  [
    "anonymous of a domain",
    endpoint("anonymous@example.com"),
    "192.0.2.1",
    { from: "anybody@example.org" },
    "none",
  ],
  [
    "anonymous before header",
    endpoint("anonymous") + endpoint("a") + identify("i", "a", "match_header=X-A: 1"),
    "192.0.2.1",
    { headers: ["X-A: 1"] },
    "anonymous by anonymous",
  ],
  [
    "header",
    endpoint("a") + identify("i", "a", "match_header=X-A: 1"),
    "192.0.2.1",
    { headers: ["x-a:  1 "] },
    "a by header",
  ],
  [
    "header with another value",
    endpoint("a") + identify("i", "a", "match_header=X-A: one"),
    "192.0.2.1",
    { headers: ["X-A: One"] },
    "none",
  ],
  [
    "header by expression",
    endpoint("a") + identify("i", "a", "match_header=X-A: /^4[0-9]+$/"),
    "192.0.2.1",
    { headers: ["X-A: 4711"] },
    "a by header",
  ],
  [
    "To header",
    endpoint("a") + identify("i", "a", "match_header=To: /sip:49[0-9]+@/"),
    "192.0.2.1",
    { uri: "sip:4930@198.51.100.1" },
    "a by header",
  ],
  [
    "request URI",
    endpoint("a") + identify("i", "a", "match_request_uri=sip:1@198.51.100.1:5060"),
    "192.0.2.1",
    { uri: "sip:1@198.51.100.1:5060" },
    "a by request_uri",
  ],
  [
    "request URI without port",
    endpoint("a") + identify("i", "a", "match_request_uri=sip:1@198.51.100.1"),
    "192.0.2.1",
    { uri: "sip:1@198.51.100.1:5060" },
    "none",
  ],
  [
    "digest user",
    endpoint("u", "identify_by=auth_username\n"),
    "192.0.2.1",
    { headers: ['Authorization: Digest username="u", realm="asterisk"'] },
    "u by auth_username",
  ],
  [
    "digest user, by From only",
    endpoint("u"),
    "192.0.2.1",
    { headers: ['Authorization: Digest username="u", realm="asterisk"'] },
    "none",
  ],
  [
    "order",
    `[global]\ntype=global\nendpoint_identifier_order=username,ip\n${endpoint("u")}${endpoint("a")}${identify("i", "a", "match=192.0.2.1")}`,
    "192.0.2.1",
    { from: "u" },
    "u by username",
  ],
  [
    "order with blanks",
    `[global]\ntype=global\nendpoint_identifier_order=header, username ,ip\n${endpoint("u")}${endpoint("a")}${identify("i", "a", "match=192.0.2.1")}`,
    "192.0.2.1",
    { from: "u" },
    "a by ip",
  ],
  [
    "line",
    registration("line=yes\nendpoint=a\n"),
    "192.0.2.1",
    { uri: "sip:s@198.51.100.1;line=abcdefg" },
    "a by line",
  ],
  ["no line", registration(""), "192.0.2.1", { uri: "sip:s@198.51.100.1;line=abcdefg" }, "none"],
  [
    "wizard",
    {
      "pjsip.conf": "",
      "pjsip_wizard.conf": "[w]\ntype=wizard\nremote_hosts=198.51.100.7\nendpoint/allow=!all,alaw\n",
    },
    "198.51.100.7",
    {},
    "w by ip",
  ],
  [
    "wizard with port",
    {
      "pjsip.conf": "",
      "pjsip_wizard.conf": "[w]\ntype=wizard\nremote_hosts=198.51.100.7:5060\nendpoint/allow=!all,alaw\n",
    },
    "198.51.100.7:4000",
    {},
    "none",
  ],
  ["host name", endpoint("a") + identify("i", "a", "match=sip.example.net"), "198.51.100.7", {}, "none"],
  [
    "no module for it",
    {
      "pjsip.conf": endpoint("a") + identify("i", "a", "match=198.51.100.7"),
      "modules.conf": "[modules]\nautoload=yes\nnoload=res_pjsip_endpoint_identifier_ip.so\n",
    },
    "198.51.100.7",
    {},
    "none",
  ],
  [
    "rejected file",
    `${endpoint("a")}${identify("i", "a", "match=198.51.100.7")}[broken\n`,
    "198.51.100.7",
    { from: "a" },
    "none",
  ],
];

for (const [what, texts, source, asked, expected] of cases) {
  test(`identify: ${what}`, () => assert.equal(taken(texts, source, asked), expected));
}

test("the text says by what, who else, and what is nearest", () => {
  const texts =
    endpoint("a") +
    endpoint("b") +
    identify("aa", "a", "match=198.51.100.0/28") +
    identify("bb", "b", "match=198.51.100.7");
  const found = ask(texts, "198.51.100.7", { from: "b" });
  assert.equal(
    identifyText(found.request, found.answer, plainStyle),
    `198.51.100.7:5060 with From user "b" is taken for endpoint "a" by its source address
  identify "aa", match = 198.51.100.0/28 (pjsip.conf:10)
Would match as well:
  identify "bb", match = 198.51.100.7 (pjsip.conf:14) for endpoint "b": comes later in the byte order of the section names
  endpoint "b" (pjsip.conf:4) for endpoint "b": comes later in the order of identifiers
`,
  );
  const lost = ask(texts, "198.51.100.16", { from: "A" });
  assert.equal(
    identifyText(lost.request, lost.answer, plainStyle),
    `198.51.100.16:5060 with From user "A" is taken for no endpoint
Nearest:
  identify "aa" matches 198.51.100.0/28, which does not hold the address (pjsip.conf:10)
  identify "bb" matches 198.51.100.7, which does not hold the address (pjsip.conf:14)
  endpoint "a" differs from the From user in case only (pjsip.conf:1)
Asterisk logs:
  Request 'INVITE' from '<sip:A@<domain>>' failed for '198.51.100.16:5060' (callid: <callid>) - No matching endpoint found
`,
  );
  const json = JSON.parse(identifyJson(found.request, found.answer)) as {
    endpoint: string;
    by: { line: number };
  };
  assert.equal(json.endpoint, "a");
  assert.equal(json.by.line, 10);
});

test("an address that leads to an endpoint that Asterisk drops is no question of the port", () => {
  const texts = endpoint("a", "allow=pcmu\n") + identify("i", "a", "match=198.51.100.7");
  const lost = ask(texts, "198.51.100.7", {});
  const text = identifyText(lost.request, lost.answer, plainStyle);
  assert.match(text, /^Matches without effect:\n {2}identify "i", .*drops for a mistake that lint tells/m);
  assert.doesNotMatch(text, /source port|undefined/);
});
