// In which order the options of a wizard are proposed: what it cannot do without, then what its kind of section has.

import { isTrue } from "../../config/section-lookup.ts";
import { asciiLower } from "../../text/ascii.ts";

const ofTrunks: readonly string[] = [
  ...[
    "sends_registrations",
    "remote_hosts",
    "sends_auth",
    "outbound_auth/username",
    "outbound_auth/password",
  ],
  ...[
    "endpoint/context",
    "endpoint/disallow",
    "endpoint/allow",
    "transport",
    "sends_line_with_registrations",
  ],
  ...["endpoint/from_user", "endpoint/from_domain", "endpoint/direct_media", "aor/qualify_frequency"],
  ...["registration/expiration", "registration/retry_interval", "server_uri_pattern", "client_uri_pattern"],
  ...["contact_pattern", "identify/match", "outbound_proxy"],
];

const ofPhones: readonly string[] = [
  ...["accepts_registrations", "accepts_auth", "inbound_auth/username", "inbound_auth/password"],
  ...["endpoint/context", "endpoint/disallow", "endpoint/allow", "transport", "aor/max_contacts"],
  ...["endpoint/callerid", "endpoint/mailboxes", "aor/mailboxes", "aor/remove_existing", "has_hint"],
  ...["hint_exten", "hint_context", "endpoint/direct_media", "endpoint/rewrite_contact"],
  ...["endpoint/rtp_symmetric", "aor/qualify_frequency"],
];

/** What a section with one of these is for. */
const signsOfTrunk = /^(?:sends_\w+|remote_hosts|outbound_auth\/\w+|registration\/\w+|server_uri_pattern)$/;
const signsOfPhone = /^(?:accepts_\w+|inbound_auth\/\w+|hint_\w+|has_hint|has_phoneprov)$/;

/** The likeliest first; `lines`: names in lower case of the options that the section has, with their values. */
export function wizardOrder(lines: ReadonlyMap<string, string>): readonly string[] {
  const names = [...lines.keys()];
  const isPhone = names.some((name) => signsOfPhone.test(name));
  const isTrunk = names.some((name) => signsOfTrunk.test(name));
  const usual =
    isPhone && !isTrunk ? ofPhones : isTrunk ? ofTrunks : ["sends_registrations", "accepts_registrations"];
  return [...new Set(["type", ...missing(lines), ...usual, ...ofTrunks, ...ofPhones])];
}

/** What Asterisk refuses to make an object without, and the passwords that go with it. */
function missing(lines: ReadonlyMap<string, string>): string[] {
  const on = (name: string): boolean => isTrue(lines.get(name) ?? "");
  return [
    ...(on("sends_registrations") ? ["remote_hosts"] : []),
    ...(on("sends_auth") ? ["outbound_auth/username", "outbound_auth/password"] : []),
    ...(on("accepts_auth") ? ["inbound_auth/username", "inbound_auth/password"] : []),
    ...(on("has_phoneprov") ? ["phoneprov/MAC"] : []),
  ].filter((name) => !lines.has(asciiLower(name)));
}
