// What may make up for what a jump does not find: extensions in scripts of other modules, lines that Asterisk refused
// and another rule reports, and contexts that the dialplan itself asks for before it goes there.

import type { Dialplan } from "../../dialplan/model.ts";
import { readStep } from "../../dialplan/step-line.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Reach } from "../../workspace/jumps/reach.ts";
import type { Miss } from "../../workspace/jumps/targets.ts";

/** The contexts that a jump may name; undefined where we cannot know. */
export function contextsFor(dialplan: Dialplan, installation: Installation): ReadonlySet<string> | undefined {
  const { load } = dialplan;
  // In a part of a dialplan nobody knows what the other parts have.
  if (load.root !== "extensions.conf" || dialplan.partial) return undefined;
  return scriptsOf(installation) === undefined ? undefined : installation.contextsBesideScripts();
}

/** The texts of AEL and Lua that make contexts, too; undefined where they read other files. */
function scriptsOf({ environment, files }: Installation): readonly string[] | undefined {
  const texts: string[] = [];
  for (const [file, module] of [
    ["extensions.ael", "pbx_ael"],
    ["extensions.lua", "pbx_lua"],
  ] as const) {
    if (!environment.moduleLoaded(module)) continue;
    const content = files.read(file);
    if (content === "absent") continue;
    if (typeof content === "string") return undefined;
    const { text } = content;
    if (/^\s*#(?:include|exec)|\b(?:dofile|loadfile|require|load)\b\s*[("']/m.test(text)) return undefined;
    texts.push(text);
  }
  return texts;
}

export class Doubts {
  readonly #reach: Reach;
  readonly #scripts: readonly string[];
  readonly #inScripts = new Map<string, boolean>();
  readonly #askedFor: ReadonlySet<string>;
  readonly #lost: ReadonlySet<string>;

  constructor(dialplan: Dialplan, steps: DialplanSteps, installation: Installation, reach: Reach) {
    this.#reach = reach;
    this.#scripts = scriptsOf(installation) ?? [];
    this.#askedFor = askedFor(steps);
    this.#lost = lostNames(dialplan);
  }

  /** Whether it is better not to speak of it. */
  about({ lacking, context, extension, priority }: Miss): boolean {
    if (this.#askedFor.has(context)) return true;
    if (lacking === "label" && this.#lost.has(String(priority))) return true;
    if (extension !== undefined && lacking !== "context" && this.#lost.has(extension)) return true;
    if (this.#scripts.length === 0) return false;
    const closure = this.#reach.closure(context);
    if (closure === undefined) return true;
    const { contexts, missing } = closure;
    return [context, ...missing, ...contexts.map(({ name }) => name)].some((name) => this.#isInScript(name));
  }

  #isInScript(name: string): boolean {
    let found = this.#inScripts.get(name);
    if (found === undefined) {
      found = this.#scripts.some((text) => text.includes(name));
      this.#inScripts.set(name, found);
    }
    return found;
  }
}

/** Contexts of which the dialplan asks whether they exist. */
function askedFor({ withFunctions }: DialplanSteps): Set<string> {
  const names = new Set<string>();
  for (const { functions } of withFunctions) {
    for (const use of functions) {
      if (use.name !== "DIALPLAN_EXISTS") continue;
      const asked = use.arguments[0]?.value;
      if (asked !== undefined) names.add(asked);
    }
  }
  return names;
}

/** Labels and extensions of lines that Asterisk refuses, which another rule reports. */
export function lostNames({ faults }: Dialplan): Set<string> {
  const names = new Set<string>();
  for (const { kind, option, also, extension } of faults) {
    if (kind === "discouraged-pattern" || kind === "unclosed-arguments" || kind === "lost-offset") continue;
    if (extension !== undefined) names.add(extension);
    for (const line of [option, ...also]) {
      if (!/^(?:exten$|same)/i.test(line.name)) continue;
      const step = readStep(line, !/^exten$/i.test(line.name));
      if (step.label !== undefined) names.add(step.label.text);
      if (step.name !== undefined) names.add(step.name.text);
    }
  }
  return names;
}
