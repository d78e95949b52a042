// Where the messages of Asterisk come from in a directory: the problems whose predicted messages they are.

import { join } from "node:path";
import { LineIndex, MessageCauses, maskSentence, openInstallation, ruleLevels } from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { findInstallations } from "../node/find-installations.ts";
import { check } from "./check.ts";
import type { Projects } from "./projects.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

/** One place that makes Asterisk log a message. */
export interface Cause {
  readonly rule: string;
  /** "examples/office/pjsip.conf:12:3". */
  readonly place: string;
  readonly message: string;
}

export interface LogCauses {
  readonly causes: (message: string) => readonly Cause[];
}

/** More places than this say nothing more about a message. */
const maximumCauses = 1000;

/** Checks everything below a directory. */
export function logCauses(path: string, projects: Projects): LogCauses {
  const found = findInstallations([path], projects.settingsOf);
  const [failure] = found.failures;
  if (failure !== undefined) throw new UsageError(`${failure.path}: ${failure.reason}`);
  if (found.installations.length === 0)
    throw new UsageError(`${path}: no Asterisk configuration found there or below`);
  const levels = ruleLevels();
  const directories = new Set<string>();
  const known = new MessageCauses<Cause>(maximumCauses);
  for (const installation of found.installations) {
    const files = new DiskFiles(installation.directory);
    const settings = projects.settingsOf(installation.directory);
    directories.add(settings.directory);
    directories.add(openInstallation(files, settings).environment.directory);
    const indexes = new Map<string, LineIndex>();
    for (const problem of check(installation, files, { settings, levels })) {
      const content = files.read(problem.file);
      const index =
        indexes.get(problem.file) ?? new LineIndex(typeof content === "string" ? "" : content.text);
      indexes.set(problem.file, index);
      const { line, column } = index.position(problem.span.start);
      const cause = {
        rule: problem.rule,
        place: `${shownPath(join(installation.directory, problem.file))}:${line}:${column}`,
        message: maskSentence(problem.message),
      };
      known.add(cause, problem, directories);
    }
  }
  return { causes: (message) => known.causes(message, directories) };
}
