// Finds passwords in the calls of a dialplan: what is stored under a secret's name, sent in an address or a header,
// handed to a program, or compared with what a caller enters.

import { isSecretName } from "./secret-names.ts";
import type { Span } from "./span.ts";

/** What may stand for a secret in the argument of a shell or in an address; a variable alone is none. */
const word = String.raw`(?!\$\{\w{1,80}\}(?:[&\s)"',}\]|;]|$))(?:"[^"]{1,500}"|'[^']{1,500}'|[^\s&)"',|;]{1,500})`;

/** `HASH(h,password)=`, `DB(foo/secret)=`, `PJSIP_HEADER(add,Authorization)=`. */
const functionWrite = /([A-Za-z_]{2,40})\(([^()]{0,200})\)[ \t]{0,20}=[ \t]{0,20}(?=[^\s=])/g;
/** `--password=x`, `--api-key x`. */
const longOption = new RegExp(String.raw`--([A-Za-z][\w-]{2,40})(?:=|[ \t]{1,20})(${word})`, "dg");
/** `?key=x&token=y`. */
const parameter = new RegExp(String.raw`[?&]([\w.-]{2,40})=(${word})`, "dg");
/** `X-Auth-Token: x`. */
const header = /\b([A-Za-z][A-Za-z-]{2,40}):[ \t]{0,20}(?:(?:Bearer|Basic|Digest) )?([^\s),;"']{1,500})/dg;
/** `"${PIN}" = "1234"`, `${PIN:0:4}!=1234`. */
const compared =
  /\$\{(\w{2,80})(?::[-\d:]{1,20})?\}"?[ \t]{0,20}(?:[!=<>]=?|=~|:)[ \t]{0,20}"?((?!\$[{[])[^\s"\]&|)]{1,200})/dg;
/** `"1234" = "${PIN}"`. */
const comparedBefore = /([^\s"[&|(]{1,200})"?[ \t]{0,20}[!=<>]=?[ \t]{0,20}"?\$\{(\w{2,80})\}/dg;
/** `curl -u user:x`, `sshpass -p x`, `mysql -px`. */
const shortOptions: readonly [needed: string, expression: RegExp][] = [
  [
    "-u",
    new RegExp(String.raw`\s(?:-u|--user|--proxy-user)[ \t=]{0,20}["']?[^\s:"'),]{1,200}:(${word})`, "dg"),
  ],
  ["sshpass", new RegExp(String.raw`\bsshpass[ \t]{1,20}-p[ \t]{0,20}(${word})`, "dg")],
  ["mysql", new RegExp(String.raw`\bmysql\w{0,20}[ \t][^|;&)]{0,200}?(?<=[ \t])-p(${word})`, "dg")],
  ["MeetMe(", /\bMeetMe\([^,()]{0,200},[^,()]{0,200},([^,()\s]{1,200})/dg],
];

/** Their places in a line, which may overlap. */
export function callSecrets(line: string): Span[] {
  const spans: Span[] = [];
  const add = (range: readonly [number, number] | undefined): void => {
    if (range !== undefined) spans.push({ start: range[0], end: range[1] });
  };
  if (line.includes(")")) {
    let after = 0;
    for (const found of line.matchAll(functionWrite)) {
      if (found.index < after || !isSecretWrite(found[1] ?? "", found[2] ?? "")) continue;
      const start = found.index + found[0].length;
      after = closingParenthesis(line, start);
      if (after > start) spans.push({ start, end: after });
    }
  }
  if (line.includes("--"))
    for (const { 1: name = "", indices } of line.matchAll(longOption))
      if (isSecretName(name)) add(indices?.[2]);
  if (line.includes("?"))
    for (const { 1: name = "", indices } of line.matchAll(parameter))
      if (isSecretName(name) || /^(?:key|auth|sig|signature)$/i.test(name)) add(indices?.[2]);
  if (line.includes(":"))
    for (const { 1: name = "", indices } of line.matchAll(header))
      if (isSecretHeader(name)) add(indices?.[2]);
  if (line.includes("${")) {
    for (const { 1: name = "", indices } of line.matchAll(compared))
      if (isSecretName(name)) add(indices?.[2]);
    for (const { 2: name = "", indices } of line.matchAll(comparedBefore))
      if (isSecretName(name)) add(indices?.[1]);
  }
  for (const [needed, expression] of shortOptions)
    if (line.includes(needed)) for (const { indices } of line.matchAll(expression)) add(indices?.[1]);
  return spans;
}

/** Where the parenthesis closes that a text stands in, or the end of the line. */
export function closingParenthesis(line: string, from: number, isEnd = ")"): number {
  let depth = 0;
  for (let at = from; at < line.length; at++) {
    const character = line[at] as string;
    if (depth === 0 && isEnd.includes(character)) return at;
    if (character === "(") depth++;
    else if (character === ")") depth--;
  }
  return line.trimEnd().length;
}

function isSecretWrite(name: string, words: string): boolean {
  if (isSecretName(name)) return true;
  return words
    .split(/[^\w-]+/)
    .some((word) => isSecretName(word) || isSecretHeader(word) || /^(?:proxy)?userpwd$/i.test(word));
}

function isSecretHeader(name: string): boolean {
  return /^(?:Proxy-)?Authorization$|^Cookie$/i.test(name) || (name.includes("-") && isSecretName(name));
}
