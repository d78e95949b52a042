// What can be folded: sections, the steps of an extension, comments, runs of includes, and regions that a file marks.

import { isReserved } from "../../dialplan/contexts.ts";
import { stepWord } from "../../dialplan/statement.ts";
import type { PhysicalLine } from "../../syntax/physical-lines.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";
import type { Subject } from "../subject.ts";
import { isDialplan } from "../subject.ts";
import { physicalLinesOf } from "./lines-of.ts";

export interface Fold {
  /** From the beginning of its first line to the end of its last. */
  readonly span: Span;
  /** Numbers of these lines, from 0. */
  readonly first: number;
  readonly last: number;
  readonly kind: "section" | "extension" | "comment" | "includes" | "region";
}

/** All folds of more than one line, by their first lines. Linear. */
export function folds(subject: Subject): Fold[] {
  const lines = physicalLinesOf(subject);
  const found: Fold[] = [];
  const add = (first: number, last: number, kind: Fold["kind"]): void => {
    const start = lines[first]?.start ?? 0;
    if (last > first) found.push({ span: { start, end: lines[last]?.end ?? start }, first, last, kind });
  };
  sectionFolds(lines, isDialplan(subject), add);
  runFolds(subject.text, lines, add);
  regionFolds(subject.text, lines, add);
  return found.sort((left, right) => left.first - right.first || right.last - left.last);
}

type Add = (first: number, last: number, kind: Fold["kind"]) => void;

function sectionFolds(lines: readonly PhysicalLine[], dialplan: boolean, add: Add): void {
  let section: number | undefined;
  let extension: number | undefined;
  let lastStep = 0;
  let context = dialplan;
  const endExtension = (): void => {
    if (extension !== undefined) add(extension, lastStep, "extension");
    extension = undefined;
  };
  for (let index = 0; index < lines.length; index++) {
    const { line } = lines[index] as PhysicalLine;
    if (line?.kind === "section") {
      endExtension();
      if (section !== undefined) add(section, lastOfSection(lines, section, index), "section");
      section = index;
      context = dialplan && !isReserved(line.name);
    } else if (line !== undefined) {
      const word = context && line.kind === "option" ? stepWord(line) : undefined;
      if (word !== "same") endExtension();
      if (word === "exten") extension = index;
      lastStep = index;
    }
  }
  endExtension();
  if (section !== undefined) add(section, lastOfSection(lines, section, lines.length), "section");
}

/** Comments right above the next header belong to that. */
function lastOfSection(lines: readonly PhysicalLine[], header: number, next: number): number {
  let last = next - 1;
  if (next < lines.length) while (last > header && lines[last]?.kind === "comment") last--;
  const behind = last;
  while (last > header && lines[last]?.kind === "blank") last--;
  // Nothing but comments up to the next header: they are what is in the section.
  return last === header && behind === header ? next - 1 : last;
}

/** Comments below each other, block comments, and includes below each other. */
function runFolds(text: string, lines: readonly PhysicalLine[], add: Add): void {
  let first = 0;
  let kind: "comment" | "block" | "includes" | undefined;
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index];
    const now = line === undefined ? undefined : runKind(text, line);
    if (now !== kind) {
      if (kind !== undefined) add(first, index - 1, kind === "block" ? "comment" : kind);
      kind = now;
      first = index;
    } else if (kind === "block" && lines[index - 1]?.depth === 0) {
      add(first, index - 1, "comment");
      first = index;
    }
  }
}

function runKind(text: string, physical: PhysicalLine): "comment" | "block" | "includes" | undefined {
  const { kind, line } = physical;
  if (kind === "block") return "block";
  if (kind === "comment") return regionMark(text, physical) === undefined ? "comment" : undefined;
  return line?.kind === "directive" && /include$/.test(asciiLower(line.word)) ? "includes" : undefined;
}

function regionFolds(text: string, lines: readonly PhysicalLine[], add: Add): void {
  const open: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as PhysicalLine;
    const mark = line.kind === "comment" ? regionMark(text, line) : undefined;
    if (mark === "region") open.push(index);
    const first = mark === "endregion" ? open.pop() : undefined;
    if (first !== undefined) add(first, index, "region");
  }
}

/** "; region" and "; endregion", with "#" before the word or without. */
function regionMark(text: string, { start, end }: PhysicalLine): "region" | "endregion" | undefined {
  const found = /^[ \t\ufeff]*;+[ \t]*#?(end)?region(?![\w=-])/.exec(
    text.slice(start, Math.min(end, start + 200)),
  );
  return found === null ? undefined : found[1] === undefined ? "region" : "endregion";
}
