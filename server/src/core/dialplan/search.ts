// Walks through a context, its switches and its includes in the order in which Asterisk asks them
// (pbx_find_extension in main/pbx.c), and tells whoever listens of all that takes the dialled text.

import { asciiLower } from "../text/ascii.ts";
import { indexOf, priorityOf } from "./extension-index.ts";
import type { Context, Dialplan, Extension, Include, Priority, Switch } from "./model.ts";
import { type Dialled, dialledText, matchesCallerId } from "./pattern/matches.ts";
import { isActive } from "./timing/is-active.ts";
import type { Moment } from "./timing/moment.ts";
import { parseTiming, type Timing } from "./timing/parse-timing.ts";

export interface Query {
  readonly context: string;
  /** What is dialled, or named by a jump. */
  readonly extension: string;
  /** A number, -1 for the hint, or a label. */
  readonly priority: number | string;
  /** The caller's number; "": the caller has none; undefined: it is not known. */
  readonly callerId?: string | undefined;
  /** When the call comes in; undefined: it is not known. */
  readonly moment?: Moment | undefined;
}

/** On what it depends whether something is asked at all. */
export type Condition =
  | { readonly kind: "time"; readonly context: Context; readonly include: Include }
  | { readonly kind: "caller"; readonly callerId: string }
  /** The name holds a variable whose value is unknown. */
  | { readonly kind: "name"; readonly extension: Extension };

export interface Path {
  readonly include: Include;
  readonly before: Path | undefined;
}

/** The includes that led to a context, from the first on. */
export function includesOf({ path }: Way): Include[] {
  const includes: Include[] = [];
  for (let at = path; at !== undefined; at = at.before) includes.push(at.include);
  return includes.reverse();
}

/** How the search came to a context. */
export interface Way {
  /** The include that led here, and those before it; undefined in the first context itself. */
  readonly path: Path | undefined;
  /** What has to hold and is not known. */
  readonly open: readonly Condition[];
  /** What has to hold and does not. */
  readonly against: readonly Condition[];
}

/** An extension that takes what was dialled. */
export interface Candidate extends Way {
  readonly kind: "extension";
  readonly context: Context;
  readonly extension: Extension;
  /** Undefined where the extension lacks the wanted step, so that the search goes on. */
  readonly priority: Priority | undefined;
}

/** A switch that is asked: what it answers is known to a running Asterisk alone. */
export interface AskedSwitch extends Way {
  readonly kind: "switch";
  readonly context: Context;
  /** Undefined for `overrideswitch` of [general]. */
  readonly switch: Switch | undefined;
  /** As written: "Name/data". */
  readonly text: string;
}

/** A context that does not exist in extensions.conf, though other modules may make it. */
export interface MissingContext extends Way {
  readonly kind: "missing";
  readonly name: string;
}

export type Met = Candidate | AskedSwitch | MissingContext;

/** Asterisk asks no more contexts in one search. */
export const mostContexts = 512;

/** What it takes to ask a context, in includes that are looked at. */
export const contextCost = 10;

/** How much many searches may do together, so that contexts which all include each other do not take for ever. */
export class Effort {
  /** In includes that are looked at. */
  #left = 8_000_000;

  /** Whether there was enough left. */
  spend(amount: number): boolean {
    if (this.#left < amount) return false;
    this.#left -= amount;
    return true;
  }
}

/**
 * Tells of everything in order until `listener` returns true. What certainly does not apply, since it is closed at the
 * time or for another caller, is told in a `thorough` search only. Returns false where the `effort` did not suffice.
 */
export function searchDialplan(
  dialplan: Dialplan,
  query: Query,
  listener: (met: Met) => boolean,
  thorough = false,
  effort?: Effort,
): boolean {
  const search = new Search(dialplan, query, listener, thorough, effort);
  search.visit(query.context, { path: undefined, open: [], against: [] });
  return !search.isCut;
}

class Search {
  readonly #dialplan: Dialplan;
  readonly #query: Query;
  readonly #dialled: Dialled;
  readonly #listener: (met: Met) => boolean;
  readonly #thorough: boolean;
  readonly #effort: Effort | undefined;
  /** Whether it gave up before its end. */
  isCut = false;
  /** Contexts asked for certain, perhaps, and in vain: a better way to a context asks it once more. */
  readonly #visited: readonly Set<string>[] = [new Set(), new Set(), new Set()];

  constructor(
    dialplan: Dialplan,
    query: Query,
    listener: (met: Met) => boolean,
    thorough: boolean,
    effort: Effort | undefined,
  ) {
    this.#dialplan = dialplan;
    this.#query = query;
    this.#dialled = dialledText(query.extension);
    this.#listener = listener;
    this.#thorough = thorough;
    this.#effort = effort;
  }

  /** Whether the search is at its end. */
  visit(name: string, way: Way): boolean {
    if (!this.#isNew(asciiLower(name), way)) return false;
    const context = this.#dialplan.contexts.get(name);
    if (context === undefined) return this.#listener({ kind: "missing", name, ...way });
    return (
      this.#override(context, way) ||
      this.#extensions(context, way) ||
      this.#switches(context, way) ||
      this.#includes(context, way)
    );
  }

  /** Asterisk compares the names of contexts that it has asked without case. */
  #isNew(name: string, { open, against }: Way): boolean {
    const level = against.length > 0 ? 2 : open.length > 0 ? 1 : 0;
    const visited = this.#visited[level];
    if (visited === undefined || visited.size >= mostContexts) return false;
    for (let better = 0; better <= level; better++) if (this.#visited[better]?.has(name)) return false;
    visited.add(name);
    return true;
  }

  #override(context: Context, way: Way): boolean {
    const text = this.#dialplan.general.overrideswitch;
    if (text === undefined || text === "") return false;
    return this.#listener({ kind: "switch", context, switch: undefined, text, ...way });
  }

  #extensions(context: Context, way: Way): boolean {
    const index = indexOf(context);
    for (const extension of index.unknown) {
      const open: Condition[] = [...way.open, { kind: "name", extension }];
      if (this.#extension(context, extension, { ...way, open })) return true;
    }
    for (const extension of index.matching(this.#dialled))
      if (this.#extension(context, extension, way)) return true;
    return false;
  }

  #extension(context: Context, extension: Extension, way: Way): boolean {
    const { callerId } = extension;
    const met = callerId === undefined ? true : this.#isCaller(callerId);
    if (met === false && !this.#thorough) return false;
    const condition: Condition[] = callerId === undefined ? [] : [{ kind: "caller", callerId }];
    return this.#listener({
      kind: "extension",
      context,
      extension,
      priority: priorityOf(extension, this.#query.priority),
      ...withCondition(way, condition, met),
    });
  }

  #isCaller(callerId: string): boolean | undefined {
    const number = this.#query.callerId;
    return number === undefined ? undefined : matchesCallerId(callerId, number);
  }

  #switches(context: Context, way: Way): boolean {
    return context.switches.some((asked) =>
      this.#listener({ kind: "switch", context, switch: asked, text: switchText(asked), ...way }),
    );
  }

  #includes(context: Context, way: Way): boolean {
    const { length } = context.includes;
    if (length > 0 && this.#effort?.spend(length + contextCost) === false) {
      this.isCut = true;
      return true;
    }
    return context.includes.some((include) => {
      const timing = timingOf(include);
      const active = timing === undefined ? true : isActive(timing, this.#query.moment);
      if (active === false && !this.#thorough) return false;
      const next = withCondition(way, [{ kind: "time", context, include }], active);
      return this.visit(include.context, { ...next, path: { include, before: way.path } });
    });
  }
}

function withCondition(way: Way, condition: readonly Condition[], met: boolean | undefined): Way {
  const { path } = way;
  if (met === true) return way;
  if (met === undefined) return { path, open: [...way.open, ...condition], against: way.against };
  return { path, open: way.open, against: [...way.against, ...condition] };
}

export function switchText({ name, data }: Switch): string {
  return data === "" ? name : `${name}/${data}`;
}

const timings = new WeakMap<Include, { readonly timing: Timing | undefined }>();

/** The time condition of an include; undefined where it is always active. */
export function timingOf(include: Include): Timing | undefined {
  if (include.times === undefined) return undefined;
  let known = timings.get(include);
  if (known === undefined) {
    known = { timing: parseTiming(include.times) };
    timings.set(include, known);
  }
  return known.timing;
}
