// What counts as a value that still has to be filled in, and what does not although it looks a little like one.

import assert from "node:assert/strict";
import test from "node:test";
import { mayHoldPlaceholder, placeholderIn } from "../server/src/core/pjsip/placeholder.ts";

/** `option=value`, with the placeholder that is to be found in it. */
const placeholders: readonly (readonly [line: string, kind: string, text: string])[] = [
  ["contact=sip:PROVIDER_IP", "blank", "PROVIDER_IP"],
  ["contact=sip:PROVIDER_IP:5060", "blank", "PROVIDER_IP"],
  ["from_user=YOUR_DID", "blank", "YOUR_DID"],
  ["from_domain=sip.your-provider.com", "blank", "your-provider"],
  ["username=<key>", "blank", "<key>"],
  ["client_uri=sip:<key>@sip.example.net", "blank", "<key>"],
  ["cert_file=<<astetcdir>>/pbx.pem", "blank", "<<astetcdir>>"],
  ["password=changeme", "blank", "changeme"],
  ["inbound_auth/password=change_me_safe", "blank", "change_me_safe"],
  ["match=xxx.xxx.xxx.xxx", "blank", "xxx.xxx.xxx.xxx"],
  ["from_user=+1XXXXXXXXXX", "blank", "+1XXXXXXXXXX"],
  ["context=YOUR_CONTEXT", "blank", "YOUR_CONTEXT"],
  ["match=${SIP_SERVER}", "variable", "${SIP_SERVER}"],
  ["contact=sip:${HOST:-sip.example.net}", "variable", "${HOST:-sip.example.net}"],
  ["match=%SIP_HOST%", "variable", "%SIP_HOST%"],
  ["from_domain=@@DOMAIN@@", "variable", "@@DOMAIN@@"],
  ["username=__SIP_USER__", "variable", "__SIP_USER__"],
  ["allow=CODECS_PLACEHOLDER", "variable", "CODECS_PLACEHOLDER"],
  ["contact_pattern=sip:${SIP_HOST}:${PORT}", "variable", "${SIP_HOST}"],
  ["username={{ sip_user }}", "template", "{{ sip_user }}"],
  ["contact=sip:<%= @host %>", "template", "<%= @host %>"],
  ["allow={% if video %}h264{% endif %}", "template", "{% if video %}"],
];

/** Values that people mean as they write them. */
const own: readonly string[] = [
  "contact=<sip:a@h>",
  "contact=sip:a%20b@example.com",
  "contact=sip:static.7.100.51.198.clients.your-server.de",
  "contact=sip:gate.example.xxx",
  "callerid=Front desk <desk>",
  "context=TRUNK_IP",
  "aors=PROVIDER_HOST",
  "password=secret",
  "password=a<b>c",
  "password=50%OFF%now",
  "password=not{{so}}easy",
  "set_var=NUMBER=${CALLERID(num)}",
  "set_var=LINE=${EXTEN}",
  "contact_pattern=sip:${REMOTE_HOST}:5060",
  "client_uri_pattern=sip:${USERNAME}@${REMOTE_HOST}",
  "geoloc_incoming_call_profile=<prefer_incoming>",
  "match_header=X-Trunk: /<b.*>/",
  "language=exchange",
  "from_domain=yourk.example.com",
  `context=${"x".repeat(80)}`,
];

test("values that still have to be filled in", () => {
  for (const [line, kind, text] of placeholders) {
    const [name, value] = parts(line);
    const found = placeholderIn(name, value);
    assert.deepEqual([found?.kind, value.slice(found?.start ?? 0, found?.end ?? 0)], [kind, text], line);
    assert.ok(found !== undefined && mayHoldPlaceholder(found.kind, line), `overlooked in a file: ${line}`);
  }
});

test("values of somebody's own", () => {
  assert.deepEqual(
    own.filter((line) => placeholderIn(...parts(line)) !== undefined),
    [],
  );
});

function parts(line: string): [name: string, value: string] {
  const equals = line.indexOf("=");
  return [line.slice(0, equals), line.slice(equals + 1)];
}
