// What the dialplan says elsewhere in the same place: names that no file defines, such as sounds and Stasis
// applications, and labels that are jumped to.

import { asciiLower } from "../../text/ascii.ts";
import { maskLine } from "../../text/secrets.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import type { CallAt } from "../cursor/model.ts";
import type { Proposals } from "./item.ts";
import type { Place } from "./place.ts";

/** Kinds of arguments that repeat themselves in a dialplan. */
const repeating: ReadonlySet<string> = new Set([
  ...[
    "sound-file",
    "recording-file",
    "stasis-app",
    "agi-command",
    "confbridge-conference",
    "meetme-conference",
  ],
  ...["astdb-family", "hash-name", "language", "timezone", "spy-group", "group-name", "group-category"],
  ...["sip-header", "tone"],
  ...["holding-bridge", "signal-name", "minivm-account", "queue", "voicemail-mailbox", "moh-class"],
]);

/** Applications that take the same kind of name first. */
const players: readonly string[] = ["playback", "background", "controlplayback"];

/** Adds the arguments at the same place in other calls, the most frequent first, if they are not proposed yet. */
export function usedElsewhere(
  { subject }: Place,
  proposals: Proposals,
  call: CallAt,
  kind: string,
  others: readonly string[],
): void {
  if (!repeating.has(kind)) return;
  const own = asciiLower(call.name.text);
  const names = kind === "sound-file" && players.includes(own) ? players : [own];
  const counts = new Map<string, number>();
  for (const name of names)
    for (const text of subject.installation.ask(uses, name))
      for (const word of wordsAt(text, call.index, call.spec?.separator ?? ","))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  const current = call.arguments[call.index]?.text;
  // "6001" and "6001@default" are one mailbox.
  const mailbox = (label: string): string | undefined =>
    kind === "voicemail-mailbox"
      ? subject.installation.elsewhere().voicemail()?.find(label)?.name
      : undefined;
  for (const [label, count] of counts) {
    if ((label === current && count === 1) || others.includes(label)) continue;
    if (proposals.has(label) || mailbox(label) !== undefined) continue;
    if (maskLine(`${call.name.text}(${label})`) !== `${call.name.text}(${label})`) continue;
    const detail = count === 1 ? "used once" : `used ${count} times`;
    proposals.add({ label, kind: "value", detail, rank: Math.max(30, 60 - count) });
  }
}

function wordsAt(given: string, index: number, separator: string): string[] {
  const argument = given.split(separator)[index]?.trim() ?? "";
  if (argument === "" || argument.length > 80 || /[${}[\]"\\]/.test(argument)) return [];
  return argument.split("&").filter((word) => word !== "");
}

/** The uses of an application or function by its name. */
const uses: InstallationQuestion<string, readonly string[]> = { compute: usesOf };

/** What stands between the parentheses of all calls of an application or function. */
function usesOf({ load }: Installation, name: string): readonly string[] {
  const texts = new Set(load("extensions.conf").files.map(({ lines }) => lines.text));
  if (!/^\w+$/.test(name)) return [];
  const call = new RegExp(`\\b${name}\\(([^()\\n]{1,200})[)\\n]`, "gi");
  const found: string[] = [];
  for (const text of texts) for (const match of text.matchAll(call)) found.push(match[1] ?? "");
  return found;
}

/** How much of a file around the cursor is searched for jumps. */
const near = 20_000;

/** Labels that lines around the cursor jump to, and that no line of them has. */
export function labelsWanted({ subject, offset, cursor }: Place): ReadonlySet<string> {
  const body = cursor.section?.body ?? { start: 0, end: subject.text.length };
  const start = Math.max(body.start, offset - near);
  const text = subject.text.slice(start, Math.min(body.end, offset + near));
  const wanted = new Set<string>();
  for (const match of text.matchAll(/(?:\bGoto\(|[?:])([A-Za-z_][\w-]*)(?=[:)(])/gi)) {
    const name = match[1] ?? "";
    // What is followed by "(" is an application.
    if (text[match.index + match[0].length] !== "(") wanted.add(name);
  }
  for (const match of text.matchAll(/=>?[ \t]*(?:[^,\n]*,)?[ \t]*\w+\(([\w-]+)\)[ \t]*[,+]/g))
    wanted.delete(match[1] ?? "");
  return wanted;
}

/** Names behind a prefix such as "Custom:" anywhere in the dialplan. */
export function namesBehind({ load }: Installation, prefix: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (!/^\w+$/.test(prefix)) return found;
  const pattern = new RegExp(`\\b${prefix}:([\\w-]+)`, "gi");
  for (const { lines } of load("extensions.conf").files)
    for (const match of lines.text.matchAll(pattern)) found.add(match[1] ?? "");
  return found;
}
