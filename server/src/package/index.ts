// The package for programs: import { lint } from "asterisk-analyzer".

import { join } from "node:path";
import { check } from "../cli/check.ts";
import type { ProjectFlags } from "../cli/projects.ts";
import { chosenBy, Projects } from "../cli/projects.ts";
import { shownPath } from "../cli/shown-path.ts";
import {
  type CheckSettings,
  type Problem as CoreProblem,
  checkInstallation,
  combineSettings,
  rules as coreRules,
  type Files,
  memoryFiles,
  openInstallation,
  ProblemView,
  pageUrl,
  rootFiles,
  severityOf,
} from "../core/api.ts";
import { DiskFiles } from "../node/disk-files.ts";
import { findInstallations } from "../node/find-installations.ts";
import type { CheckOptions, Lint, LintFiles, Problem, Rules } from "./types.ts";

export const lint: Lint = async (paths, options = {}) => {
  const projects = new Projects({
    ...flagsOf(options),
    ...(options.config === undefined ? {} : { config: options.config }),
  });
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
    for (const root of roots) {
      const content = files.read(root);
      if (content === "unreadable")
        failures.push({ path: shownPath(join(directory, root)), reason: "cannot be read" });
    }
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
  const layer = { chosen: chosenBy(flagsOf(options)), origin: "options" };
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

/** The options as the command line has them. */
function flagsOf(options: CheckOptions): ProjectFlags {
  const {
    version,
    profile,
    rules: levels,
    providers,
    knownApplications,
    knownFunctions,
    suppressions,
  } = options;
  return {
    ...(version === undefined ? {} : { asteriskVersion: version }),
    ...(profile === undefined ? {} : { profile }),
    ...(levels === undefined ? {} : { rule: Object.entries(levels).map(([id, level]) => `${id}=${level}`) }),
    ...(providers === undefined
      ? {}
      : { provider: Object.entries(providers).map(([name, list]) => `${name}=${list.join(",")}`) }),
    ...(knownApplications === undefined ? {} : { knownApplication: knownApplications }),
    ...(knownFunctions === undefined ? {} : { knownFunction: knownFunctions }),
    ...(suppressions === undefined ? {} : { suppressions }),
  };
}
