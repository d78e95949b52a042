// A call for a number that enters a context: which extension runs, its steps, and what else would take the number.

import {
  candidates,
  type FoundExtension,
  findExtension,
  isFound,
  type Lookup,
  type Rival,
} from "./lookup.ts";
import type { Dialplan } from "./model.ts";
import type { Query } from "./search.ts";

export type Call = Omit<Query, "priority">;

export interface CallAnswer {
  readonly call: Call;
  readonly lookup: Lookup;
  /** What runs, or may run where nothing runs for certain. */
  readonly runs: FoundExtension | undefined;
  /** Whether it runs whatever the caller, the time and the switches. */
  readonly certain: boolean;
  /** In order of execution, as if no step jumped. */
  readonly steps: readonly CallStep[];
  /** Everything else that takes the number, in the order in which it is asked. */
  readonly others: readonly Rival[];
  /** Where nothing is found: contexts that were asked and that another module makes, so that it may be there. */
  readonly unseen: readonly string[];
}

export interface CallStep {
  readonly at: FoundExtension;
  /** Whether another extension than the first supplies it, since that lacks the priority. */
  readonly elsewhere: boolean;
  /** Whether it depends on the caller, the time or a switch that it is this one. */
  readonly uncertain: boolean;
  /** Whether the step before ends or leaves the extension, so that only a jump comes here. */
  readonly afterEnd: boolean;
}

/** `isElsewhere`: whether a context that is not in extensions.conf comes from another module. */
export function answerCall(
  dialplan: Dialplan,
  call: Call,
  isElsewhere: (context: string) => boolean = () => false,
): CallAnswer {
  const lookup = findExtension(dialplan, { ...call, priority: 1 });
  const runs = likely(lookup);
  return {
    call,
    lookup,
    runs,
    certain: lookup.kind === "found",
    unseen:
      lookup.found === undefined
        ? [...new Set(lookup.missing.map(({ name }) => name))].filter((name) => isElsewhere(name))
        : [],
    steps: runs === undefined ? [] : stepsFrom(runs, lookup, dialplan, call),
    others: candidates(dialplan, { ...call, priority: 1 }).filter(
      ({ met, fate }) =>
        fate !== "asked-later" && (met.kind === "switch" || met.extension !== runs?.extension),
    ),
  };
}

/** What is found for certain, else the first that may be found. */
function likely({ found, doubts }: Lookup): FoundExtension | undefined {
  return (
    found ?? doubts.find((doubt): doubt is FoundExtension => doubt.kind === "extension" && isFound(doubt))
  );
}

function stepsFrom(first: FoundExtension, lookup: Lookup, dialplan: Dialplan, call: Call): CallStep[] {
  const steps: CallStep[] = [];
  let [at, uncertain]: [FoundExtension | undefined, boolean] = [first, lookup.kind === "unknown"];
  let afterEnd = false;
  while (at !== undefined) {
    steps.push({ at, elsewhere: at.extension !== first.extension, uncertain, afterEnd });
    afterEnd = /^(?:Goto|Hangup|Return)$/i.test(at.priority.step.application.text);
    const next = findExtension(dialplan, { ...call, priority: at.priority.number + 1 });
    uncertain = next.kind === "unknown";
    at = likely(next);
  }
  return steps;
}
