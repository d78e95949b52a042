// What a single fix does to what Asterisk holds: every option whose line, and whose section's headers, the fix leaves
// alone has to be there afterwards with the same value, and nothing else may come up.

import {
  applyEdits,
  type ConfigLoad,
  defaultSettings,
  memoryFiles,
  openInstallation,
  type Problem,
  rootFiles,
} from "../../server/src/core/api.ts";
import { type ConfigSection, headerOf, type LoadedFile } from "../../server/src/core/config/section.ts";

type Texts = ReadonlyMap<string, string>;
type Fix = Problem["fixes"][number];

/** Line numbers by file that a fix has to do with. */
type Lines = ReadonlyMap<string, ReadonlySet<number>>;

export interface FixEffect {
  /** What became different although the fix does not name it. */
  readonly differences: readonly string[];
  /** Whether the fix is about a directive or a block comment, which name whole files and regions. */
  readonly isWide: boolean;
}

/** The texts after a fix. */
export function fixed(texts: Texts, { edits }: Fix): Texts {
  const after = new Map(texts);
  for (const file of new Set(edits.map((edit) => edit.file)))
    after.set(file, applyEdits(texts.get(file) ?? "", editsOf(edits, file)));
  return after;
}

export function effectOf(texts: Texts, fix: Fix): FixEffect {
  const after = fixed(texts, fix);
  const oldLines = editedLines(texts, fix, false);
  const newLines = editedLines(after, fix, true);
  const isWide = [...touched(texts, oldLines), ...touched(after, newLines)].some((line) =>
    /^\s*#|;--|--;/.test(line),
  );
  if (isWide) return { differences: [], isWide };
  const [before, behind] = [texts, after].map((each) => openInstallation(memoryFiles(each), defaultSettings));
  if (before === undefined || behind === undefined) return { differences: [], isWide };
  const differences = rootFiles(memoryFiles(texts)).flatMap((root) => {
    const found = compared(before.load(root), oldLines, behind.load(root), newLines);
    const held = before.effective(root);
    // Behind a fault that ends the reading there is more than was seen.
    if (held.outcome !== "loaded" || held.faults.some(({ ends }) => ends !== "nothing"))
      return found.filter((text) => text.startsWith("lost"));
    const holds = behind.effective(root);
    if (holds.outcome !== "loaded") return [...found, `${root} is ${holds.outcome}`];
    return [...found, ...compared(held, oldLines, holds, newLines)];
  });
  return { differences: [...new Set(differences)], isWide };
}

function editsOf(edits: Fix["edits"], file: string): Fix["edits"][number][] {
  return edits.filter((edit) => edit.file === file).sort((left, right) => left.span.start - right.span.start);
}

/** The lines that edits replace, or those that stand there afterwards. */
function editedLines(texts: Texts, { edits }: Fix, afterwards: boolean): Lines {
  const lines = new Map<string, Set<number>>();
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const text = texts.get(file) ?? "";
    const own = new Set<number>();
    lines.set(file, own);
    let moved = 0;
    for (const { span, text: inserted } of editsOf(edits, file)) {
      const start = span.start + (afterwards ? moved : 0);
      const end = afterwards ? start + inserted.length : span.end;
      const first = lineAt(text, start);
      const last = lineAt(text, end);
      // A whole line that is taken out or put in leaves the next one as it was.
      const whole = end > start && text[end - 1] === "\n";
      for (let line = first; line <= (whole ? last - 1 : last); line++) own.add(line);
      moved += inserted.length - (span.end - span.start);
    }
  }
  return lines;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function touched(texts: Texts, lines: Lines): string[] {
  return [...lines].flatMap(([file, numbers]) => {
    const all = (texts.get(file) ?? "").split("\n");
    return [...numbers].map((line) => all[line - 1] ?? "");
  });
}

function compared(before: ConfigLoad, oldLines: Lines, after: ConfigLoad, newLines: Lines): string[] {
  const had = new Map<string, number>();
  const kept = optionsOf(before, oldLines);
  for (const [option, count] of kept.unnamed) had.set(option, count);
  const has = optionsOf(after, newLines);
  const lost = [...had].filter(([option, count]) => (has.all.get(option) ?? 0) < count);
  const come = [...has.unnamed].filter(([option, count]) => (kept.all.get(option) ?? 0) < count);
  return [...lost.map(([option]) => `lost: ${option}`), ...come.map(([option]) => `come up: ${option}`)];
}

/** How often each option is there: all of them, and those that no edit has to do with. */
function optionsOf(
  load: ConfigLoad,
  edited: Lines,
): { readonly all: ReadonlyMap<string, number>; readonly unnamed: ReadonlyMap<string, number> } {
  const all = new Map<string, number>();
  const unnamed = new Map<string, number>();
  const isEdited = ({
    file,
    line,
  }: {
    readonly file: LoadedFile;
    readonly line: { readonly number: number };
  }): boolean => edited.get(file.path)?.has(line.number) === true;
  for (const section of load.sections) {
    const isNamed = headersOf(section).some(isEdited);
    for (const option of section.options) {
      const key = `[${section.name}] ${option.name} = ${option.value}`;
      all.set(key, (all.get(key) ?? 0) + 1);
      if (isNamed || isEdited(option) || option.appends.some(isEdited)) continue;
      unnamed.set(key, (unnamed.get(key) ?? 0) + 1);
    }
  }
  return { all, unnamed };
}

/** All headers that make a section what it is. */
function headersOf(
  section: ConfigSection,
  seen = new Set<ConfigSection>(),
): { readonly file: LoadedFile; readonly line: { readonly number: number } }[] {
  if (seen.has(section)) return [];
  seen.add(section);
  return [
    { file: section.file, line: section.header },
    ...section.appended,
    ...section.bases.map((base) => headerOf(section, base)),
    ...section.bases.flatMap((base) => headersOf(base.section, seen)),
  ];
}
