// Values that somebody still has to fill in: left over from a guide, from a deployment script or from a
// template engine. Such a value is one mistake of its own and never a wrong number, address or name.

import { isHidden } from "../syntax/template/marks.ts";
import { asciiLower } from "../text/ascii.ts";

/** "template": {{ x }}, {% %}, <% %>; "variable": ${X}, %X%, @@X@@, X_PLACEHOLDER; "blank": <key>, YOUR_DID. */
export type PlaceholderKind = "template" | "variable" | "blank";

export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly start: number;
  readonly end: number;
}

/** What a template engine puts in place, closed or not. */
const template = /\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\{\{|\{%|<%|[\uE100-\uE17F]+/;

const variable =
  /\$\{[A-Za-z_]\w*(?:[:?+=-][^{}]*)?\}|\$[A-Z][A-Z0-9]*_[A-Z0-9_]+|%[A-Z][A-Z0-9_]{2,}%|@@[A-Za-z][\w.-]*@@|(?<!\w)__[A-Z][A-Z0-9_]*__(?!\w)|(?<![\w-])[A-Z][A-Z0-9_]*_PLACEHOLDER(?!\w)/;

const angles = /<<?[A-Za-z][\w .-]*>>?/;

/** Words that nobody gives to anything of their own. */
const words =
  /(?<![A-Za-z0-9])(?:your[_-](?!server\.de)\w[\w-]*|your(?:pass|secret|user|domain|host|server|provider|ip(?![a-z])|did(?![a-z])|number|key(?![a-z])|extension|context|account)\w*|change[_-]?(?:me|this)(?:[_-]\w+|\d*)(?![A-Za-z])|(?:replace|insert)[_-](?:me|with|your|here)\w*)/i;

/** Upper case words that may well be the name of a section, but are no address, user or password. */
const nouns =
  /(?<![\w-])(?:PROVIDER|CARRIER|ITSP|TRUNK|SERVER|PUBLIC|EXTERNAL|INTERNAL|LOCAL|PRIVATE|WAN|LAN|HOST|SIP|MY|REMOTE|PEER|ASTERISK|PBX|PHONE)_(?:IP|ADDRESS|ADDR|HOST|HOSTNAME|DOMAIN|SERVER|USER|USERNAME|PASSWORD|PASS|SECRET|KEY|DID|NUMBER|PORT)(?!\w)|(?<![\w-])(?:PLACEHOLDER|FIXME)(?![\w-])/;

/** xxx, xxx.xxx.xxx.xxx, x.x.x.x, +1XXXXXXXXXX. */
const crosses =
  /(?<![\w.-])(?:[xX]{3,20}(?:[.-][xX]{1,20})*|[xX](?:\.[xX]){3}|\+?\d{1,4}X{5,14})(?![\w.-]|@@)/;

/** What every placeholder of a kind holds and hardly any other text. */
const suspicious: Readonly<Record<PlaceholderKind, RegExp>> = {
  template: /\{[{%]|<%/,
  variable: /\$[{A-Z]|%[A-Z]{3}|@@|__[A-Z]|_PLACEHOLDER/,
  blank:
    /<[A-Za-z]|[yY][oO][uU][rR]|[cC][hH][aA][nN][gG][eE][_-]?[mMtT]|(?:[rR][eE][pP][lL][aA][cC][eE]|[iI][nN][sS][eE][rR][tT])[_-]|_(?:IP|ADDR|HOST|DOM|SERV|USER|PASS|SECR|KEY|DID|NUMB|PORT)|FIXME|PLACEHOLDER|[xX]{3}|[xX]\.[xX]\.[xX]/,
};

/** Options whose value names something: most words can be such a name. */
const names: ReadonlySet<string> = new Set([
  ...["aors", "auth", "outbound_auth", "transport", "endpoint", "context", "message_context"],
  ...["subscribe_context", "overlap_context", "acl", "contact_acl", "moh_suggest", "regcontext"],
  ...["tone_zone", "accountcode", "named_call_group", "named_pickup_group", "list_item", "hint_context"],
]);

/** Options in which angle brackets have a meaning. */
const bracketed: ReadonlySet<string> = new Set([
  ...["callerid", "geoloc_incoming_call_profile", "geoloc_outgoing_call_profile", "match_header"],
  ...["match_request_uri", "user_agent", "sdp_session", "set_var", "callerid_tag"],
]);

const secrets: ReadonlySet<string> = new Set(["password", "md5_cred", "password_digest", "oauth_secret"]);

/** The variables that pjsip_wizard.conf fills in itself. */
const patterns: ReadonlySet<string> = new Set([
  "contact_pattern",
  "server_uri_pattern",
  "client_uri_pattern",
]);

/** Whether a text can hold a placeholder of a kind at all; quick, for whole files. */
export function mayHoldPlaceholder(kind: PlaceholderKind, text: string): boolean {
  return suspicious[kind].test(text);
}

/** Whether any of many texts can hold a placeholder; quick, for all names of an installation. */
export function mayHoldPlaceholders(texts: readonly string[]): boolean {
  const all = texts.join("\n");
  return isHidden(all) || Object.values(suspicious).some((pattern) => pattern.test(all));
}

/** Whether a line, or a name in it, was meant for a template engine. */
export function isTemplateText(text: string): boolean {
  return template.test(text);
}

/** Whether the value of an option still has to be filled in. */
export function holdsPlaceholder(option: string, value: string): boolean {
  return placeholderIn(option, value) !== undefined;
}

/** The first placeholder in the value of an option; the name may have a wizard's prefix. */
export function placeholderIn(option: string, value: string): Placeholder | undefined {
  if (value.length > 2000) return undefined;
  const name = asciiLower(option.slice(option.lastIndexOf("/") + 1));
  const text = patterns.has(name) ? value.replace(/\$\{(?:REMOTE_HOST|USERNAME)\}/g, blanks) : value;
  const found =
    first("template", template, text) ??
    // A variable in set_var is filled in on each channel.
    (name === "set_var" ? undefined : first("variable", variable, text)) ??
    first("blank", words, text) ??
    blank(name, text);
  if (found === undefined) return undefined;
  // Any text can be a password: only one that is nothing else was left to be filled in.
  const whole = found.start === 0 && found.end === value.length;
  return secrets.has(name) && !whole ? undefined : found;
}

function blanks(text: string): string {
  return " ".repeat(text.length);
}

function blank(name: string, value: string): Placeholder | undefined {
  const bracket = bracketed.has(name) ? undefined : first("blank", angles, value);
  if (bracket !== undefined || names.has(name) || name === "set_var") return bracket;
  return first("blank", nouns, value) ?? first("blank", crosses, value);
}

function first(kind: PlaceholderKind, pattern: RegExp, value: string): Placeholder | undefined {
  const found = pattern.exec(value);
  return found === null ? undefined : { kind, start: found.index, end: found.index + found[0].length };
}
