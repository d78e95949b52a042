// `asterisk-analyzer effective`: how one file reads after includes, templates and appends.

import { realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import {
  effectiveError,
  effectiveJson,
  effectiveSections,
  effectiveText,
  openInstallation,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { installationOf, reasonOf } from "../node/find-installations.ts";
import { slashed } from "../node/slashed.ts";
import { note, outputStyle, printAll } from "./output.ts";
import type { Projects } from "./projects.ts";
import { UsageError } from "./usage-error.ts";

export interface EffectiveOptions {
  readonly file?: string;
  readonly section?: string;
  readonly format: "text" | "json";
  readonly showSecrets?: true;
}

/** Exit code 0: Asterisk loads the file; 1: it rejects it or never finishes reading; 2: there is no such file. */
export function effectiveCommand(path: string, options: EffectiveOptions, projects: Projects): number {
  const { directory, file } = target(path, options.file, projects);
  const installation = openInstallation(new DiskFiles(directory), projects.settingsOf(directory));
  const load = installation.effective(file);
  const choice = { section: options.section, showSecrets: options.showSecrets === true };
  const error = effectiveError(load, installation);
  const sections = effectiveSections(load, choice);
  if (options.format === "json") printAll(effectiveJson(file, error, sections));
  else if (error !== undefined) note(error);
  else printAll(effectiveText(sections, outputStyle()));
  if (load.outcome === "missing") return 2;
  if (load.outcome !== "loaded") return 1;
  if (choice.section === undefined || hasSection()) return 0;
  note(`${file} has no section [${choice.section}]`);
  return 2;

  function hasSection(): boolean {
    return effectiveSections(load, choice).next().done !== true;
  }
}

/** The directory, and the file as Asterisk would name it below the directory. */
function target(
  path: string,
  file: string | undefined,
  projects: Projects,
): { directory: string; file: string } {
  const { real, isDirectory } = existing(path);
  if (!isDirectory) {
    if (file !== undefined)
      throw new UsageError(`${path} is a file; give its directory together with --file`);
    const found = installationOf(join(dirname(real), basename(path)), projects.settingsOf);
    return { directory: found.directory, file: [...(found.only ?? found.roots)][0] ?? basename(path) };
  }
  const wanted = file ?? "pjsip.conf";
  const below = isAbsolute(wanted) ? relative(real, existing(wanted).real) : wanted;
  const name = slashed(join(".", below));
  if (name === ".." || name.startsWith("../")) throw new UsageError(`${wanted} does not lie in ${path}`);
  return { directory: real, file: name };
}

function existing(path: string): { real: string; isDirectory: boolean } {
  try {
    const real = realpathSync(path);
    const state = statSync(real);
    if (!state.isDirectory() && !state.isFile())
      throw new UsageError(`${path}: neither a file nor a directory`);
    return { real, isDirectory: state.isDirectory() };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${path}: ${reasonOf(error)}`);
  }
}
