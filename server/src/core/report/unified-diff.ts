// `--diff`: what `--fix` would change, as a patch with masked secrets. Fixes are small and local, so instead of
// the shortest of all differences it takes the next lines that agree again, which stays linear in long files.

import { maskLine } from "../text/secrets.ts";
import { printable } from "./printable.ts";

/** Lines shown before and after a change. */
const context = 2;
/** How far apart the next agreement is looked for, and how many lines have to agree where lines were added or removed. */
const maximumDistance = 400;
const agreement = 3;

/** A run of lines that differs: indexes of the first line, and past the last one. */
interface Region {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

export function* unifiedDiff(path: string, before: string, after: string): Generator<string> {
  const oldLines = linesOf(before);
  const newLines = linesOf(after);
  const regions = differences(oldLines, newLines);
  if (regions.length === 0) return;
  yield `--- ${printable(path)}\n+++ ${printable(path)}\n`;
  let hunk: Region[] = [];
  for (const region of regions) {
    const last = hunk.at(-1);
    if (last !== undefined && region.oldStart - last.oldEnd > 2 * context) {
      yield hunkText(hunk, oldLines, newLines);
      hunk = [];
    }
    hunk.push(region);
  }
  yield hunkText(hunk, oldLines, newLines);
}

/** Lines with their newlines. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
    lines.push(text.slice(start, at + 1));
    start = at + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

function differences(oldLines: readonly string[], newLines: readonly string[]): Region[] {
  const regions: Region[] = [];
  let oldAt = 0;
  let newAt = 0;
  while (oldAt < oldLines.length || newAt < newLines.length) {
    if (oldLines[oldAt] === newLines[newAt]) {
      oldAt++;
      newAt++;
      continue;
    }
    const [removed, inserted] = nextAgreement(oldLines, oldAt, newLines, newAt);
    regions.push({ oldStart: oldAt, oldEnd: oldAt + removed, newStart: newAt, newEnd: newAt + inserted });
    oldAt += removed;
    newAt += inserted;
  }
  return regions;
}

/** How many lines to take from each side until both go on alike; the nearest such place. */
function nextAgreement(
  oldLines: readonly string[],
  oldAt: number,
  newLines: readonly string[],
  newAt: number,
): readonly [number, number] {
  const rest = [oldLines.length - oldAt, newLines.length - newAt] as const;
  for (let distance = 1; distance <= Math.min(maximumDistance, rest[0] + rest[1]); distance++) {
    // Even shares first: most fixes change a line.
    for (let step = 0; step <= distance; step++) {
      const half = Math.floor(distance / 2);
      const removed = step % 2 === 0 ? half - step / 2 : half + (step + 1) / 2;
      const inserted = distance - removed;
      if (removed < 0 || inserted < 0 || removed > rest[0] || inserted > rest[1]) continue;
      const lines = removed === inserted ? 1 : agreement;
      if (agree(oldLines, oldAt + removed, newLines, newAt + inserted, lines)) return [removed, inserted];
    }
  }
  return rest;
}

/** Whether the next lines are the same; the ends of both texts agree, too. */
function agree(
  oldLines: readonly string[],
  oldAt: number,
  newLines: readonly string[],
  newAt: number,
  lines: number,
): boolean {
  for (let index = 0; index < lines; index++) {
    if (oldLines[oldAt + index] !== newLines[newAt + index]) return false;
  }
  return true;
}

function hunkText(hunk: readonly Region[], oldLines: readonly string[], newLines: readonly string[]): string {
  const first = hunk[0];
  const last = hunk.at(-1);
  if (first === undefined || last === undefined) return "";
  const lead = Math.min(context, first.oldStart);
  const trail = Math.min(context, oldLines.length - last.oldEnd);
  const oldCount = last.oldEnd - first.oldStart + lead + trail;
  const newCount = last.newEnd - first.newStart + lead + trail;
  const from = first.oldStart - lead;
  const parts = [`@@ -${range(from, oldCount)} +${range(first.newStart - lead, newCount)} @@\n`];
  let at = from;
  for (const { oldStart, oldEnd, newStart, newEnd } of hunk) {
    parts.push(...shown(" ", oldLines, at, oldStart));
    parts.push(...shown("-", oldLines, oldStart, oldEnd), ...shown("+", newLines, newStart, newEnd));
    at = oldEnd;
  }
  parts.push(...shown(" ", oldLines, at, last.oldEnd + trail));
  return parts.join("");
}

function range(start: number, count: number): string {
  return `${count === 0 ? start : start + 1},${count}`;
}

/** Lines keep their tabs and line ends; nothing in them may steer a terminal. */
function shown(sign: string, lines: readonly string[], start: number, end: number): string[] {
  return lines.slice(start, end).map((line) => {
    const body = line.endsWith("\n") ? line.slice(0, -1) : line;
    const text = maskLine(body).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f]/g, "?");
    return `${sign}${text}\n${line.endsWith("\n") ? "" : "\\ No newline at end of file\n"}`;
  });
}
