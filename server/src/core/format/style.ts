// How a file is written: blanks around its operators, columns, indentation of "same". Its own habits decide, unless
// somebody has settled how options look.

import type { PhysicalLine } from "../syntax/physical-lines.ts";
import {
  type Alignment,
  alignedGaps,
  alignmentOf,
  type Gaps,
  mostFrequent,
  widestAlignment,
} from "./alignment.ts";
import type { Equals } from "./format-settings.ts";
import type { OptionShape } from "./option-shape.ts";

export interface FileStyle {
  /** What stands before "same", and between it and "=>". */
  readonly sameIndentation: string;
  readonly sameGap: number;
  /** The blanks around the operator of an option; undefined: as they are. */
  readonly gaps: (option: OptionShape) => Gaps | undefined;
}

const spaced: Gaps = { before: 1, after: 1 };
const tight: Gaps = { before: 0, after: 0 };

/** Operators are counted by what they stand in: "=" of options, "=" of statements, "=>" of options. */
type Group = "option" | "statement" | "arrow" | "dialplan";

export function fileStyle(
  text: string,
  lines: readonly PhysicalLine[],
  shapes: readonly (OptionShape | undefined)[],
  usualIndentation: string,
  equals: Equals = "keep",
): FileStyle {
  const alignments = new Map<OptionShape, Alignment | "tabs">();
  for (const section of sectionsOf(lines, shapes)) {
    if (equals === "keep") alignSection(text, section, alignments);
    else if (equals === "align") alignParagraphs(section, alignments);
  }
  const votes = new Map<Group, number>();
  for (const shape of shapes) {
    if (shape === undefined || isStep(shape) || alignments.has(shape)) continue;
    const vote = voteOf(shape);
    votes.set(groupOf(shape), (votes.get(groupOf(shape)) ?? 0) + vote);
  }
  if (equals !== "keep") votes.set("option", equals === "compact" ? -1 : 1);
  const same = shapes.filter((shape) => shape?.statement === "same" && shape.arrow) as readonly OptionShape[];
  const sameIndentation =
    same.length === 0
      ? usualIndentation
      : mostFrequent(same.map(({ indentation: { start, end } }) => text.slice(start, end)));
  const gaps = mostFrequent(same.map(({ before }) => before.end - before.start));
  // "same  =>" below "exten =>": the arrows stand in a column.
  const sameGap = gaps === 2 && sameIndentation === "" ? 2 : 1;
  return {
    sameIndentation,
    sameGap,
    gaps: (shape) => {
      if (shape.statement === "same" && shape.arrow) return { before: sameGap, after: 1 };
      const group = groupOf(shape);
      if (isStep(shape)) return group === "dialplan" ? spaced : (votes.get(group) ?? 0) < 0 ? tight : spaced;
      const alignment = alignments.get(shape);
      if (alignment === "tabs") return undefined;
      if (alignment !== undefined) return alignedGaps(shape, alignment);
      return group !== "dialplan" && (votes.get(group) ?? 0) < 0 ? tight : spaced;
    },
  };
}

function isStep({ statement }: OptionShape): boolean {
  return statement === "exten" || statement === "same";
}

function groupOf({ statement, arrow }: OptionShape): Group {
  if (statement !== undefined) return arrow ? "dialplan" : "statement";
  return arrow ? "arrow" : "option";
}

function voteOf({ before, after, hasValue }: OptionShape): number {
  const isTight = before.start === before.end && after.start === after.end;
  if (isTight) return -1;
  return before.start < before.end && (after.start < after.end || !hasValue) ? 1 : 0;
}

/** One list of paragraphs for each section: options without a blank line between them. */
function sectionsOf(
  lines: readonly PhysicalLine[],
  shapes: readonly (OptionShape | undefined)[],
): OptionShape[][][] {
  let paragraph: OptionShape[] = [];
  let section: OptionShape[][] = [paragraph];
  const sections = [section];
  for (const [index, { kind, line }] of lines.entries()) {
    if (line?.kind === "section") {
      paragraph = [];
      section = [paragraph];
      sections.push(section);
    } else if (kind === "blank" && paragraph.length > 0) {
      paragraph = [];
      section.push(paragraph);
    }
    const shape = shapes[index];
    if (shape !== undefined && !isStep(shape)) paragraph.push(shape);
  }
  return sections;
}

/** A section whose options stand in columns; where they do not, perhaps those of some paragraphs do. */
function alignSection(
  text: string,
  section: readonly OptionShape[][],
  alignments: Map<OptionShape, Alignment | "tabs">,
): void {
  const all = section.flat();
  const tabbed = all.filter((shape) => hasTab(text, shape));
  if (tabbed.length >= 2 && tabbed.length * 2 >= all.length) {
    for (const shape of all) alignments.set(shape, "tabs");
    return;
  }
  const plain = (shapes: readonly OptionShape[]): OptionShape[] =>
    tabbed.length === 0 ? [...shapes] : shapes.filter((shape) => !hasTab(text, shape));
  const whole = alignmentOf(plain(all));
  for (const paragraph of section) {
    const shapes = plain(paragraph);
    const alignment = whole ?? (section.length > 1 ? alignmentOf(shapes) : undefined);
    if (alignment !== undefined) for (const shape of shapes) alignments.set(shape, alignment);
  }
}

/** Only options: statements of a context hold too little to be a table. */
function alignParagraphs(
  section: readonly OptionShape[][],
  alignments: Map<OptionShape, Alignment | "tabs">,
): void {
  for (const paragraph of section) {
    const options = paragraph.filter((shape) => groupOf(shape) === "option");
    const alignment = widestAlignment(options);
    for (const shape of options) alignments.set(shape, alignment);
  }
}

function hasTab(text: string, { line, before, after }: OptionShape): boolean {
  return text.slice(before.start, after.end).includes("\t") || text[line.start] === "\t";
}
