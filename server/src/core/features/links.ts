// Pieces of a file that name another file of the installation: includes, scripts, sounds, certificates.

import { isMagic } from "../config/braces.ts";
import { expandGlob } from "../config/glob.ts";
import { resolveInclude } from "../config/include-path.ts";
import { stepPieces } from "../dialplan/step-line.ts";
import type { DirectiveLine, OptionLine } from "../syntax/line.ts";
import { sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Span } from "../text/span.ts";
import { isDialplan, stepWord } from "./shape/dialplan-statement.ts";
import { linesOf } from "./shape/lines-of.ts";
import type { Subject } from "./subject.ts";

export interface FileLink {
  readonly span: Span;
  /** Every file that it names, from the directory of the installation; never empty. */
  readonly files: readonly string[];
}

/** More files are counted, but not named. */
const mostFiles = 500;

/** The links of a file, in order. Linear in its length, and in the files that its includes read. */
export function fileLinks(subject: Subject): FileLink[] {
  const dialplan = isDialplan(subject);
  const folders = new Folders(subject);
  const links: FileLink[] = [];
  for (const line of linesOf(subject)) {
    if (line.kind === "directive") {
      const files = includedFiles(subject, line);
      if (files.length > 0)
        links.push({ span: sourceSpan(line, line.argumentStart, line.argumentEnd), files });
    } else if (line.kind === "option" && line.operator !== "+=") {
      if (line.value.startsWith("/")) addPath(folders, line, 0, line.value.length, links);
      else if (dialplan && stepWord(line) !== undefined) addStep(folders, line, links);
    }
  }
  return links;
}

/** The files that an include reads; none where it reads nothing that we see. */
function includedFiles({ installation }: Subject, line: DirectiveLine): readonly string[] {
  const word = asciiLower(line.word);
  if (line.argument === undefined || (word !== "include" && word !== "tryinclude")) return [];
  const place = resolveInclude(line.argument, installation.environment.directory);
  if (!place.inside || place.path === "") return [];
  const matched = isMagic(place.path) || place.path.includes("{");
  const paths = matched ? expandGlob(place.path, installation.files.list).paths : [place.path];
  return paths.slice(0, mostFiles).filter((path) => typeof installation.files.read(path) !== "string");
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

/** Answers what there is of a name, each folder listed once. */
class Folders {
  readonly #subject: Subject;
  readonly #lists = new Map<string, readonly string[]>();

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
    if (name === "" || name.includes("$")) return [];
    if (name.startsWith("/")) {
      const place = resolveInclude(name, this.#subject.installation.environment.directory);
      return place.inside ? this.#withEnding(place.path) : [];
    }
    const folders = ["sounds", ...this.#list("sounds").map((folder) => `sounds/${folder}`)];
    return folders.slice(0, 50).flatMap((folder) => this.#withEnding(`${folder}/${name}`));
  }

  #withEnding(path: string): readonly string[] {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(0, slash));
    const start = `${path.slice(slash + 1)}.`;
    return this.#list(folder)
      .filter((file) => file.startsWith(start))
      .map((file) => (folder === "" ? file : `${folder}/${file}`));
  }

  #isThere(path: string): boolean {
    const slash = path.lastIndexOf("/");
    return this.#list(path.slice(0, Math.max(0, slash))).includes(path.slice(slash + 1));
  }

  #list(folder: string): readonly string[] {
    const before = this.#lists.get(folder);
    if (before !== undefined) return before;
    const list = this.#subject.installation.files.list(folder) ?? [];
    this.#lists.set(folder, list);
    return list;
  }
}
