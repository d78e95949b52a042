// The package for programs: import { lint } from "asterisk-analyzer".

import { join } from "node:path";
import { check } from "../cli/check.ts";
import { chosenBy, Projects } from "../cli/projects.ts";
import { shownPath } from "../cli/shown-path.ts";
import { UsageError } from "../cli/usage-error.ts";
import {
  type CheckSettings,
  type ChosenSettings,
  type Problem as CoreProblem,
  checkInstallation,
  combineSettings,
  rules as coreRules,
  type Files,
  memoryFiles,
  openInstallation,
  ProblemView,
  pageUrl,
  printable,
  readRange,
  rootFiles,
  severityOf,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { findInstallations } from "../node/find-installations.ts";
import { unreadableRoots } from "../node/unreadable-roots.ts";
import type { CheckOptions, Lint, LintFiles, Problem, Rules } from "./types.ts";

export const lint: Lint = async (paths, options = {}) => {
  const flags = options.config === undefined ? {} : { config: options.config };
  const projects = new Projects(flags, () => {}, chosenIn(options));
  const found = findInstallations(typeof paths === "string" ? [paths] : paths, projects.settingsOf);
  const failures = [...found.failures];
  for (const path of found.empty)
    failures.push({ path, reason: "no Asterisk configuration found there or below" });
  const problems: Problem[] = [];
  const read = new Set<string>();
  for (const installation of found.installations) {
    const { directory } = installation;
    const settings = projects.of(directory);
    const roots = installation.roots.filter(
      (root) => !read.has(join(directory, root)) && !settings.isIgnored(root),
    );
    if (roots.length === 0) continue;
    const files = new DiskFiles(directory);
    for (const { path, reason } of unreadableRoots(roots, files))
      failures.push({ path: shownPath(join(directory, path)), reason });
    const own = check({ ...installation, roots }, files, settings);
    for (const { path } of files.sources) read.add(join(directory, path));
    problems.push(...shown(own, files, shownPath(directory)));
  }
  return {
    problems,
    installations: found.installations.map(({ directory }) => shownPath(directory)),
    files: [...read].map(shownPath),
    failures,
  };
};

export const lintFiles: LintFiles = async (texts, options = {}) => {
  const files = memoryFiles(new Map(Object.entries(texts)));
  const layer = { chosen: chosenIn(options), origin: "options" };
  const { settings, levels }: CheckSettings = combineSettings([layer], "/");
  const installation = openInstallation(files, settings);
  const problems = levels.apply(checkInstallation(installation, rootFiles(files), levels.rules));
  return {
    problems: shown(problems, files, "."),
    installations: ["."],
    files: Object.keys(texts),
    failures: [],
  };
};

export const rules: Rules = () =>
  coreRules.map(({ id, summary, effect }) => ({
    id,
    summary,
    effect,
    severity: severityOf[effect],
    url: pageUrl(id),
  }));

function shown(problems: readonly CoreProblem[], files: Files, installation: string): Problem[] {
  const text = (path: string): string | undefined => {
    const content = files.read(path);
    return typeof content === "string" ? undefined : content.text;
  };
  const view = new ProblemView({ installation, problems, text });
  return problems.map((problem) => ({ ...view.show(problem), url: pageUrl(problem.rule) }));
}

/** What options choose; throws where one of them is wrong. */
function chosenIn(options: CheckOptions): ChosenSettings {
  const { version, profile, rules: levels, providers, suppressions, ...names } = options;
  const { knownApplications, knownFunctions } = names;
  return {
    ...chosenBy({
      ...(version === undefined ? {} : { asteriskVersion: version }),
      ...(profile === undefined ? {} : { profile }),
      ...(levels === undefined
        ? {}
        : { rule: Object.entries(levels).map(([id, level]) => `${id}=${level}`) }),
      ...(suppressions === undefined ? {} : { suppressions }),
    }),
    ...(providers === undefined ? {} : { providers: providersIn(providers) }),
    ...(knownApplications === undefined ? {} : { knownApplications }),
    ...(knownFunctions === undefined ? {} : { knownFunctions }),
  };
}

function providersIn(
  providers: NonNullable<CheckOptions["providers"]>,
): ReadonlyMap<string, readonly string[]> {
  const given = Object.entries(providers);
  for (const [name, addresses] of given) {
    const wrong = addresses.find((text) => readRange(text) === undefined);
    if (wrong !== undefined)
      throw new UsageError(`providers ${printable(name)}: "${printable(wrong)}" is no address or network`);
  }
  return new Map(given);
}
