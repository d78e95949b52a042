// Reads a root file and everything it includes into sections, in Asterisk's order and with its messages:
// config_text_file_load, process_text_line and ast_config_internal_load in main/config.c.

import { maximumNesting } from "../syntax/comments.ts";
import { type Line, type MalformedLine, type OptionLine, sourceSpan } from "../syntax/line.ts";
import { lineBeginning } from "../syntax/read-lines.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { asciiLower, trimBlanks } from "../text/ascii.ts";
import type { Files } from "./files.ts";
import { directive, readPath, type Stream } from "./include.ts";
import { sameOption, takeOver } from "./leftovers.ts";
import type { ConfigLoad, Outcome } from "./load.ts";
import { Hang, type LoadSettings, LoadState } from "./load-state.ts";
import { openSection } from "./open-section.ts";
import { type ConfigOption, type ConfigSection, type LoadedFile, printedLine } from "./section.ts";

/** Loads a root file of the installation. Never throws, never loops. */
export function loadConfig(root: string, files: Files, settings: LoadSettings): ConfigLoad {
  const state = new LoadState(files, settings);
  const outcome = run(state, root);
  return {
    root,
    outcome,
    sections: state.leftovers?.sections(state.sections) ?? state.sections,
    faults: state.faults,
    files: state.loaded,
    partial: state.partial,
  };
}

function run(state: LoadState, root: string): Outcome {
  try {
    const result = readPath(state, root, "", undefined, foldFile);
    if (result === "invalid" || state.rejected) return "rejected";
    return result === "read" ? "loaded" : "missing";
  } catch (error) {
    if (error instanceof Hang) return "hang";
    throw error;
  }
}

function foldFile(state: LoadState, file: LoadedFile, stream: Stream): boolean {
  state.countLines(file);
  // A file begins in the section that is open anywhere, and from then on keeps its own.
  let section = state.current;
  let before: ConfigSection | undefined;
  let outside = false;
  const { template } = file;
  const { lines } = file.lines;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line;
    if (template !== undefined && mayBeAnything(line, file)) {
      state.partial = true;
      if (section !== undefined && line.kind !== "section") section.incomplete = true;
    }
    if (line.kind === "section") {
      if (section !== undefined) fitOptions(section);
      section = openSection(state, file, line);
      if (section === undefined) return false;
      before = state.leftovers?.section(line);
      if (before !== undefined) index += takeOver(before, section, file, index);
    } else if (line.kind === "directive") {
      if (!directive(state, file, line, foldFile) && !goOnWithout(state)) return false;
    } else if (line.kind === "malformed" && line.fault === "too-long") {
      tooLong(state, file, line);
    } else if (section === undefined) {
      if (state.mayBeElsewhere || outside) continue;
      outside = true;
      outsideSection(state, file, line);
      if (!state.goOn()) return false;
    } else if (line.kind === "option") {
      addOption(section, file, line, before);
    } else if (!malformed(state, file, line) && !state.goOn()) {
      return false;
    }
  }
  if (section !== undefined) fitOptions(section);
  comments(state, file, stream);
  return true;
}

/** Longer lists have little room to spare for their length, and would be copied again by every "(+)". */
const shortList = 100;

/** A list that grew has room for more options, which most sections never get. */
function fitOptions(section: ConfigSection): void {
  if (section.options.length <= shortList) section.options = section.options.slice();
}

/** A line of a template that may name a section or an option of any name, or be more lines than one. */
function mayBeAnything(line: Line, file: LoadedFile): boolean {
  if (line.kind === "section")
    return isHidden(line.name) || line.modifiers.some(({ text }) => isHidden(text));
  if (line.kind === "malformed") return isHidden(file.lines.text.slice(line.start, line.end));
  if (line.kind !== "option") return false;
  // What an object is decides who can name it.
  return isHidden(line.name) || (isHidden(line.value) && asciiLower(line.name) === "type");
}

/** The file that is missing may define any name. */
function goOnWithout(state: LoadState): boolean {
  if (!state.goOn()) return false;
  state.partial = true;
  return true;
}

/** `before`: the section of an earlier load that began with the same line. */
function addOption(
  section: ConfigSection,
  file: LoadedFile,
  line: OptionLine,
  before: ConfigSection | undefined,
): void {
  if (line.operator === "+=" && appendValue(section, file, line)) return;
  const same = before && sameOption(before, section.options.length, file, line);
  if (same !== undefined) {
    section.options.push(same);
    return;
  }
  section.options.push({ name: line.name, value: line.value, line, file, appends: noAppends });
}

const noAppends: ConfigOption["appends"] = [];

/** "key += text": joins to the last variable whose name is the same to the letter. */
function appendValue(section: ConfigSection, file: LoadedFile, line: OptionLine): boolean {
  const index = section.options.findLastIndex((option) => option.name === line.name);
  const old = section.options[index];
  if (old === undefined) return false;
  const value = trimBlanks(old.value + line.appended);
  section.options[index] = { ...old, value, appends: [...old.appends, { line, file }] };
  return true;
}

function outsideSection(state: LoadState, file: LoadedFile, line: OptionLine | MalformedLine): void {
  const option = line.kind === "option";
  const span = option
    ? sourceSpan(line, line.nameStart, line.nameEnd)
    : sourceSpan(line, line.textStart, line.textEnd);
  const log = `parse error: No category context for line ${printedLine(file, line)} of ${file.printedName}`;
  state.fault(
    "option-outside-section",
    file,
    span,
    option ? line.name : textOf(file, span),
    [log],
    state.ends,
  );
}

function tooLong(state: LoadState, file: LoadedFile, line: MalformedLine): void {
  const span = sourceSpan(line, line.textStart, line.textEnd);
  const beginning = lineBeginning(file.lines.text, line);
  const log = `Line ${printedLine(file, line)} too long, skipping. It begins with: ${beginning}...`;
  state.fault("line-too-long", file, span, textOf(file, span), [log]);
}

/** False where the line ends the file. */
function malformed(state: LoadState, file: LoadedFile, line: MalformedLine): boolean {
  const at = `line ${printedLine(file, line)} of ${file.printedName}`;
  const span = sourceSpan(line, line.textStart, line.textEnd);
  const text = textOf(file, span);
  if (line.fault === "invalid-escape") {
    state.fault("invalid-escape", file, span, text, [`Invalid escape in ${at}`], state.ends);
    return false;
  }
  if (line.fault === "no-equals")
    state.fault("no-equals", file, span, text, [`No '=' (equal sign) in ${at}`]);
  else state.fault("no-option-name", file, span, text, [`No variable name in ${at}`]);
  return true;
}

/** What the comments of a file that was read to its end left behind. */
function comments(state: LoadState, file: LoadedFile, stream: Stream): void {
  const found = file.lines.comments;
  for (const [index, opener] of found.openers.entries()) {
    if (opener === undefined) continue;
    stream.openers[index] = { line: opener.line + file.lineOffset, offset: opener.offset, file };
  }
  if (found.tooDeep !== undefined) {
    const log = `Maximum nest limit of ${maximumNesting} reached.`;
    state.fault("comment-nesting", file, threeFrom(found.tooDeep), "", [log], "root");
    throw new Hang();
  }
  const opener = found.depth > 0 ? stream.openers[found.depth - 1] : undefined;
  if (opener !== undefined && opener.file === file) {
    const log = `Unterminated comment detected beginning on line ${opener.line}`;
    state.fault("unterminated-comment", file, threeFrom(opener.offset), "", [log]);
  }
  if (found.stray !== undefined) {
    // The array in which Asterisk looks the line up has no such index; it mostly prints 0.
    const log = found.depth < 0 ? ["Unterminated comment detected beginning on line 0"] : [];
    state.fault("stray-comment-end", file, threeFrom(found.stray), "", log);
  }
}

function threeFrom(start: number): { start: number; end: number } {
  return { start, end: start + 3 };
}

function textOf(file: LoadedFile, span: { start: number; end: number }): string {
  return file.lines.text.slice(span.start, Math.min(span.end, span.start + 80));
}
