// Pieces that random configurations are made of, chosen to hurt.

import { below, pick, type Random } from "./random.ts";

export const nasty: readonly string[] = [
  ";",
  "\\;",
  ";--",
  "--;",
  ";--;",
  ";---",
  "---;",
  "\\",
  "\\\\",
  "[",
  "]",
  "(",
  ")",
  "(+",
  "(!)",
  "(,)",
  "=",
  "=>",
  "+=",
  "#",
  "#include ",
  "#exec x",
  "\0",
  "\ufeff",
  "\r",
  "\r\n",
  "\t",
  "\u00a0",
  "\udc80",
  "\udcff",
  "é",
  "😀",
  "\ud83d",
  '"',
  "'",
  "<",
  ">",
  ",",
  "!",
  "*",
  "?",
  "{",
  "}",
  "${X}",
  "$[1+",
  "%",
  "&",
  "|",
  " ",
  "\n",
  "\n\n",
];

export const values: readonly string[] = [
  "",
  "yes",
  "no",
  "maybe",
  "0",
  "-1",
  "010",
  "4294967296",
  "1e9",
  "99999999999999999999",
  "0x10",
  "1.5",
  "all",
  "!all,ulaw",
  "ulaw,alaw",
  "g711u",
  "ulaw:20",
  "ulaw:7,,opus",
  "none",
  "sip:a@b",
  "sip:a@b;lr",
  "sip:a@b\\;lr",
  "sips:[::1]:5061",
  "sip:",
  "<sip:a>",
  "10.0.0.0/8",
  "10.0.0.1/33",
  "::/0",
  "0.0.0.0:5060",
  "[::]:5060",
  "1.2.3",
  "host.example",
  "a, b",
  " a ,b",
  "/etc/x.pem",
  "EF",
  "cs3",
  "0-63,1",
  "^x",
  "[",
  "(((",
  "a{2",
  "From: x",
  "Subject:/^x/",
  "userpass",
  "md5",
  "digest",
  "udp",
  "tls",
  "wss",
  "rfc4733",
  "TEMPLATES=include",
  "a=b=c",
  "${X}",
  "x".repeat(300),
  "internal",
  "6001",
  "a",
  "6001,6002",
  '"A" <1>',
  "€",
  "\udcfc",
  "1,2-3",
  "2-1",
];

/** A few nasty pieces in a row. */
export function noise(random: Random): string {
  return Array.from({ length: 1 + below(random, 6) }, () => pick(random, nasty)).join("");
}

export /** A text with some pieces put in, taken out or doubled. */
function damaged(random: Random, text: string): string {
  let result = text;
  for (let step = 1 + below(random, 6); step > 0; step--) {
    const at = below(random, result.length + 1);
    const to = Math.min(result.length, at + below(random, 12));
    const choice = random();
    if (choice < 0.4) result = result.slice(0, at) + pick(random, nasty) + result.slice(at);
    else if (choice < 0.7) result = result.slice(0, at) + result.slice(to);
    else if (choice < 0.85) result = result.slice(0, to) + result.slice(at);
    else result = result.slice(0, at) + pick(random, values) + result.slice(to);
  }
  return result;
}
