// Which extension and step Asterisk finds for a context, a dialled text and a priority or label, and what else would
// take it and loses.

import type { Dialplan } from "./model.ts";
import {
  type AskedSwitch,
  type Candidate,
  type Effort,
  type Met,
  type MissingContext,
  type Query,
  searchDialplan,
} from "./search.ts";

/** What may come first, for all we know: an extension under a condition, or the answer of a switch. */
export type Doubt = Candidate | AskedSwitch;

export interface Lookup {
  /** "unknown": something in `doubts` may answer before `found`, or where nothing is found. */
  readonly kind: "found" | "not-found" | "unknown";
  /** What is found whatever the doubts; with its priority. */
  readonly found: FoundExtension | undefined;
  readonly doubts: readonly Doubt[];
  /** Why nothing is found for certain. */
  readonly lacking: "context" | "extension" | "priority" | undefined;
  /** Contexts that were asked and do not exist in extensions.conf: another module may make them. */
  readonly missing: readonly MissingContext[];
}

export interface FoundExtension extends Candidate {
  readonly priority: NonNullable<Candidate["priority"]>;
}

/**
 * Asks as Asterisk does: without `callerId` or `moment` the answer may depend on them, and then is "unknown". So it is
 * where the `effort` does not suffice.
 */
export function findExtension(dialplan: Dialplan, query: Query, effort?: Effort): Lookup {
  let found: FoundExtension | undefined;
  let lacking: Lookup["lacking"] = dialplan.contexts.has(query.context) ? "extension" : "context";
  const doubts: Doubt[] = [];
  const missing: MissingContext[] = [];
  const listener = (met: Met): boolean => {
    if (met.kind === "missing") missing.push(met);
    else if (met.kind === "switch") doubts.push(met);
    else if (!isFound(met)) lacking = "priority";
    else if (met.open.length > 0) doubts.push(met);
    else found = met;
    return found !== undefined;
  };
  const complete = searchDialplan(dialplan, query, listener, false, effort);
  const unknown = doubts.length > 0 || !complete || (found === undefined && dialplan.partial);
  return {
    kind: unknown ? "unknown" : found === undefined ? "not-found" : "found",
    found,
    doubts,
    lacking: found === undefined ? lacking : undefined,
    missing,
  };
}

/** Why an extension is not the one that runs; "might-run": it would if a condition held that is not known. */
export type Fate =
  | "runs"
  | "might-run"
  | "comes-later"
  | "not-active"
  | "other-caller"
  | "lacks-priority"
  | "asked-first"
  | "asked-later";

export interface Rival {
  readonly met: Doubt;
  readonly fate: Fate;
}

/** Everything that takes what was dialled, in the order in which it is asked, with what becomes of it. */
export function candidates(dialplan: Dialplan, query: Query): Rival[] {
  const rivals: Rival[] = [];
  let decided = false;
  searchDialplan(
    dialplan,
    query,
    (met) => {
      if (met.kind === "missing") return false;
      const fate = fateOf(met, decided);
      if (fate === "runs") decided = true;
      rivals.push({ met, fate });
      return false;
    },
    true,
  );
  const possible = new Set(rivals.filter(({ met }) => met.against.length === 0).map(extensionOf));
  return rivals.filter(({ met }) => met.against.length === 0 || !possible.has(extensionOf({ met })));
}

/** A context can be reached twice, in vain and not: its extensions are told once then. */
function extensionOf({ met }: Pick<Rival, "met">): unknown {
  return met.kind === "switch" ? (met.switch ?? met.context) : met.extension;
}

function fateOf(met: Doubt, decided: boolean): Fate {
  if (met.against.some(({ kind }) => kind === "time")) return "not-active";
  if (met.against.length > 0) return "other-caller";
  if (met.kind === "switch") return decided ? "asked-later" : "asked-first";
  if (!isFound(met)) return "lacks-priority";
  if (decided) return "comes-later";
  return met.open.length > 0 ? "might-run" : "runs";
}

/** Whether an extension has the step that is wanted. */
export function isFound(candidate: Candidate): candidate is FoundExtension {
  return candidate.priority !== undefined;
}
