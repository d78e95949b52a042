// What the linter says of the examples on a rule's page, checked as the page asks for.

import assert from "node:assert/strict";
import {
  checkInstallation,
  defaultSettings,
  memoryFiles,
  openInstallation,
  type Problem,
  parseVersion,
  profileOf,
  type Rule,
  rootFiles,
  rules,
  upgradeProblems,
} from "../../server/src/core/api.ts";
import type { Example } from "./pages.ts";

/** A page of a strict rule shows that rule beside those that always run. */
function rulesFor(rule: Rule): readonly Rule[] {
  return rules.filter((other) => other === rule || profileOf(other) !== "strict");
}

/** The problems of the files of an example; `texts` may hold them as they are after fixes. */
export function problemsOf(example: Example, texts: ReadonlyMap<string, string>, rule: Rule): Problem[] {
  const files = memoryFiles(texts);
  const { alone, suppressions } = example.settings;
  const roots = alone === undefined ? rootFiles(files) : [alone];
  assert.ok(roots.length > 0, "no file of the example is one that Asterisk opens by itself");
  const version = parseVersion(example.settings.version ?? "") ?? defaultSettings.version;
  const directory = example.settings.directory ?? defaultSettings.directory;
  const providers = new Map(Object.entries(example.settings.providers ?? {}));
  const { knownApplications = [] } = example.settings;
  const settings = {
    version,
    directory,
    providers,
    knownApplications,
    ...(alone === undefined ? {} : { alone }),
    ...(suppressions === undefined ? {} : { suppressions }),
  };
  const from = parseVersion(example.settings.from ?? "");
  if (from === undefined) return checkInstallation(openInstallation(files, settings), roots, rulesFor(rule));
  const { breaks, changes, deprecated } = upgradeProblems(files, roots, settings, from);
  return [...breaks, ...changes, ...deprecated];
}
