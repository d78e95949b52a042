// Hides passwords wherever text of a configuration file is shown. Where it is not sure it hides too much: what
// stands behind a ";" in the line of a password is part of it.

import { callSecrets, closingParenthesis } from "./call-secrets.ts";
import { isSecretName } from "./secret-names.ts";
import type { Span } from "./span.ts";

export const mask = "***";

/** The value of an option as it may be shown. */
export function maskValue(name: string, value: string): string {
  if (value === "") return value;
  if (isSecretName(name)) return mask;
  const line = `${name}=${value}`;
  const spans = secretSpans(line).filter(({ start }) => start > name.length);
  return spans.length === 0 ? value : replaceSpans(line, spans).slice(name.length + 1);
}

/** A line of a file without its secrets. */
export function maskLine(line: string): string {
  return replaceSpans(line, secretSpans(line));
}

/** A sentence about a file, ours or Asterisk's, without the secrets that it quotes as they are written. */
export function maskSentence(text: string): string {
  return replaceSpans(text, spansUntil(text, quotationEnd));
}

/** The pieces of a line that must not be shown, in order, without overlaps. */
export function secretSpans(line: string): Span[] {
  return spansUntil(line, (text) => text.trimEnd().length);
}

/** A text in which the given secrets, found elsewhere, are hidden; short ones only where they stand alone. */
export function maskWords(text: string, secrets: readonly string[]): string {
  let masked = text;
  for (const secret of secrets) {
    if (secret === "" || secret === mask || !masked.includes(secret)) continue;
    const parts = masked.split(secret);
    masked = parts.reduce((left, right) => {
      const alone = !/[\p{L}\p{N}_]$/u.test(left) && !/^[\p{L}\p{N}_]/u.test(right);
      return left + (alone || secret.length > 5 ? mask : secret) + right;
    });
  }
  return masked;
}

/**
 * A sentence of ours without the secrets of the lines that it is about. A secret that is a plain word is looked for
 * in quotations only, since our own words are no secrets; and the name of an option is none either.
 */
export function maskMessage(text: string, secrets: readonly string[]): string {
  const words = secrets.filter((secret) => /^\p{L}+$/u.test(secret));
  const others = secrets.filter((secret) => !words.includes(secret));
  const quotable = words.filter((word) => !isSecretName(word) && text.includes(word));
  const masked = maskWords(text, others);
  return quotable.length === 0 ? masked : masked.replace(quotation, (quoted) => maskWords(quoted, quotable));
}

/** Not the sign of "Asterisk's". */
const quotation = /"[^"\n]*"|(?<![\p{L}\p{N}])'[^'\n]*'/gu;

/** The secrets that stand in a line, the whole value and its words, longest first. */
export function secretsOf(line: string): string[] {
  const found = new Set<string>();
  for (const { start, end } of secretSpans(line)) {
    const value = line.slice(start, end).trim();
    found.add(value);
    found.add(value.replace(/\\;/g, ";"));
    found.add(value.replace(/\s*(?<!\\);.*$/, ""));
    if (value.includes(";")) for (const part of value.split(";")) found.add(part.trim());
  }
  return [...found].filter((text) => text !== "").sort((left, right) => right.length - left.length);
}

/** Where a value ends that stands at the beginning of a text. */
type ValueEnd = (text: string) => number;

function spansUntil(line: string, valueEnd: ValueEnd): Span[] {
  const said = /'\s*([\w/]+)\s*' set to '()([^']*)'/d.exec(line);
  const value = said?.indices?.[3];
  if (value !== undefined && isSecretName(said?.[1] ?? "")) return [{ start: value[0], end: value[1] }];
  const assigned = assignedSecret(line, valueEnd);
  const head = assigned === undefined ? line : line.slice(0, assigned.start);
  const spans = [...credentials(head), ...callSecrets(head), ...innerSecrets(head, valueEnd)];
  if (assigned !== undefined) spans.push(assigned);
  return withoutOverlaps(spans);
}

function withoutOverlaps(spans: readonly Span[]): Span[] {
  const left: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = left.at(-1);
    if (last === undefined || span.start >= last.end) left.push(span);
    else if (span.end > last.end) left[left.length - 1] = { start: last.start, end: span.end };
  }
  return left;
}

/** A quotation in a message ends at its closing mark, a value in Asterisk's messages before " at line 7 of". */
function quotationEnd(text: string): number {
  const tail = /["'](?=$|[\s,:;.)])| at line \w+ of /.exec(text);
  return tail?.index ?? text.trimEnd().length;
}

/** What follows "password =", ":" or a blank at the beginning of a line, of a comment or of a quotation. */
function assignedSecret(line: string, valueEnd: ValueEnd): Span | undefined {
  const beginnings =
    /(?:^[\s#\-[\]]*|;[\s;-]{0,20}|["'])([\p{L}\p{N}_/-]{3,60})(?:[ \t]{0,200}(?:\+=|=>|[=:])|[ \t])[ \t]{0,200}(?=\S)/gu;
  for (const found of line.matchAll(beginnings)) {
    if (!isSecretName(found[1] ?? "")) continue;
    const start = found.index + found[0].length;
    return { start, end: start + valueEnd(line.slice(start)) };
  }
  return undefined;
}

/** What follows "password=" elsewhere, as in Set(password=...): up to the closing ")". */
function innerSecrets(line: string, valueEnd: ValueEnd): Span[] {
  const spans: Span[] = [];
  if (!line.includes("=")) return spans;
  let after = 0;
  for (const found of line.matchAll(/([\p{L}\p{N}_/]{3,60})[ \t]{0,200}=>?[ \t]{0,200}(?=[^\s=])/gu)) {
    if (found.index < after || !isSecretName(found[1] ?? "")) continue;
    const start = found.index + found[0].length;
    // Set() takes commas as part of the value.
    const closing = closingParenthesis(
      line,
      start,
      /\bSet\($/.test(line.slice(Math.max(0, found.index - 5), found.index)) ? ")" : "),",
    );
    after = start + valueEnd(line.slice(start, closing));
    spans.push({ start, end: after });
  }
  return spans;
}

/** Passwords in addresses and in the lines of old channel drivers and voicemail. */
function credentials(line: string): Span[] {
  const spans: Span[] = [];
  /** Most lines have nothing of the kind: so one character that it would have is looked for first. */
  const matches = (needed: string, expression: RegExp): Iterable<RegExpExecArray> =>
    line.includes(needed) ? line.matchAll(expression) : [];
  const found = [
    // sip:user:secret@host, https://user:secret@host, Dial(SIP/user:secret@host), but not PJSIP/${EXTEN:1}@trunk
    ...matches(
      "@",
      /(?:\b(?:sips?|tel):|:\/\/|\b(?:SIP|IAX2|PJSIP)\/(?!sips?:))(?:\$\{[^}]{0,200}\}|(?!\$\{)[^\s:@/"'<>,;()]){0,200}:()([^\s@/"'<>,()]{1,200})@/dgi,
    ),
    // client_uri = user:secret@host, where the scheme was forgotten
    ...matches(
      "@",
      /^[\s;]*(?:[\w/]+_uri|[\w/]*contact|[\w/]*outbound_proxy|remote_hosts|[\w/]*match)\s*=>?\s*<?(?!sips?:)[^\s:@/]{1,200}:()([^\s@]{1,200})@/dgi,
    ),
    // a value whose name stands on the line before
    ...matches("=", /^\s*\+?=>?(?!=!!==)\s*()(\S.*?)(?=\s*$)/dg),
    // Authenticate(1234), DISA(1234,context), but no file, variable or "no-password"
    ...matches("(", /\b(?:VM)?(?:Authenticate|DISA)\((?!no-password|[/$)])()([^,)|\s]{1,200})/dgi),
    // MYSQL(Connect id host user secret database)
    ...matches("(", /\bMYSQL\(Connect\s+\S{1,200}\s+\S{1,200}\s+\S{1,200}\s+()([^\s)]{1,200})/dgi),
    // Authorization: Basic c2VjcmV0
    ...matches(":", /\bAuthorization:\s*(?:(?:Basic|Bearer|Digest)\s+)?()([^\s),;"']{1,500})/dgi),
    // set_var = TRUNK_SECRET=..., also where the sign is missing
    ...matches(
      "=",
      /^[\s;]*[\w/]*set_?var\s*=>?\s*\w*(?:pass(?:word|wd)?|secret|pwd|token|pin)\w*[\s=:]+()(\S.*?)(?=\s*$)/dgi,
    ),
    // register => user:secret:authuser@host
    ...matches("@", /^[\s;]*(?:register|auth)\s*=>?\s*[^\s:@]*:()([^\s@]+)@/dgi),
    // [voicemail] 6001 => secret,Name; agent => 1001,secret,Name; conf => 600,pin
    ...matches("=", /^[\s;]*(?:\d+\s*=>?\s*-?|(?:agent|conf)\s*=>?\s*\d+\s*,)()(\d[\d#*]*)(?=,|\s*$)/dgi),
  ];
  for (const match of found) {
    const range = match.indices?.[2];
    if (range === undefined) continue;
    spans.push({ start: range[0], end: range[1] });
  }
  return spans;
}

function replaceSpans(line: string, spans: readonly Span[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of spans) {
    result += line.slice(at, start) + mask;
    at = end;
  }
  return result + line.slice(at);
}
