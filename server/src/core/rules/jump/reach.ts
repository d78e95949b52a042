// Which contexts a search of Asterisk comes to, and which other contexts lead to one: what every question about jumps
// starts from.

import type { Context, Dialplan, Extension } from "../../dialplan/model.ts";
import { contextsMade } from "../../workspace/elsewhere/contexts-made.ts";
import type { Installation } from "../../workspace/installation.ts";

/** A context with all that it includes, whatever the time. */
export interface Closure {
  readonly contexts: readonly Context[];
  /** Names of included contexts that extensions.conf does not have. */
  readonly missing: readonly string[];
  /** Whether a switch may answer for what the contexts do not have. */
  readonly switched: boolean;
}

/** Asterisk looks into no more contexts in one search. */
const mostContexts = 512;

/** A context that is included by more others than this is not looked at from all of them. */
const mostIncluders = 40;

const known = new WeakMap<Dialplan, Reach>();

export function reachOf(dialplan: Dialplan, installation: Installation): Reach {
  let reach = known.get(dialplan);
  if (reach === undefined) {
    reach = new Reach(dialplan, installation);
    known.set(dialplan, reach);
  }
  return reach;
}

export class Reach {
  readonly #dialplan: Dialplan;
  readonly #installation: Installation;
  readonly #closures = new Map<string, Closure>();
  readonly #including = new Map<string, readonly Context[] | undefined>();
  #includers: ReadonlyMap<string, readonly Context[]> | undefined;
  #filled: ReadonlySet<string> | undefined;

  constructor(dialplan: Dialplan, installation: Installation) {
    this.#dialplan = dialplan;
    this.#installation = installation;
  }

  closure(name: string): Closure {
    const before = this.#closures.get(name);
    if (before !== undefined) return before;
    const contexts: Context[] = [];
    const missing: string[] = [];
    const seen = new Set([name]);
    for (const next of seen) {
      const context = this.#dialplan.contexts.get(next);
      if (context === undefined) missing.push(next);
      else {
        contexts.push(context);
        for (const include of context.includes) if (seen.size < mostContexts) seen.add(include.context);
      }
    }
    const { overrideswitch } = this.#dialplan.general;
    const switched =
      (overrideswitch !== undefined && overrideswitch !== "") ||
      contexts.some(({ switches }) => switches.length > 0);
    const closure = { contexts, missing, switched };
    this.#closures.set(name, closure);
    return closure;
  }

  /** The contexts that include one, directly or not; undefined where there are too many. */
  includersOf(name: string): readonly Context[] | undefined {
    if (this.#including.has(name)) return this.#including.get(name);
    this.#includers ??= includers(this.#dialplan);
    const found = new Map<string, Context>();
    const names = new Set([name]);
    let tooMany = false;
    for (const next of names) {
      for (const context of this.#includers.get(next) ?? []) {
        if (context.name === name) continue;
        found.set(context.name, context);
        names.add(context.name);
      }
      tooMany = names.size > mostIncluders;
      if (tooMany) break;
    }
    const answer = tooMany ? undefined : [...found.values()];
    this.#including.set(name, answer);
    return answer;
  }

  /** Whether another module may add an extension to one of the contexts that a search comes to. */
  mayBeAdded(context: string, extension: string | undefined): boolean {
    const { contexts, missing } = this.closure(context);
    this.#filled ??= filledContexts(this.#installation);
    for (const name of [...contexts.map(({ name }) => name), ...missing]) {
      if (!this.#filled.has(name)) continue;
      const parking = name === "parkedcalls" || name === "park-dial";
      if (!parking || extension === undefined || /^[0-9*#+]+$/.test(extension)) return true;
    }
    return false;
  }
}

function includers({ contexts }: Dialplan): Map<string, Context[]> {
  const found = new Map<string, Context[]>();
  for (const context of contexts.values()) {
    for (const { context: included } of context.includes) {
      const before = found.get(included);
      if (before === undefined) found.set(included, [context]);
      else before.push(context);
    }
  }
  return found;
}

/** Contexts of which other modules make or fill at least some extensions. */
export function filledContexts(installation: Installation): Set<string> {
  const names = new Set(contextsMade(installation).map(({ context }) => context));
  for (const type of ["global", "phoneprov"]) {
    for (const { option } of installation.objects().lines(type, "regcontext")) names.add(option.value);
  }
  for (const section of installation.load("pjsip_wizard.conf").sections) {
    for (const { name, value } of section.options)
      if (name.toLowerCase() === "hint_context") names.add(value);
  }
  return names;
}

/** All extensions that may answer in a context for what its own lacks. */
export function extensionsOf({ contexts }: Closure): Extension[] {
  return contexts.flatMap(({ extensions }) => extensions);
}
