// Reads a root file and everything it includes into sections, in Asterisk's order and with its messages:
// config_text_file_load, process_text_line and ast_config_internal_load in main/config.c.

import { asciiLower, trimBlanks } from "../text/ascii.ts";
import { firstBytes } from "../text/bytes.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Span } from "../text/span.ts";
import {
  type DirectiveLine,
  type Line,
  type MalformedLine,
  type OptionLine,
  type SectionLine,
  sourceSpan,
} from "../syntax/line.ts";
import { type Entry, type FileLines, lineBeginning } from "../syntax/read-lines.ts";
import { maximumNesting } from "../syntax/comments.ts";
import type { ConfigFault, ConfigFaultKind } from "./fault.ts";
import type { Files } from "./files.ts";
import { matchesFilter } from "./filter.ts";
import { expandGlob } from "./glob.ts";
import { resolveInclude } from "./include-path.ts";
import { isMagic } from "./braces.ts";
import {
  type ConfigLoad,
  type ConfigOption,
  type ConfigSection,
  type LoadedFile,
  type Outcome,
  printedLine,
} from "./load.ts";

/** What a load depends on besides the files. */
export interface LoadSettings {
  /** Asterisk's configuration directory: absolute includes below it belong to the installation. */
  readonly directory: string;
  /** `execincludes` of asterisk.conf: whether #exec lines run; "unknown" where there is no asterisk.conf. */
  readonly exec: "on" | "off" | "unknown";
  /**
   * What an absolute include outside the installation counts as: a file that may well be there, or one that is
   * missing and so ends the including file, as on a machine that has nothing but the installation.
   */
  readonly outside: "unknown" | "missing";
  /** Reads the lines of a file; remembers them for as long as the host wants. */
  readonly lines: (file: SourceFile, entry: Entry) => FileLines;
}

/** Asterisk's limit of nested includes, not counting the root file. */
const maximumIncludes = 10;
/** Longest section name that Asterisk stores. */
export const maximumNameBytes = 79;
/** Past this many copied options or lines read again and again, real Asterisk is out of memory or time, too. */
const maximumCopies = 8_000_000;
const maximumLines = 4_000_000;

/** How reading one include went. "absent": nothing was opened. */
type Result = "read" | "invalid" | "absent";

class Hang extends Error {}

/** Loads a root file of the installation. Never throws, never loops. */
export function loadConfig(root: string, files: Files, settings: LoadSettings): ConfigLoad {
  const sections: ConfigSection[] = [];
  const byName = new Map<string, ConfigSection[]>();
  const faults: ConfigFault[] = [];
  const loaded: LoadedFile[] = [];
  const includes = new Map<string, number>();
  let current: ConfigSection | undefined;
  let level = 0;
  let copies = 0;
  let linesRead = 0;
  let partial = false;

  return { root, outcome: outcome(), sections, faults, files: loaded, partial };

  function outcome(): Outcome {
    try {
      const result = load(root, "", undefined);
      return result === "read" ? "loaded" : result === "invalid" ? "rejected" : "missing";
    } catch (error) {
      if (error instanceof Hang) return "hang";
      throw error;
    }
  }

  /** Loads a path or pattern; `stored` is how its options name their file ("" for the root's own name). */
  function load(
    argument: string,
    stored: string,
    from: { file: LoadedFile; line: DirectiveLine } | undefined,
  ): Result {
    level++;
    const result = loadMatches(argument, stored, from);
    // A broken include leaves Asterisk's counter one too high for the rest of the load.
    if (result !== "invalid") level--;
    return result;
  }

  function loadMatches(
    argument: string,
    stored: string,
    from: { file: LoadedFile; line: DirectiveLine } | undefined,
  ): Result {
    const place = resolveInclude(argument, settings.directory);
    if (!place.inside) {
      partial = true;
      if (from !== undefined) fault("include-outside", from.file, argumentSpan(from.line), argument, []);
      return settings.outside === "unknown" ? "read" : "absent";
    }
    const paths = matchedPaths(place.path);
    let read = false;
    let stream: Stream = { depth: 0, offset: 0, openers: [] };
    for (const path of paths) {
      const printed = paths.length === 1 && path === place.path ? place.printed : path;
      const content = path === "" ? "directory" : files.read(path);
      if (content === "absent") continue;
      if (content === "unknown") {
        partial = true;
        read = true;
        continue;
      }
      if (content === "unreadable") {
        if (from !== undefined) fault("include-unreadable", from.file, argumentSpan(from.line), printed, []);
        continue;
      }
      if (content === "directory") {
        const message = `'${path === "" ? `${settings.directory}/` : printed}' is not a regular file, ignoring`;
        if (from !== undefined)
          fault("include-not-a-file", from.file, argumentSpan(from.line), printed, [message]);
        continue;
      }
      read = true;
      const entry: Entry = { depth: stream.depth, first: stream.offset === 0 };
      const storedName = stored !== "" ? stored : level === 1 ? "" : printed;
      const file: LoadedFile = {
        path,
        printedName: printed,
        storedName,
        lines: settings.lines(content, entry),
        lineOffset: stream.offset,
      };
      loaded.push(file);
      const valid = fold(file, stream);
      if (!valid) return "invalid";
      stream = {
        depth: file.lines.comments.depth,
        offset: stream.offset + file.lines.counted,
        openers: stream.openers,
      };
    }
    return read ? "read" : "absent";
  }

  function matchedPaths(path: string): readonly string[] {
    if (!isMagic(path) && !path.includes("{")) return [path];
    const found = expandGlob(path, files.list);
    if (found.unknown) partial = true;
    return found.paths;
  }

  /** Folds the lines of one file; false where a fault ends it. */
  function fold(file: LoadedFile, stream: Stream): boolean {
    let section = current;
    linesRead += file.lines.lines.length;
    if (linesRead > maximumLines) {
      const last = loaded[0]?.lines.lines[0];
      fault(
        "too-much-copying",
        file,
        last === undefined ? { start: 0, end: 0 } : wholeLine(last),
        file.path,
        [],
        "root",
      );
      throw new Hang();
    }
    const ends = level === 1 ? "root" : "file";
    for (const line of file.lines.lines) {
      if (line.kind === "option") {
        if (section === undefined) {
          fault("option-outside-section", file, nameSpan(line), line.name, [noContext(file, line)], ends);
          return false;
        }
        addOption(section, file, line);
      } else if (line.kind === "section") {
        section = openSection(file, line, ends);
        if (section === undefined) return false;
      } else if (line.kind === "directive") {
        if (!directive(file, line, ends)) return false;
      } else if (!malformed(file, line, section, ends)) return false;
    }
    comments(file, stream);
    return true;
  }

  function addOption(section: ConfigSection, file: LoadedFile, line: OptionLine): void {
    if (line.operator === "+=" && appendValue(section, file, line)) return;
    section.options.push({ name: line.name, value: line.value, line, file, appends: noAppends });
  }

  /** "key += text": joins to the last variable whose name is the same to the letter. */
  function appendValue(section: ConfigSection, file: LoadedFile, line: OptionLine): boolean {
    const index = section.options.findLastIndex((option) => option.name === line.name);
    const old = section.options[index];
    if (old === undefined) return false;
    const value = trimBlanks(old.value + line.appended);
    section.options[index] = { ...old, value, appends: [...old.appends, { line, file }] };
    return true;
  }

  function openSection(
    file: LoadedFile,
    line: SectionLine,
    ends: "root" | "file",
  ): ConfigSection | undefined {
    const number = printedLine(file, line);
    if (line.fault !== undefined) {
      const missing = line.fault === "no-closing-bracket" ? "]" : ")";
      const log = [`parse error: no closing '${missing}', line ${number} of ${file.printedName}`];
      fault(line.fault, file, sourceSpan(line, line.nameStart - 1, line.restEnd), line.name, log, ends);
      return undefined;
    }
    const created: ConfigSection = {
      name: firstBytes(line.name, maximumNameBytes),
      header: line,
      file,
      template: false,
      bases: [],
      options: [],
      appended: [],
    };
    let section = created;
    let isNew = true;
    for (const item of line.modifiers) {
      if (item.text === "!") {
        section.template = true;
      } else if (item.text.startsWith("+")) {
        const target = appendTarget(file, line, item, ends);
        if (target === undefined) return undefined;
        if (isNew) {
          current = target;
          target.template ||= created.template;
          copyOptions(created.options, target, file, line, item);
          target.appended.push({ file, line });
        }
        section = target;
        isNew = false;
      } else {
        const base = item.text === "" ? sections[0] : byName.get(asciiLower(item.text))?.[0];
        if (base === undefined) {
          const log = [
            `Inheritance requested, but category '${item.text}' does not exist, line ${number} of ${file.printedName}`,
          ];
          fault("unknown-base", file, sourceSpan(line, item.start, item.end), item.text, log, ends);
          return undefined;
        }
        if (base === section && base.options.length > 0) {
          fault("endless-append", file, sourceSpan(line, item.start, item.end), item.text, [], "root");
          throw new Hang();
        }
        section.bases.push({ section: base, file, line });
        copyOptions(base.options, section, file, line, item);
      }
    }
    if (isNew) {
      sections.push(created);
      const key = asciiLower(created.name);
      const same = byName.get(key);
      if (same === undefined) byName.set(key, [created]);
      else same.push(created);
      current = created;
    }
    return section;
  }

  function appendTarget(
    file: LoadedFile,
    line: SectionLine,
    item: { text: string; start: number; end: number },
    ends: "root" | "file",
  ): ConfigSection | undefined {
    const filter = item.text.slice(1);
    const candidates = line.name === "" ? sections : (byName.get(asciiLower(line.name)) ?? []);
    const log = new Set<string>();
    for (const candidate of candidates) {
      const result = matchesFilter(candidate, filter);
      if (result.matches) return candidate;
      for (const text of result.log) log.add(text);
    }
    const missing = `Category addition requested, but category '${line.name}' does not exist, line ${printedLine(file, line)} of ${file.printedName}`;
    const kind = log.size > 0 ? "invalid-filter" : "unknown-append";
    const only = candidates.length > 0 ? candidates[0] : undefined;
    faults.push({
      kind,
      file,
      span:
        log.size > 0 || (only !== undefined && filter !== "")
          ? sourceSpan(line, item.start, item.end)
          : sourceSpan(line, line.nameStart, line.nameEnd),
      text: line.name,
      log: [...log, missing],
      ends,
      ...(only === undefined ? {} : { section: only }),
    });
    return undefined;
  }

  function copyOptions(
    options: readonly ConfigOption[],
    into: ConfigSection,
    file: LoadedFile,
    line: SectionLine,
    item: { start: number; end: number },
  ): void {
    copies += options.length;
    if (copies > maximumCopies) {
      fault("too-much-copying", file, sourceSpan(line, item.start, item.end), line.name, [], "root");
      throw new Hang();
    }
    for (const option of options) into.options.push(option);
  }

  /** False where the directive ends the file. */
  function directive(file: LoadedFile, line: DirectiveLine, ends: "root" | "file"): boolean {
    const number = printedLine(file, line);
    const word = asciiLower(line.word);
    if (word !== "include" && word !== "tryinclude" && word !== "exec") {
      const log = [`Unknown directive '#${line.word}' at line ${number} of ${file.printedName}`];
      fault("unknown-directive", file, sourceSpan(line, line.wordStart - 1, line.wordEnd), line.word, log);
      return true;
    }
    if (word === "exec" && settings.exec === "off") {
      const log = [
        "Cannot perform #exec unless execincludes option is enabled in asterisk.conf (options section)!",
      ];
      fault("exec-disabled", file, wholeText(line), line.argument ?? "", log);
      return true;
    }
    if (line.argument === undefined) {
      const wanted = word === "exec" ? "/path/to/executable" : "filename";
      const log = [
        `Directive '#${line.word}' needs an argument (${wanted}) at line ${number} of ${file.printedName}`,
      ];
      fault(
        "directive-without-argument",
        file,
        sourceSpan(line, line.wordStart - 1, line.wordEnd),
        line.word,
        log,
      );
      return true;
    }
    if (word === "exec") {
      partial = true;
      fault(
        settings.exec === "on" ? "exec-enabled" : "exec-unknown",
        file,
        wholeText(line),
        line.argument,
        [],
      );
      return true;
    }
    return include(file, line, line.argument, word === "include", ends);
  }

  function include(
    file: LoadedFile,
    line: DirectiveLine,
    argument: string,
    required: boolean,
    ends: "root" | "file",
  ): boolean {
    const stored = repeatedName(file, line, argument);
    const tooDeep = level === maximumIncludes + 1;
    const result = tooDeep ? "absent" : load(argument, stored, { file, line });
    const absent = result === "absent";
    const missing = `The file '${argument}' was listed as a #include but it does not exist.`;
    if (tooDeep) {
      const log = [`Maximum Include level (${maximumIncludes}) exceeded`];
      fault(
        "include-too-deep",
        file,
        argumentSpan(line),
        argument,
        required ? [...log, missing] : log,
        required ? ends : "nothing",
      );
    } else if (absent && required) {
      fault("missing-include", file, argumentSpan(line), argument, [missing], ends);
    }
    return !(absent && required);
  }

  /** Asterisk counts a file by the text of the argument; a second time it would be saved under another name. */
  function repeatedName(file: LoadedFile, line: DirectiveLine, argument: string): string {
    const before = includes.get(argument);
    includes.set(argument, before === undefined ? 0 : before + 1);
    if (before === undefined) return "";
    const name = `${argument}~~${before + 1}`;
    const from = level === 1 ? "" : file.printedName;
    const log = [
      `'${from}', line ${printedLine(file, line)}:  Same File included more than once! This data will be saved in ${name} if saved back to disk.`,
    ];
    fault("repeated-include", file, argumentSpan(line), argument, log);
    return name;
  }

  /** False where the line ends the file. */
  function malformed(
    file: LoadedFile,
    line: MalformedLine,
    section: ConfigSection | undefined,
    ends: "root" | "file",
  ): boolean {
    const number = printedLine(file, line);
    const span = sourceSpan(line, line.textStart, line.textEnd);
    const text = file.lines.text.slice(span.start, Math.min(span.end, span.start + 80));
    if (line.fault === "too-long") {
      const log = [
        `Line ${number} too long, skipping. It begins with: ${lineBeginning(file.lines.text, line)}...`,
      ];
      fault("line-too-long", file, span, text, log);
      return true;
    }
    if (section === undefined) {
      fault("option-outside-section", file, span, text, [noContext(file, line)], ends);
      return false;
    }
    if (line.fault === "invalid-escape") {
      fault(
        "invalid-escape",
        file,
        span,
        text,
        [`Invalid escape in line ${number} of ${file.printedName}`],
        ends,
      );
      return false;
    }
    if (line.fault === "no-equals") {
      fault("no-equals", file, span, text, [`No '=' (equal sign) in line ${number} of ${file.printedName}`]);
    } else {
      fault("no-option-name", file, span, text, [
        `No variable name in line ${number} of ${file.printedName}`,
      ]);
    }
    return true;
  }

  /** What the comments of a file that was read to its end left behind. */
  function comments(file: LoadedFile, stream: Stream): void {
    const state = file.lines.comments;
    for (const [index, opener] of state.openers.entries()) {
      if (opener !== undefined)
        stream.openers[index] = { line: opener.line + file.lineOffset, offset: opener.offset, file };
    }
    if (state.tooDeep !== undefined) {
      const span = { start: state.tooDeep, end: state.tooDeep + 3 };
      fault("comment-nesting", file, span, "", [`Maximum nest limit of ${maximumNesting} reached.`], "root");
      throw new Hang();
    }
    const opener = state.depth > 0 ? stream.openers[state.depth - 1] : undefined;
    if (opener !== undefined && opener.file === file) {
      const log = [`Unterminated comment detected beginning on line ${opener.line}`];
      fault("unterminated-comment", file, { start: opener.offset, end: opener.offset + 3 }, "", log);
    }
    if (state.stray !== undefined) {
      // The array in which Asterisk looks the line up has no such index; it mostly prints 0.
      const log = state.depth < 0 ? ["Unterminated comment detected beginning on line 0"] : [];
      fault("stray-comment-end", file, { start: state.stray, end: state.stray + 3 }, "", log);
    }
  }

  function noContext(file: LoadedFile, line: Line): string {
    return `parse error: No category context for line ${printedLine(file, line)} of ${file.printedName}`;
  }

  function fault(
    kind: ConfigFaultKind,
    file: LoadedFile,
    span: Span,
    text: string,
    log: readonly string[],
    ends: ConfigFault["ends"] = "nothing",
  ): void {
    faults.push({ kind, file, span, text, log, ends });
  }
}

/** What goes on from one file to the next that the same wildcard matches. */
interface Stream {
  readonly depth: number;
  readonly offset: number;
  readonly openers: { line: number; offset: number; file: LoadedFile }[];
}

const noAppends: ConfigOption["appends"] = [];

function nameSpan(line: OptionLine): Span {
  return sourceSpan(line, line.nameStart, line.nameEnd);
}

function argumentSpan(line: DirectiveLine): Span {
  return sourceSpan(line, line.argumentStart, line.argumentEnd);
}

function wholeText(line: DirectiveLine): Span {
  return sourceSpan(line, line.wordStart - 1, Math.max(line.wordEnd, line.argumentEnd));
}

function wholeLine(line: Line): Span {
  return { start: line.start, end: line.end };
}
