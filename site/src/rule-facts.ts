// What the site says of groups, effects and profiles in words.

import type { Effect, Profile } from "../../server/src/core/api.ts";

/** What Asterisk does about a mistake. */
export const effectTexts: Readonly<Record<Effect, string>> = {
  "file-rejected": "Asterisk refuses the whole file.",
  "object-rejected": "Asterisk drops the whole object.",
  "line-ignored": "Asterisk skips the line.",
  "call-fails": "Calls that come here fail.",
  "works-otherwise": "It works, and not as the line reads.",
  insecure: "It opens a door to strangers.",
  legacy: "It works today, and will not in a newer version.",
  redundant: "It has no effect.",
  "not-checked": "It could not be read here, so nothing is known of it.",
};

/** What it means for a problem that it begins in a profile. */
export const beginTexts: Readonly<Record<Profile, string>> = {
  minimal: "Shown in every profile.",
  recommended: "Shown unless the profile is minimal.",
  strict: "Shown in the profile strict only.",
};

export const profileTexts: Readonly<Record<Profile, string>> = {
  minimal: "what Asterisk rejects, ignores or lets fail",
  recommended: "also what every configuration should be free of",
  strict: "also what an audit asks for; hints become warnings",
};

/** Which fixes a rule has; Markdown. */
export const fixTexts: Readonly<Record<string, string>> = {
  "no fix": "Only you know what is meant.",
  "safe fix": "`--fix` applies it.",
  "suggested fix": "`--fix --unsafe` applies it; look at it first with `--diff`.",
  "safe or suggested fix": "`--fix` where what is meant is beyond doubt, else `--fix --unsafe`.",
};

/** What the rules of a group are about; a group without a line here stands under its name alone. */
export const groupTexts: Readonly<Record<string, string>> = {
  config: "The syntax of every configuration file: sections, options, templates, includes, comments.",
  pjsip: "Objects of pjsip.conf, their options and values.",
  codec: "Codecs and media formats.",
  wizard: "Sections of pjsip_wizard.conf.",
  nat: "Addresses inside and outside, and the way of media through routers.",
  media: "Encryption of media, WebRTC and DTLS.",
  tls: "Certificates, keys and versions of TLS.",
  security: "Passwords, and what strangers can reach.",
  reference: "Names of objects and contexts that one section takes from another.",
  "chan-sip": "What chan_sip left behind, which newer versions of Asterisk do not have.",
  placeholder: "Values that are still to be filled in.",
  identify: "How the requests of a trunk find their endpoint.",
  dialplan: "Lines of extensions.conf that Asterisk refuses, drops or takes otherwise.",
  pattern: "Patterns of extensions, and which of them is tried first.",
  application: "Applications of the dialplan, their arguments and options.",
  function: "Functions of the dialplan.",
  variable: "Variables of the dialplan.",
  expression: "Expressions in $[ ].",
  jump: "Where Goto, Gosub and the like lead.",
  flow: "Steps that are never reached, and paths that never end.",
  device: "Devices that are dialled or watched by hints.",
  elsewhere: "Names of queues, mailboxes, music classes and the like, which other files define.",
  leftover: "What older versions left behind in the dialplan.",
  suppression: "Comments that silence other rules.",
  upgrade: "What a newer version of Asterisk changes, in asterisk-analyzer upgrade.",
};
