// Which contexts a search of Asterisk comes to, and which other contexts lead to one: what every question about jumps
// starts from.

import type { Context, Dialplan } from "../../dialplan/model.ts";
import { contextCost, Effort, mostContexts } from "../../dialplan/search.ts";
import { addTo } from "../../text/grouped.ts";
import { filledContexts } from "../elsewhere/contexts-made.ts";
import { type Installation, type InstallationQuestion, sameSets } from "../installation.ts";
import { type PerDialplan, perDialplan } from "../per-dialplan.ts";

/** A context with all that it includes, whatever the time. */
export interface Closure {
  readonly contexts: readonly Context[];
  /** Names of included contexts that extensions.conf does not have. */
  readonly missing: readonly string[];
  /** Whether a switch may answer for what the contexts do not have. */
  readonly switched: boolean;
}

/** Contexts from which a search comes to one that other modules fill: with parking places, or with anything. */
interface Filled {
  readonly parking: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
}

/** A context that is included by more others than this is not looked at from all of them. */
const mostIncluders = 40;

export const reachOf: PerDialplan<Reach> = perDialplan(
  (dialplan, installation) => new Reach(dialplan, filledNames(installation)),
);

/** Names of the contexts that other modules fill. */
export function filledNames(installation: Installation): ReadonlySet<string> {
  return installation.ask(filled, undefined);
}

export class Reach {
  readonly #dialplan: Dialplan;
  readonly #filledNames: ReadonlySet<string>;
  readonly #closures = new Map<string, Closure>();
  readonly #including = new Map<string, readonly Context[] | undefined>();
  #includers: ReadonlyMap<string, readonly Context[]> | undefined;
  readonly #effort = new Effort();
  #filled: Filled | undefined;

  constructor(dialplan: Dialplan, filledNames: ReadonlySet<string>) {
    this.#dialplan = dialplan;
    this.#filledNames = filledNames;
  }

  /** Undefined where too much has been looked at already. */
  closure(name: string): Closure | undefined {
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
        if (!this.#effort.spend(context.includes.length + contextCost)) return undefined;
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
    for (const next of names) {
      for (const context of this.#includers.get(next) ?? []) {
        if (context.name === name) continue;
        found.set(context.name, context);
        names.add(context.name);
        if (names.size > mostIncluders) break;
      }
      if (names.size > mostIncluders) break;
    }
    const answer = names.size > mostIncluders ? undefined : [...found.values()];
    this.#including.set(name, answer);
    return answer;
  }

  /** All that searches from these contexts come to; undefined where it is more than `most`. */
  allWithin(names: Iterable<string>, most: number): readonly Context[] | undefined {
    const seen = new Set(names);
    const found: Context[] = [];
    for (const next of seen) {
      const context = this.#dialplan.contexts.get(next);
      if (context === undefined) continue;
      found.push(context);
      for (const include of context.includes) {
        seen.add(include.context);
        if (seen.size > most) return undefined;
      }
    }
    return found;
  }

  /** Whether another module may add an extension to one of the contexts that a search comes to. */
  mayBeAdded(context: string, extension: string | undefined): boolean {
    this.#filled ??= this.#readFilled();
    if (this.#filled.any.has(context)) return true;
    if (!this.#filled.parking.has(context)) return false;
    return extension === undefined || /^[0-9*#+]+$/.test(extension);
  }

  #readFilled(): Filled {
    const names = [...this.#filledNames];
    const isParking = (name: string): boolean => name === "parkedcalls" || name === "park-dial";
    return {
      parking: this.#leadingTo(names.filter(isParking)),
      any: this.#leadingTo(names.filter((name) => !isParking(name))),
    };
  }

  /** The contexts themselves and all from which a search comes to one of them. */
  #leadingTo(names: readonly string[]): Set<string> {
    this.#includers ??= includers(this.#dialplan);
    const found = new Set(names);
    for (const next of found) for (const { name } of this.#includers.get(next) ?? []) found.add(name);
    return found;
  }
}

function includers({ contexts }: Dialplan): Map<string, Context[]> {
  const found = new Map<string, Context[]>();
  for (const context of contexts.values()) {
    for (const { context: included } of context.includes) {
      addTo(found, included, context);
    }
  }
  return found;
}

const filled: InstallationQuestion<undefined, ReadonlySet<string>> = {
  compute: filledContexts,
  same: sameSets,
};
