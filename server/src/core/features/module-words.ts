// Modules that modules.conf can name, with what each of them is there for.

import { knownModules } from "../catalog/modules.ts";
import type { Installation, InstallationQuestion } from "../workspace/installation.ts";
import { listed } from "./documentation/since-words.ts";

/** Options of [modules], the likeliest first. */
export const moduleOptions: readonly (readonly [name: string, summary: string])[] = [
  ["autoload", "whether all modules of the folder are loaded"],
  ["load", "a module that is loaded where autoload is off"],
  ["noload", "a module that is not loaded"],
  ["require", "a module without which Asterisk does not start"],
  ["preload", "a module that is loaded before all others"],
  ["preload-require", "both: loaded first, and needed"],
];

/** Modules of the target version with what they are for, by name without ".so". */
export function moduleWords(installation: Installation): ReadonlyMap<string, string> {
  return installation.ask(words, undefined);
}

const words: InstallationQuestion<undefined, ReadonlyMap<string, string>> = { compute: wordsOf };

function wordsOf({ dialplanCatalog, settings }: Installation): Map<string, string> {
  const { major } = settings.version;
  const found = new Map<string, string>();
  for (const [name, { summary, presentIn }] of knownModules)
    if (summary !== undefined && presentIn.includes(major)) found.set(name, summary);
  const { applications, functions } = dialplanCatalog;
  const calls = new Map<string, string[]>();
  const add = (module: string, call: string): void => {
    const before = calls.get(module);
    if (before === undefined) calls.set(module, [call]);
    else before.push(call);
  };
  for (const name of applications.names()) add(applications.application(name)?.module ?? "core", `${name}()`);
  for (const name of functions.names()) add(functions.function(name)?.module ?? "core", `${name}()`);
  for (const [module, names] of calls) {
    if (module === "core" || found.has(module)) continue;
    const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} others`] : names;
    found.set(module, listed(shown));
  }
  return found;
}
