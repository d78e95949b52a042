// Finds the settings file of an installation, and those that it extends. Places are paths or URIs, with "/" between
// folders; the host reads.

import type { FileContent } from "../config/files.ts";
import type { SettingsFault, SettingsLayer } from "./chosen.ts";
import { readSettings } from "./read-settings.ts";

export const settingsFileName = "asterisk-analyzer.json";

export interface FoundSettings {
  /** Places of all files that were read, the nearest first. */
  readonly places: readonly string[];
  /** The strongest first. */
  readonly layers: readonly SettingsLayer[];
  readonly faults: readonly PlacedFault[];
  /** Whether a host could not tell yet what there is. */
  readonly unknown: boolean;
}

/** A mistake, and the place of the file that has it. */
export interface PlacedFault extends SettingsFault {
  readonly place: string;
}

/** Reads a file by the place of its folder and its name. */
export type ReadPlace = (folder: string, name: string) => FileContent;

const none: FoundSettings = { places: [], layers: [], faults: [], unknown: false };

/**
 * Looks for the nearest settings file in folders, given from the inside out. A folder with ".git" is the last one: what
 * lies above it belongs to something else.
 */
export function findSettings(folders: Iterable<string>, read: ReadPlace): FoundSettings {
  for (const folder of folders) {
    const content = read(folder, settingsFileName);
    if (content === "unknown") return { ...none, unknown: true };
    if (content !== "absent" && content !== "directory") return settingsIn(folder, settingsFileName, read);
    if (read(folder, ".git") !== "absent") break;
  }
  return none;
}

/** Reads one settings file with all that it extends. Its patterns begin in `base`, or in its own folder. */
export function settingsIn(folder: string, name: string, read: ReadPlace, base?: string): FoundSettings {
  const layers: SettingsLayer[] = [];
  const faults: PlacedFault[] = [];
  const places = new Set<string>();
  let unknown = false;
  let attempts = 0;
  const add = (at: string, file: string, start: string, above: readonly string[]): string | undefined => {
    const place = join(at, file);
    if (above.includes(place)) return "leads back to where it comes from";
    attempts++;
    const content = read(at, file);
    places.add(place);
    if (content === "unknown") unknown = true;
    if (typeof content === "string") return reasons[content];
    const { chosen, faults: own, extended } = readSettings(content.text);
    layers.push({ chosen, origin: place, folder: start });
    for (const fault of own) faults.push({ ...fault, place });
    // Of several that are extended, a later one wins.
    for (const { path, ...where } of [...extended].reverse()) {
      const target = join(at, path);
      const isFull = layers.length >= maximumFiles || attempts >= maximumAttempts;
      const refused = isFull
        ? "is one file too many"
        : add(folderOf(target), nameOf(target), folderOf(target), [...above, place]);
      if (refused !== undefined) faults.push({ place, ...where, message: `"${path}" ${refused}` });
      if (isFull) break;
    }
    return undefined;
  };
  const refused = add(folder, name, base ?? folder, []);
  if (refused !== undefined)
    faults.push({ place: join(folder, name), ...firstPlace, message: `the file ${refused}` });
  return { places: [...places], layers, faults, unknown };
}

/** A team has one or two of these. Files that extend each other crosswise would double at each step. */
const maximumFiles = 20;
/** So many are looked for, those included that do not exist. */
const maximumAttempts = 100;

const reasons: Readonly<Record<Extract<FileContent, string>, string | undefined>> = {
  absent: "does not exist",
  directory: "is no regular file",
  unreadable: "cannot be read",
  unknown: undefined,
};

const firstPlace = { start: 0, end: 1, line: 1, column: 1 };

/** A path from a folder, with "." and ".." worked out. */
function join(folder: string, path: string): string {
  if (path.startsWith("/") || /^[a-z]:[\\/]/i.test(path)) return path.replace(/\\/g, "/");
  let at = folder;
  const names: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") names.push(part);
    else if (names.length > 0) names.pop();
    else at = folderOf(at);
  }
  return `${at === "/" ? "" : at}/${names.join("/")}`;
}

function folderOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf("/"))) || "/";
}

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("/") + 1);
}
