// The file that is asked about as its first root file reads it: its lines and its sections. Nothing is read twice.

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigSection, LoadedFile } from "../config/section.ts";
import type { Line } from "../syntax/line.ts";
import { readLines } from "../syntax/read-lines.ts";
import type { Subject } from "./subject.ts";

/** The root file as whose part a file is read. */
export function rootOf({ roots, file }: Subject): string {
  return roots[0] ?? file;
}

/** The file of a subject as the load reads it; undefined where the load does not come to it. */
export function loadedFile(subject: Subject): LoadedFile | undefined {
  const { files } = subject.installation.load(rootOf(subject));
  return files.find(({ path }) => path === subject.file);
}

/** The meaningful lines, the very objects of the load where it reads the file. */
export function linesOf(subject: Subject): readonly Line[] {
  const loaded = loadedFile(subject)?.lines;
  return loaded?.text === subject.text ? loaded.lines : readLines(subject.text).lines;
}

/** The sections of a load, as they are looked for. */
interface Loaded {
  /** By name; of several sections of one name the first. */
  readonly all: ReadonlyMap<string, ConfigSection>;
  /** By the beginning of the line of a header in the file. */
  readonly byHeader: ReadonlyMap<number, ConfigSection>;
  /** The section in which the file is included, where lines stand in front of its first header. */
  readonly first: ConfigSection | undefined;
}

const remembered = new WeakMap<ConfigLoad, Map<string, Loaded>>();

/** The sections of the load to which a file belongs, found by their headers in it. */
export function loadedSections(subject: Subject): Loaded {
  const { file } = subject;
  const load = subject.installation.load(rootOf(subject));
  let byFile = remembered.get(load);
  if (byFile === undefined) {
    byFile = new Map();
    remembered.set(load, byFile);
  }
  let found = byFile.get(file);
  if (found === undefined) {
    found = readSections(load, file);
    byFile.set(file, found);
  }
  return found;
}

function readSections(load: ConfigLoad, file: string): Loaded {
  const all = new Map<string, ConfigSection>();
  const byHeader = new Map<number, ConfigSection>();
  let first: ConfigSection | undefined;
  const headers = load.files.find(({ path }) => path === file)?.lines.headers ?? [];
  const firstHeader = headers[0]?.start ?? Number.POSITIVE_INFINITY;
  const isRoot = load.root === file;
  for (const section of load.sections) {
    if (!all.has(section.name)) all.set(section.name, section);
    if (section.file.path === file) byHeader.set(section.header.start, section);
    for (const { file: other, line } of section.appended)
      if (other.path === file) byHeader.set(line.start, section);
    if (isRoot || first !== undefined || section.file.path === file) continue;
    if (section.options.some((option) => option.file.path === file && option.line.start < firstHeader))
      first = section;
  }
  return { all, byHeader, first };
}
