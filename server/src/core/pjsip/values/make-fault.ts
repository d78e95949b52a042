// Short ways to write a fault down.

import type { ValueFault, ValueMistake } from "../value-fault.ts";

type Log = ValueFault["log"];
type Extra = Partial<Pick<ValueFault, "replacement" | "suggestion" | "applied">>;

const nothing: Log = () => [];

/** A piece for which Asterisk refuses the value. */
export function rejected(
  mistake: ValueMistake,
  start: number,
  end: number,
  log: Log = nothing,
  extra: Extra = {},
): ValueFault {
  return { mistake, start, end, rejects: true, log, ...extra };
}

/** A piece that Asterisk takes, but not as it was meant. */
export function accepted(
  mistake: ValueMistake,
  start: number,
  end: number,
  log: Log = nothing,
  extra: Extra = {},
): ValueFault {
  return { mistake, start, end, rejects: false, log, ...extra };
}

/** An entry of `extra` for a suggestion that may be missing. */
export function suggest(suggestion: string | undefined): Extra {
  return suggestion === undefined ? {} : { suggestion };
}

/** An entry of `extra` for a replacement that may be missing. */
export function replace(replacement: string | undefined): Extra {
  return replacement === undefined ? {} : { replacement };
}
