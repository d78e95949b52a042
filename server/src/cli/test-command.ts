// `asterisk-analyzer test`: whether configurations do what expectation files say.

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { decodeBytes, type Installation, junitReport, type TestedFile, tapReport } from "../core/api.ts";
import { type ExpectationFile, readExpectations, runExpectation } from "../core/expectations-api.ts";
import { reasonOf } from "../node/find-installations.ts";
import { installationIn } from "./identify-command.ts";
import { note, printAll } from "./output.ts";
import type { Projects } from "./projects.ts";
import { shownPath } from "./shown-path.ts";
import { UsageError } from "./usage-error.ts";

export interface TestOptions {
  /** For files that name no directory and have tests that need one. */
  readonly dir?: string;
  readonly format: "tap" | "junit";
}

/** Exit code 0: all as expected; 1: something is not; 2: a file cannot be used. */
export function testCommand(paths: readonly string[], options: TestOptions, projects: Projects): number {
  const read = paths.map((path) => ({ path, file: readExpectations(textOf(path)) }));
  const faults = read.flatMap(({ path, file }) =>
    file.faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`),
  );
  for (const fault of faults) note(fault);
  if (faults.length > 0) return 2;
  const open = rememberedInstallations(projects);
  const tested = read.map(({ path, file }): TestedFile => {
    const installation = (): Installation => open(directoryOf(path, file, options));
    const outcomes = file.tests.map((expectation) => runExpectation(expectation, installation));
    return { path: shownPath(resolve(path)), outcomes };
  });
  printAll(options.format === "junit" ? junitReport(tested) : tapReport(tested));
  return tested.every(({ outcomes }) => outcomes.every(({ passed }) => passed)) ? 0 : 1;
}

function textOf(path: string): string {
  try {
    return decodeBytes(readFileSync(path));
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`);
  }
}

function directoryOf(path: string, { directory }: ExpectationFile, { dir }: TestOptions): string {
  if (directory !== undefined) return resolve(dirname(path), directory);
  if (dir === undefined)
    throw new UsageError(`${path}: names no directory; give it one, or say --dir DIRECTORY`);
  return resolve(dir);
}

/** Tests are about these files; any one of them will do. */
const testedRoots = ["pjsip.conf", "pjsip_wizard.conf", "extensions.conf"];

/** Several files may be about one configuration, which is read once. */
function rememberedInstallations(projects: Projects): (directory: string) => Installation {
  const known = new Map<string, Installation>();
  return (directory) => {
    const installation = known.get(directory) ?? installationIn(directory, projects, testedRoots);
    known.set(directory, installation);
    return installation;
  };
}
