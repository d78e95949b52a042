// `asterisk-analyzer init`: writes a settings file with comments, for the Asterisk that the folder seems to be for.

import { realpathSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  newestVersion,
  type Profile,
  parseVersion,
  settingsFileName,
  settingsTemplate,
  versionHint,
} from "../core/api.ts";
import { codeOf, DiskFiles } from "../node/disk-files.ts";
import { reasonOf } from "../node/find-installations.ts";
import { refusalText, replaceFile } from "../node/write-file.ts";
import { print } from "./output.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface InitOptions {
  readonly profile: Profile;
  readonly force?: true;
  readonly asteriskVersion?: string;
}

/** Files that may name the Asterisk which reads the configuration beside them. */
const tellingFiles: readonly string[] = [
  ".asterisk-version",
  "Dockerfile",
  "Containerfile",
  "docker-compose.yml",
  "docker-compose.yaml",
  "compose.yml",
  "compose.yaml",
  ".env",
  "asterisk.conf",
];

/** Exit code 0: written. */
export function initCommand(path: string, options: InitOptions): number {
  const directory = existing(path);
  const known = targetVersion(directory, options);
  const text = settingsTemplate(options.profile, known);
  const place = join(directory, settingsFileName);
  const shown = shownPath(place);
  try {
    writeFileSync(place, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw new UsageError(`${shown}: ${reasonOf(error)}`);
    if (options.force !== true) throw new UsageError(`${shown} exists already; --force replaces it`);
    replace(directory, text, shown);
  }
  const target =
    known === undefined
      ? `${newestVersion.major}, the newest`
      : `${known.version}, as ${known.evidence} says`;
  print(`${shown} is written, for Asterisk ${target}
`);
  return 0;
}

function replace(directory: string, text: string, shown: string): void {
  const before = new DiskFiles(directory).read(settingsFileName);
  if (typeof before === "string") throw new UsageError(`${shown}: cannot be replaced`);
  const refusal = replaceFile(directory, settingsFileName, before.text, text);
  if (refusal !== undefined) throw new UsageError(`${shown}: ${refusalText(refusal)}`);
}

/** The version that is asked for, or that something in the folder or above it names. */
function targetVersion(
  directory: string,
  { asteriskVersion }: InitOptions,
): { readonly version: string; readonly evidence: string } | undefined {
  if (asteriskVersion !== undefined) {
    if (parseVersion(asteriskVersion) === undefined)
      throw new UsageError(`--asterisk-version ${asteriskVersion}: there is no such version`);
    return { version: asteriskVersion, evidence: "--asterisk-version" };
  }
  for (const folder of [directory, join(directory, "..")]) {
    const files = new DiskFiles(folder);
    for (const name of tellingFiles) {
      const content = files.read(name);
      const known = typeof content === "string" ? undefined : versionHint(hintIn(name, content.text));
      if (known !== undefined) return { version: known, evidence: shownPath(join(folder, name)) };
    }
  }
  return undefined;
}

/** A file that is about nothing else need not say what its number is. */
function hintIn(name: string, text: string): string {
  return name === ".asterisk-version" ? `asterisk ${text.trim()}` : text.slice(0, 100_000);
}

function existing(path: string): string {
  try {
    const real = realpathSync(path);
    if (statSync(real).isDirectory()) return real;
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`);
  }
  throw new UsageError(`${path}: not a directory`);
}
