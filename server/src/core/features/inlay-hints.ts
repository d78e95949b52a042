// Small texts that an editor shows within the lines: what a line comes to that does not stand in it.

import type { ConfigOption, ConfigSection } from "../config/section.ts";
import type { DirectiveLine, Line, OptionLine, SectionLine } from "../syntax/line.ts";
import { sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import { counted } from "../text/counted.ts";
import { firstIndex } from "../text/first-index.ts";
import type { Span } from "../text/span.ts";
import { fileKindOf } from "./cursor/section-at.ts";
import { inclusionOf } from "./inclusions.ts";
import { maskedLine, maskedOption } from "./masked.ts";
import { placesAt } from "./step-places.ts";
import type { Subject } from "./subject.ts";
import { linesOf, loadedSections } from "./subject-file.ts";

/** Which hints are wanted. */
export interface InlayHintKinds {
  /** The numbers of priorities such as "n". */
  readonly priorities: boolean;
  /** What a section inherits, behind its header. */
  readonly inherited: boolean;
  /** How many files an #include with a pattern reads. */
  readonly includes: boolean;
}

export const allInlayHints: InlayHintKinds = { priorities: true, inherited: true, includes: true };

export interface InlayHint {
  readonly kind: keyof InlayHintKinds;
  readonly offset: number;
  readonly text: string;
  /** More, for who points at it; plain text. */
  readonly tooltip: string | undefined;
}

/** The hints within a piece of a file, in order. */
export function inlayHints(subject: Subject, { start, end }: Span, kinds: InlayHintKinds): InlayHint[] {
  const hints: InlayHint[] = [];
  const lines = linesOf(subject);
  for (let index = firstIndex(lines, ({ end }) => end >= start); index < lines.length; index++) {
    const line = lines[index] as Line;
    if (line.start > end) break;
    const hint = hintOf(subject, line, kinds);
    if (hint !== undefined && hint.offset >= start && hint.offset <= end) hints.push(hint);
  }
  return hints;
}

function hintOf(subject: Subject, line: Line, kinds: InlayHintKinds): InlayHint | undefined {
  switch (line.kind) {
    case "option":
      return kinds.priorities ? priorityHint(subject, line) : undefined;
    case "section":
      return kinds.inherited && line.modifiers.length > 0 ? inheritedHint(subject, line) : undefined;
    case "directive":
      return kinds.includes ? includeHint(subject, line) : undefined;
    default:
      return undefined;
  }
}

/** "same => n" has a number, where the line became the same one everywhere. */
function priorityHint(subject: Subject, line: OptionLine): InlayHint | undefined {
  const name = asciiLower(line.name);
  if ((name !== "same" && name !== "exten") || fileKindOf(subject) !== "dialplan") return undefined;
  const places = placesAt(subject, line.start);
  const [place] = places;
  if (place === undefined) return undefined;
  const { number, context, step } = place.priority;
  const { priority } = step;
  if (/^[0-9]/.test(priority.text) || number < 1) return undefined;
  // A template's line can have other numbers in other heirs.
  if (places.some((other) => other.priority.number !== number)) return undefined;
  const { end } = sourceSpan(line, line.valueStart + priority.start, line.valueStart + priority.end);
  return {
    kind: "priorities",
    offset: end,
    text: `= ${number}`,
    tooltip: `Priority ${number} of ${place.extension.shown} in ${context}`,
  };
}

/** Longer than this, the text behind a header is cut. */
const longestText = 60;
const mostValues = 3;

function inheritedHint(subject: Subject, line: SectionLine): InlayHint | undefined {
  const section = loadedSections(subject).byHeader.get(line.start);
  if (section === undefined || section.header !== line) return undefined;
  const bases = [...new Set(section.bases.map((base) => base.section))];
  if (bases.length === 0) return undefined;
  const inherited = inheritedOptions(section, bases);
  if (inherited.length === 0) return undefined;
  const text = fileKindOf(subject) === "dialplan" ? counted(inherited.length, "line") : valuesText(inherited);
  const names = bases.map(({ name }) => name).join(", ");
  return {
    kind: "inherited",
    offset: sourceSpan(line, line.restStart, line.restStart).start,
    text: `${names}: ${text}`,
    tooltip: inherited
      .slice(0, 40)
      .map((option) => maskedLine(option))
      .join("\n"),
  };
}

/** What the section has from its bases and does not say anew. */
function inheritedOptions(section: ConfigSection, bases: readonly ConfigSection[]): ConfigOption[] {
  const inherited = new Set(bases.flatMap(({ options }) => options));
  const own = new Set<string>();
  for (const option of section.options) if (!inherited.has(option)) own.add(asciiLower(option.name));
  const steps = /^(?:exten|same|include|switch|ignorepat)/;
  return section.options.filter((option) => {
    const name = asciiLower(option.name);
    return inherited.has(option) && (steps.test(name) || !own.has(name));
  });
}

/** Those that tell most, first. */
const telling: readonly string[] = ["type", "context", "transport", "allow", "aors", "auth"];

function valuesText(options: readonly ConfigOption[]): string {
  const rank = ({ name }: ConfigOption): number => {
    const at = telling.indexOf(asciiLower(name));
    return at < 0 ? telling.length : at;
  };
  const last = new Map<string, ConfigOption>();
  for (const option of options) last.set(asciiLower(option.name), option);
  const sorted = [...last.values()].sort((left, right) => rank(left) - rank(right));
  let text = "";
  let shown = 0;
  for (const option of sorted) {
    const next = `${option.name} ${maskedOption(option)}`;
    if (shown === mostValues || (text.length + next.length > longestText && shown > 0)) break;
    text += `${text === "" ? "" : ", "}${next.slice(0, longestText)}`;
    shown++;
  }
  return shown < sorted.length ? `${text}, …` : text;
}

function includeHint(subject: Subject, line: DirectiveLine): InlayHint | undefined {
  const include = inclusionOf(subject, line);
  if (include === undefined) return undefined;
  const { paths, unseen, isPattern } = include;
  if (!isPattern || (unseen && paths.length === 0)) return undefined;
  const { end } = include.span;
  return {
    kind: "includes",
    // Behind the closing quote.
    offset: /^[">]/.test(subject.text.slice(end, end + 1)) ? end + 1 : end,
    text:
      paths.length === 1 ? (paths[0] ?? "") : paths.length === 0 ? "no file" : counted(paths.length, "file"),
    tooltip: paths.length < 2 ? undefined : paths.slice(0, 40).join("\n"),
  };
}
