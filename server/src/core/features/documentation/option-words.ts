// What values an option of pjsip.conf takes, and what Asterisk does with one that is wrong, in words.

import type { OptionKind, OptionSpec } from "../../catalog/option-spec.ts";
import { type AsteriskVersion, has } from "../../catalog/version.ts";

/** "whole number, 1 to 100, in seconds". */
export function valueWords(spec: OptionSpec): string {
  const unit = spec.unit === "s" ? ", in seconds" : spec.unit === "ms" ? ", in milliseconds" : "";
  return `${kindWords[spec.kind]}${rangeWords(spec)}${unit}${lengthWords(spec)}`;
}

const kindWords: Readonly<Record<OptionKind, string>> = {
  type: "type of the section, in lower case",
  bool: "yes or no",
  uint: "whole number",
  int: "whole number, also negative",
  double: "number, also with decimals",
  string: "text",
  enum: "one word",
  enumList: "words, separated by commas",
  identifierOrder: "words in order, separated by commas without blanks",
  codecList: "codecs, separated by commas; `!name` takes one off, `all` means all of them",
  codecPrefs: "preferences such as `prefer:pending, operation:intersect, keep:all, transcode:allow`",
  ref: "name of an object",
  refList: "names of objects, separated by commas",
  context: "context of the dialplan",
  uri: "SIP address such as `sip:host:port`",
  uriList: "SIP addresses, separated by commas",
  cidrAcl: "addresses and networks, separated by commas; `!` turns one round",
  identifyMatch: "addresses, networks and host names, separated by commas",
  hostOrIp: "address or host name",
  sockaddr: "address to listen on, with its port",
  file: "path of a file",
  dir: "path of a folder",
  regex: "regular expression",
  tos: "type of service, as a name such as `ef` or `cs3`, or a number",
  groupList: "group numbers 0 to 63, separated by commas, ranges with `-`",
  namedGroupList: "names of groups, separated by commas",
  setVar: "`name=value`",
  callerid: '`"Name" <number>`',
  sipUser: "user part of a SIP address",
  headerMatch: "`Header: value`, or a regular expression between slashes as value",
  uriPattern: "SIP address, or a regular expression between slashes",
  cipherList: "names of TLS ciphers, separated by commas",
  digestList: "ready-made digest",
  securityMechanisms: "security mechanisms, separated by commas",
  mailboxList: "mailboxes as `mailbox@context`, separated by commas",
  stringList: "texts, separated by commas",
  hostPortList: "hosts as `host` or `host:port`, separated by commas",
  uriPatternVar: "SIP address in which variables such as `${REMOTE_HOST}` are filled in",
  optionsOf: "whatever the option behind the prefix takes",
  ignored: "anything",
  custom: "text",
};

/** What Asterisk does with a wrong value; undefined where every value is taken. */
export function badValueWords(spec: OptionSpec): string | undefined {
  const missing = missingWords(spec);
  if (missing !== undefined) return missing;
  if (spec.unknownValue === "ignored")
    return "A word that is not in the list changes nothing, and nothing is logged.";
  if (spec.kind === "ignored") return "Asterisk does nothing with it any more.";
  return spec.kind in badWords ? badWords[spec.kind] : undefined;
}

const refused = "Asterisk drops the whole object";

const badWords: Partial<Readonly<Record<OptionKind, string>>> = {
  bool: "Asterisk takes any other word for no.",
  uint: `${refused} over anything else.`,
  int: `${refused} over anything else.`,
  double: `${refused} over anything else.`,
  enum: `${refused} over another word.`,
  enumList: `${refused} over another word.`,
  identifierOrder:
    "Words that Asterisk does not know are passed over, those with blanks around them as well.",
  codecPrefs: `${refused} over a word that does not fit.`,
  uri: `${refused} if the value is no SIP address.`,
  uriList: `${refused} if the value is no SIP address.`,
  cidrAcl: `${refused} if the value is neither an address nor a network.`,
  identifyMatch: `${refused} if the value is no address and no host name that can be resolved.`,
  hostOrIp: `${refused} if the value is no address and no host name that can be resolved.`,
  sockaddr: `${refused} if the value is no address.`,
  tos: `${refused} over another word.`,
  regex: `${refused} over an expression that cannot be read.`,
  cipherList: `${refused} over a cipher that is not known.`,
};

/** What comes of a name that stands for nothing. */
function missingWords({ kind, missing, refersTo }: OptionSpec): string | undefined {
  if (missing === undefined || refersTo === undefined) return undefined;
  const what = kind === "codecList" ? "a codec that is not known" : "a name that stands for nothing";
  switch (missing) {
    case "load-reject":
      return `${refused} over ${what}.`;
    case "load-warn":
      return `Asterisk warns of ${what} when it loads, and goes on.`;
    case "runtime-error":
    case "runtime-warn":
      return `Asterisk loads ${what}; messages come only when it is used.`;
    case "runtime-silent":
      return `Asterisk never reports ${what}.`;
  }
}

/** "default `60`", as it is in a version; undefined where nothing is known. */
export function defaultValue(spec: OptionSpec, version: AsteriskVersion): string | undefined {
  const before = spec.defaultsBefore?.find(({ until }) => !has(until, version));
  return before?.default ?? spec.default;
}

/** The words that a version takes, and those that it does not take yet or any more. */
export function wordsOf(spec: OptionSpec, version: AsteriskVersion): readonly string[] {
  return (spec.values ?? []).filter((value) => {
    const removed = spec.valuesRemoved?.[value];
    return has(spec.valuesIntroduced?.[value], version) && (removed === undefined || !has(removed, version));
  });
}

function rangeWords({ kind, min, max }: OptionSpec): string {
  if (kind !== "uint" && kind !== "int" && kind !== "double") return "";
  const smallest = min === undefined || min <= -0x80000000 ? undefined : min;
  const largest = max === undefined || max >= 0x7fffffff ? undefined : max;
  if (smallest !== undefined && largest !== undefined) return `, ${smallest} to ${largest}`;
  if (smallest !== undefined && smallest > 0) return `, at least ${smallest}`;
  return largest === undefined ? "" : `, at most ${largest}`;
}

function lengthWords({ maxLength }: OptionSpec): string {
  return maxLength === undefined ? "" : `, at most ${maxLength} characters`;
}
