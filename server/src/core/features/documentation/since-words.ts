// Since when something exists, in words: "since 20.18, 22.8 and 23.2".

import { type AsteriskVersion, has, type Since } from "../../catalog/version.ts";

/** Undefined where every series that can be a target has it from its first release on. */
export function sinceWords(since: Since | undefined): string | undefined {
  if (since === undefined) return undefined;
  const releases = Object.entries(since)
    .sort(([left], [right]) => Number(left) - Number(right))
    .map(([series, release]) => ({ series, release: shortRelease(release) }));
  // Behind the first series that has it from the start, all others do.
  const whole = releases.findIndex(({ series, release }) => release === series);
  const shown = whole === -1 ? releases : releases.slice(0, whole + 1);
  return shown.length === 0 ? undefined : `since ${listed(shown.map(({ release }) => release))}`;
}

/** "in no release of series 18", for a version that lacks it. */
export function notInVersion(since: Since | undefined, version: AsteriskVersion): string | undefined {
  if (has(since, version)) return undefined;
  return `not in Asterisk ${version.major}.${version.minor}`;
}

/** "a, b and c". */
export function listed(words: readonly string[], joining = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${joining} ${words.at(-1) ?? ""}`;
}

/** "22.8.0" → "22.8", "22.0.0" → "22". */
function shortRelease(release: string): string {
  return release.replace(/(?:\.0)+$/, "");
}
