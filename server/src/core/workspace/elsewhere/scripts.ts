// Scripts and sounds that a dialplan names. They lie below Asterisk's data directory, which is usually not a part of the
// installation directory that we see. Nothing is known of them then: an answer is given only where the directory that
// asterisk.conf names lies inside the installation directory, and for sounds only where it holds sounds of that
// language at all. Where a program makes the name of a file, nobody should ask.

import type { Files } from "../../config/files.ts";
import { resolveInclude } from "../../config/include-path.ts";
import { lastOption, sectionNamed } from "../../config/section-lookup.ts";
import type { Parts } from "./certain.ts";

/** Whether an AGI script exists, by the name that AGI() gets; undefined where we cannot know. */
export function scriptExists(parts: Parts, name: string): boolean | undefined {
  // agi://, hagi:// and async AGI are no files.
  if (name === "" || /^[a-z]+:/i.test(name)) return undefined;
  const path = inside(parts, below(parts, "astagidir", "/agi-bin", name));
  if (path === undefined) return undefined;
  const content = parts.files.read(path);
  if (content !== "absent") return content === "unknown" ? undefined : true;
  // In a repository the scripts often stand elsewhere than on the machine: then their directory is not there at all.
  const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return (parts.files.list(folder) ?? []).length === 0 ? undefined : false;
}

/** Whether there is a sound of that name, in a language or for all; undefined where we cannot know. */
export function soundExists(parts: Parts, name: string, language: string): boolean | undefined {
  if (name === "") return undefined;
  const sounds = inside(parts, below(parts, "astdatadir", "", "sounds"));
  if (sounds === undefined || name.startsWith("/")) return undefined;
  const folder = `${sounds}/${language}`;
  const all = parts.files.list(folder);
  if (all === undefined || all.length === 0) return undefined;
  const found = [`${folder}/${name}`, `${sounds}/${name}`].map((path) => hasFormat(parts.files, path));
  return found.includes(true) || (found.includes(undefined) ? undefined : false);
}

/** Whether a file of that name has any ending: Asterisk picks the format. */
function hasFormat(files: Files, path: string): boolean | undefined {
  const slash = path.lastIndexOf("/");
  const start = `${path.slice(slash + 1)}.`;
  return files.list(path.slice(0, slash))?.some((file) => file.startsWith(start));
}

/** A name below a directory of asterisk.conf; without a line there they are below the data directory. */
function below({ load }: Parts, option: string, folder: string, name: string): string {
  if (name.startsWith("/")) return name;
  const directories = sectionNamed(load("asterisk.conf"), "directories");
  const data = lastOption(directories, "astdatadir")?.value ?? "/var/lib/asterisk";
  const named = option === "astdatadir" ? undefined : lastOption(directories, option)?.value;
  return `${named ?? `${data}${folder}`}/${name}`;
}

function inside({ environment }: Parts, path: string): string | undefined {
  if (!path.startsWith("/")) return undefined;
  const place = resolveInclude(path, environment.directory);
  return place.inside && place.path !== "" ? place.path : undefined;
}
