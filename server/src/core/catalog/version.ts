// Versions of Asterisk that we know, and since when something exists in them.

import releases from "./tables/releases.json" with { type: "json" };

/** A release such as 22.8.0. */
export interface AsteriskVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The first release of each series that has something; a series that is not named never got it. */
export type Since = Readonly<Record<string, string>>;

/** The series that can be a target, oldest first. */
export const series: readonly string[] = Object.keys(releases.series);

/** The newest release we know; the target where nobody names one. */
export const newestVersion: AsteriskVersion = parts(releases.newest);

/**
 * Reads "22" or "22.8" or "22.8.0"; a series alone means its newest release, a missing patch number .0.
 * Undefined where it is no version or no series that we know.
 */
export function parseVersion(text: string): AsteriskVersion | undefined {
  const found = /^(\d+)(?:\.(\d+)(?:\.(\d+))?)?$/.exec(text.trim());
  if (found === null || !series.includes(found[1] ?? "")) return undefined;
  if (found[2] !== undefined) return parts(text.trim());
  const newest = Object.entries(releases.series).find(([name]) => name === found[1]);
  return newest === undefined ? undefined : parts(newest[1].newest);
}

export function formatVersion(version: AsteriskVersion): string {
  return `${version.major}.${version.minor}.${version.patch}`;
}

/** Whether `version` has something that came in the releases of `since`; undefined: it was always there. */
export function has(since: Since | undefined, version: AsteriskVersion): boolean {
  if (since === undefined) return true;
  const first = since[String(version.major)];
  return first !== undefined && compareVersions(version, parts(first)) >= 0;
}

/** Below 0 where the left one is older. */
export function compareVersions(left: AsteriskVersion, right: AsteriskVersion): number {
  return left.major - right.major || left.minor - right.minor || left.patch - right.patch;
}

function parts(text: string): AsteriskVersion {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  return { major, minor, patch };
}
