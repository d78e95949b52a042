// #include, #tryinclude and #exec: which files a directive reads, in which order, and what stands in its way.

import { type DirectiveLine, sourceSpan } from "../syntax/line.ts";
import type { Entry } from "../syntax/read-lines.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { templateOf } from "../syntax/template/template.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import { isMagic } from "./braces.ts";
import { expandGlob } from "./glob.ts";
import { resolveInclude } from "./include-path.ts";
import type { LoadState } from "./load-state.ts";
import { type LoadedFile, printedLine } from "./section.ts";

/** Asterisk's limit of nested includes, not counting the root file. */
const maximumIncludes = 10;

/** How reading went. "absent": nothing was opened. */
export type ReadResult = "read" | "invalid" | "absent";

/** What goes on from one file to the next that the same wildcard matches. */
export interface Stream {
  depth: number;
  offset: number;
  readonly openers: { line: number; offset: number; file: LoadedFile }[];
}

/** Folds the lines of one file; false where a fault ends it. */
export type FoldFile = (state: LoadState, file: LoadedFile, stream: Stream) => boolean;

/** Where an include stands; the root file has no such place. */
interface Origin {
  readonly file: LoadedFile;
  readonly line: DirectiveLine;
}

/** Carries out a directive; false where it ends the file. */
export function directive(state: LoadState, file: LoadedFile, line: DirectiveLine, fold: FoldFile): boolean {
  const number = printedLine(file, line);
  const word = asciiLower(line.word);
  const wordSpan = sourceSpan(line, line.wordStart - 1, line.wordEnd);
  if (word !== "include" && word !== "tryinclude" && word !== "exec") {
    const log = `Unknown directive '#${line.word}' at line ${number} of ${file.printedName}`;
    state.fault("unknown-directive", file, wordSpan, line.word, [log]);
    return true;
  }
  const whole = sourceSpan(line, line.wordStart - 1, Math.max(line.wordEnd, line.argumentEnd));
  if (word === "exec" && state.settings.exec === "off") {
    const log =
      "Cannot perform #exec unless execincludes option is enabled in asterisk.conf (options section)!";
    state.fault("exec-disabled", file, whole, line.argument ?? "", [log]);
    return true;
  }
  if (line.argument === undefined) {
    const wanted = word === "exec" ? "/path/to/executable" : "filename";
    const log = `Directive '#${line.word}' needs an argument (${wanted}) at line ${number} of ${file.printedName}`;
    state.fault("directive-without-argument", file, wordSpan, line.word, [log]);
    return true;
  }
  if (word === "exec") {
    state.partial = true;
    state.fault(
      state.settings.exec === "on" ? "exec-enabled" : "exec-unknown",
      file,
      whole,
      line.argument,
      [],
    );
    return true;
  }
  return include(state, { file, line }, line.argument, word === "include", fold);
}

function include(
  state: LoadState,
  origin: Origin,
  argument: string,
  required: boolean,
  fold: FoldFile,
): boolean {
  const { file, line } = origin;
  const span = argumentSpan(line);
  if (isHidden(argument)) {
    state.partial = true;
    return true;
  }
  const stored = repeatedName(state, file, line, argument);
  const missing = required ? [`The file '${argument}' was listed as a #include but it does not exist.`] : [];
  const ends = required ? state.ends : "nothing";
  if (state.level === maximumIncludes + 1) {
    const log = [`Maximum Include level (${maximumIncludes}) exceeded`, ...missing];
    state.fault("include-too-deep", file, span, argument, log, ends);
    return !required;
  }
  if (readPath(state, argument, stored, origin, fold) !== "absent") return true;
  if (required) state.fault("missing-include", file, span, argument, missing, ends);
  return !required;
}

/** Asterisk counts a file by the text of the argument; a second time it would be saved under another name. */
function repeatedName(state: LoadState, file: LoadedFile, line: DirectiveLine, argument: string): string {
  const before = state.includes.get(argument);
  state.includes.set(argument, before === undefined ? 0 : before + 1);
  if (before === undefined) return "";
  const name = `${argument}~~${before + 1}`;
  const from = state.level === 1 ? "" : file.printedName;
  const log = `'${from}', line ${printedLine(file, line)}:  Same File included more than once! This data will be saved in ${name} if saved back to disk.`;
  state.fault("repeated-include", file, argumentSpan(line), argument, [log]);
  return name;
}

/** Reads a path or pattern; `stored` is how its options name their file, where that is not the path. */
export function readPath(
  state: LoadState,
  argument: string,
  stored: string,
  origin: Origin | undefined,
  fold: FoldFile,
): ReadResult {
  state.level++;
  state.depth++;
  const result = readMatches(state, argument, stored, origin, fold);
  state.depth--;
  // A broken include leaves Asterisk's counter one too high for the rest of the load.
  if (result !== "invalid") state.level--;
  return result;
}

function readMatches(
  state: LoadState,
  argument: string,
  stored: string,
  origin: Origin | undefined,
  fold: FoldFile,
): ReadResult {
  const place = resolveInclude(argument, state.settings.directory);
  if (!place.inside) {
    state.partial = true;
    if (origin !== undefined)
      state.fault("include-outside", origin.file, argumentSpan(origin.line), argument, []);
    return state.settings.unread === "anything" ? "read" : "absent";
  }
  const paths = matchedPaths(state, place.path);
  const stream: Stream = { depth: 0, offset: 0, openers: [] };
  let read = false;
  for (const path of paths) {
    const printed = paths.length === 1 && path === place.path ? place.printed : path;
    const result = readFile(state, path, printed, stored, stream, origin, fold);
    if (result === "invalid") return "invalid";
    if (result === "read") read = true;
  }
  return read ? "read" : "absent";
}

function readFile(
  state: LoadState,
  path: string,
  printed: string,
  stored: string,
  stream: Stream,
  origin: Origin | undefined,
  fold: FoldFile,
): ReadResult {
  const content = path === "" ? "directory" : state.files.read(path);
  if (typeof content === "string") return notRead(state, content, printed, origin);
  const lines = state.settings.lines(content, entryOf(stream));
  const storedName = stored !== "" ? stored : state.level === 1 ? "" : printed;
  const template = templateOf(content);
  const read: LoadedFile = {
    path: (template?.source ?? content).path,
    printedName: printed,
    storedName,
    lines,
    lineOffset: stream.offset,
    ...(template === undefined ? {} : { template }),
  };
  const file = state.leftovers?.file(read, state.loaded.length) ?? read;
  state.loaded.push(file);
  if (!fold(state, file, stream)) return "invalid";
  stream.depth = lines.comments.depth;
  stream.offset += lines.counted;
  return "read";
}

function entryOf(stream: Stream): Entry {
  return { depth: stream.depth, first: stream.offset === 0 };
}

function notRead(
  state: LoadState,
  content: "absent" | "directory" | "unreadable" | "unknown",
  printed: string,
  origin: Origin | undefined,
): ReadResult {
  if (content === "absent") return "absent";
  if (content === "directory") {
    const path = printed === "" ? `${state.settings.directory}/` : printed;
    const log = `'${path}' is not a regular file, ignoring`;
    if (origin !== undefined)
      state.fault("include-not-a-file", origin.file, argumentSpan(origin.line), path, [log]);
    return "absent";
  }
  // Asterisk may be allowed to read what we are not.
  state.partial = true;
  if (content === "unreadable" && origin !== undefined) {
    state.fault("include-unreadable", origin.file, argumentSpan(origin.line), printed, []);
  }
  return "read";
}

function matchedPaths(state: LoadState, path: string): readonly string[] {
  if (!isMagic(path) && !path.includes("{")) return [path];
  const found = expandGlob(path, state.files.list);
  if (found.unknown) state.partial = true;
  return found.paths;
}

function argumentSpan(line: DirectiveLine): Span {
  return sourceSpan(line, line.argumentStart, line.argumentEnd);
}
