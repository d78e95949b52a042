// Whether what a jump names is there, looked for as Asterisk looks for it (pbx_parse_location in main/pbx.c,
// gosub_exec in apps/app_stack.c). Everything that only a call tells counts as being there.

import { priorityOf } from "../../dialplan/extension-index.ts";
import { findExtension } from "../../dialplan/lookup.ts";
import type { Context, Dialplan, Priority } from "../../dialplan/model.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";
import { Effort } from "../../dialplan/search.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import type { Installation } from "../installation.ts";
import { type Reach, reachOf } from "./reach.ts";

export type Lacking = "context" | "extension" | "label" | "priority";

/** What a jump does not find, from one of the places of its line. */
export interface Miss {
  readonly lacking: Lacking;
  readonly context: string;
  /** Undefined where only a call tells. */
  readonly extension: string | undefined;
  /** A number or a label; undefined where only a call tells. */
  readonly priority: number | string | undefined;
  readonly place: Priority;
}

type Found = "found" | "unknown" | Lacking;

/** Applications whose jumps without a context begin where the call itself is, though another channel makes them. */
const fromCaller: ReadonlySet<string> = new Set(["dial", "retrydial", "page", "followme", "queue", "set"]);

export class Targets {
  readonly #dialplan: Dialplan;
  readonly #reach: Reach;
  readonly known: ReadonlySet<string>;
  readonly #effort = new Effort();
  readonly #found = new Map<string, Found>();
  #last:
    | (Pick<Miss, "context" | "priority"> & { readonly extension: string; readonly found: Found })
    | undefined;
  readonly #numbers = new WeakMap<Context, ReadonlySet<number | string>>();

  constructor(dialplan: Dialplan, known: ReadonlySet<string>, installation: Installation) {
    this.#dialplan = dialplan;
    this.known = known;
    this.#reach = reachOf(dialplan, installation);
  }

  /** What the jump misses from a place; undefined where it finds all, or we cannot know. */
  missOf(jump: Jump, place: Priority): Miss | undefined {
    const { target } = jump;
    const context = jump.context === undefined ? undefined : jump.context.value;
    if (jump.context !== undefined && context === undefined) return undefined;
    if (jump.kind === "context") {
      if (context === undefined || context === "" || this.hasContext(context)) return undefined;
      return { lacking: "context", context, extension: undefined, priority: undefined, place };
    }
    if (jump.assumed || target?.relative !== undefined) return undefined;
    const priority = target === undefined ? undefined : (target.label ?? target.number);
    if (context === undefined) {
      if (jump.elsewhere && !fromCaller.has(jump.call.name)) return undefined;
      return this.#fromHere(jump, place, priority);
    }
    if (!this.hasContext(context))
      return { lacking: "context", context, extension: jump.extension?.value, priority, place };
    const extension = jump.extension?.value;
    if (extension === undefined) return undefined;
    let found = this.find(context, extension, priority);
    if (jump.extension?.start === jump.extension?.end && extension === "s" && isMissing(found)) {
      // Subroutines that are named by their context alone may as well begin at this extension.
      const other = this.find(context, "~~s~~", priority);
      if (!isMissing(other)) found = other;
    }
    return isMissing(found) ? { lacking: found, context, extension, priority, place } : undefined;
  }

  hasContext(name: string): boolean {
    return this.#dialplan.contexts.has(name) || this.known.has(name) || name.startsWith("stasis-");
  }

  /** A jump that stays in the context in which the call is: the line's own, or one that includes it. */
  #fromHere(jump: Jump, place: Priority, priority: number | string | undefined): Miss | undefined {
    const own = place.context;
    const named = jump.extension;
    if (named !== undefined && named.value === undefined) return undefined;
    if (named === undefined) {
      if (priority === undefined || priorityOf(place.extension, priority) !== undefined) return undefined;
      if (place.extension.unknown) return undefined;
    }
    const extension = named?.value ?? place.extension.name;
    const around = this.#reach.includersOf(own);
    if (around === undefined) return undefined;
    let lacking: Lacking | undefined;
    for (const context of [own, ...around.map(({ name }) => name)]) {
      const found =
        named === undefined && isPatternName(extension) && priority !== undefined
          ? this.#anywhere(context, priority)
          : this.find(context, extension, priority);
      if (!isMissing(found)) return undefined;
      lacking ??= found;
    }
    return lacking && { lacking, context: own, extension, priority, place };
  }

  /** What is found for a context, a text and a priority or label; undefined: whatever priority. */
  find(context: string, extension: string, priority: number | string | undefined): Found {
    const last = this.#last;
    // Many jumps in a row go to one place.
    if (last?.context === context && last.extension === extension && last.priority === priority)
      return last.found;
    const found = this.#findOnce(context, extension, priority);
    this.#last = { context, extension, priority, found };
    return found;
  }

  #findOnce(context: string, extension: string, priority: number | string | undefined): Found {
    const key = `${context}\0${extension}\0${typeof priority}${priority}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#find(context, extension, priority);
      this.#found.set(key, found);
    }
    return found;
  }

  #find(context: string, extension: string, priority: number | string | undefined): Found {
    if (!this.#dialplan.contexts.has(context)) return this.hasContext(context) ? "unknown" : "context";
    const lookup = findExtension(
      this.#dialplan,
      { context, extension, priority: priority ?? 1 },
      this.#effort,
    );
    if (lookup.kind === "found") return "found";
    if (lookup.kind === "unknown" || this.#reach.mayBeAdded(context, extension)) return "unknown";
    if (lookup.lacking === "extension" || lookup.lacking === "context") return "extension";
    if (priority === undefined) return "unknown";
    return typeof priority === "string" ? "label" : "priority";
  }

  /** Whether any extension that a search comes to has the priority. */
  #anywhere(context: string, priority: number | string): Found {
    const closure = this.#reach.closure(context);
    if (closure === undefined || closure.switched || this.#reach.mayBeAdded(context, undefined))
      return "unknown";
    if (closure.contexts.some((candidate) => this.#stepsOf(candidate).has(priority))) return "found";
    return typeof priority === "string" ? "label" : "priority";
  }

  /** All numbers and labels of a context. */
  #stepsOf(context: Context): ReadonlySet<number | string> {
    let steps = this.#numbers.get(context);
    if (steps === undefined) {
      const all = context.extensions.flatMap(({ priorities }) => priorities);
      steps = new Set(all.flatMap(({ number, label }) => (label === undefined ? [number] : [number, label])));
      this.#numbers.set(context, steps);
    }
    return steps;
  }
}

export function isMissing(found: Found): found is Lacking {
  return found !== "found" && found !== "unknown";
}
