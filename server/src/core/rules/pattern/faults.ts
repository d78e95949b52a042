// What the rules about the sets of patterns share: they are the faults that the parser of patterns finds.

import type { Dialplan } from "../../dialplan/model.ts";
import { takesNothing } from "../../dialplan/pattern/overlap.ts";
import type { PatternFault, PatternFaultKind } from "../../dialplan/pattern/parse-pattern.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type NamedPattern, namedPatterns } from "./names.ts";

export interface FaultyPattern {
  readonly named: NamedPattern;
  readonly fault: PatternFault;
  /** What stands there. */
  readonly text: string;
  /** Whether the pattern takes nothing at all. */
  readonly dead: boolean;
}

/** The faults of a kind, but one of each set only. */
export function* patternFaults(
  dialplan: Dialplan,
  installation: Installation,
  kinds: readonly PatternFaultKind[],
): Generator<FaultyPattern> {
  for (const named of namedPatterns(dialplan, installation)) {
    let set = -1;
    for (const fault of named.pattern.faults) {
      if (!kinds.includes(fault.kind)) continue;
      const { name } = named.extension;
      const open = name.lastIndexOf("[", fault.start);
      if (open === set) continue;
      set = open;
      yield { named, fault, text: name.slice(fault.start, fault.end), dead: takesNothing(name) };
    }
  }
}
