// Pieces of a file that name another file of the installation: includes, scripts, sounds, certificates.

import { resolveInclude } from "../config/include-path.ts";
import { stepWord } from "../dialplan/statement.ts";
import { stepPieces } from "../dialplan/step-line.ts";
import type { OptionLine } from "../syntax/line.ts";
import { sourceSpan } from "../syntax/line.ts";
import { addTo } from "../text/grouped.ts";
import type { Span } from "../text/span.ts";
import { inclusionOf } from "./inclusions.ts";
import type { Subject } from "./subject.ts";
import { isDialplan } from "./subject.ts";
import { linesOf } from "./subject-file.ts";

export interface FileLink {
  readonly span: Span;
  /** Every file that it names, from the directory of the installation; never empty. */
  readonly files: readonly string[];
}

/** More files are counted, but not named. */
const mostFiles = 500;

/** Of folders in `sounds`, no more are looked into. */
const mostLanguages = 49;

/** The links of a file, in order. Linear in its length, and in the files that its includes read. */
export function fileLinks(subject: Subject): FileLink[] {
  const dialplan = isDialplan(subject);
  const folders = new Folders(subject);
  const links: FileLink[] = [];
  for (const line of linesOf(subject)) {
    if (line.kind === "directive") {
      const include = inclusionOf(subject, line);
      const files = include?.paths.slice(0, mostFiles) ?? [];
      if (include !== undefined && files.length > 0) links.push({ span: include.span, files });
    } else if (line.kind === "option" && line.operator !== "+=") {
      if (line.value.startsWith("/")) addPath(folders, line, 0, line.value.length, links);
      else if (dialplan && stepWord(line) !== undefined) addStep(folders, line, links);
    }
  }
  return links;
}

const playing =
  /^(?:playback|background|controlplayback|backgrounddetect|read|readexten|playtones|agi|eagi|deadagi|fastagi)$/i;

/** The script of AGI() and the sounds of Playback() and its like, where they are in the installation. */
function addStep(folders: Folders, line: OptionLine, links: FileLink[]): void {
  const { application, data } = stepPieces(line.value, stepWord(line) === "same");
  if (!playing.test(application.text) || data.text === "" || line.cooked !== undefined) return;
  const script = /agi$/i.test(application.text);
  const place = /^read/i.test(application.text) ? 1 : 0;
  const argument = data.text.split(",")[place] ?? "";
  let at = data.start + (place === 0 ? 0 : data.text.indexOf(",") + 1);
  for (const name of script ? [argument] : argument.split("&")) {
    const files = script ? folders.script(name) : folders.sound(name);
    if (files.length > 0) {
      const start = line.valueStart + at;
      links.push({ span: { start, end: start + name.length }, files });
    }
    at += name.length + 1;
  }
}

function addPath(folders: Folders, line: OptionLine, start: number, end: number, links: FileLink[]): void {
  const files = folders.path(line.value.slice(start, end));
  if (files.length > 0)
    links.push({ span: sourceSpan(line, line.valueStart + start, line.valueStart + end), files });
}

/** What is in a folder. */
interface Folder {
  readonly names: ReadonlySet<string>;
  /** Paths of the files by what stands in front of their ending. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
}

/** Answers what there is of a name, each folder listed once and each sound looked for once. */
class Folders {
  readonly #subject: Subject;
  readonly #folders = new Map<string, Folder>();
  readonly #sounds = new Map<string, readonly string[]>();

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  path(path: string): readonly string[] {
    const place = resolveInclude(path, this.#subject.installation.environment.directory);
    return place.inside && place.path !== "" && this.#isThere(place.path) ? [place.path] : [];
  }

  script(name: string): readonly string[] {
    if (name === "" || name.includes("$") || /^[a-z]+:/i.test(name)) return [];
    if (name.startsWith("/")) return this.path(name);
    return [`agi-bin/${name}`, name].filter((path) => this.#isThere(path)).slice(0, 1);
  }

  sound(name: string): readonly string[] {
    const before = this.#sounds.get(name);
    if (before !== undefined) return before;
    const found = this.#findSound(name);
    this.#sounds.set(name, found);
    return found;
  }

  #findSound(name: string): readonly string[] {
    if (name === "" || name.includes("$")) return [];
    if (name.startsWith("/")) {
      const place = resolveInclude(name, this.#subject.installation.environment.directory);
      return place.inside ? this.#withEnding(place.path) : [];
    }
    const languages = [...this.#folder("sounds").names].slice(0, mostLanguages);
    const folders = ["sounds", ...languages.map((folder) => `sounds/${folder}`)];
    return folders.flatMap((folder) => this.#withEnding(`${folder}/${name}`));
  }

  #withEnding(path: string): readonly string[] {
    const [folder, name] = parted(path);
    return this.#folder(folder).byStem.get(name) ?? [];
  }

  #isThere(path: string): boolean {
    const [folder, name] = parted(path);
    return this.#folder(folder).names.has(name);
  }

  #folder(path: string): Folder {
    const before = this.#folders.get(path);
    if (before !== undefined) return before;
    const names = this.#subject.installation.files.list(path) ?? [];
    const byStem = new Map<string, string[]>();
    for (const name of names) {
      const dot = name.lastIndexOf(".");
      if (dot < 0) continue;
      const stem = name.slice(0, dot);
      const file = path === "" ? name : `${path}/${name}`;
      addTo(byStem, stem, file);
    }
    const folder = { names: new Set(names), byStem };
    this.#folders.set(path, folder);
    return folder;
  }
}

/** The folder of a path, and the name in it. */
function parted(path: string): readonly [folder: string, name: string] {
  const slash = path.lastIndexOf("/");
  return [path.slice(0, Math.max(0, slash)), path.slice(slash + 1)];
}
