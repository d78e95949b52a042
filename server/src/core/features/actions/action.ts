// Something that can be done about a place in a file.

import type { Problem } from "../../rules/problem.ts";
import type { FileEdit } from "../../text/edits.ts";

export interface Action {
  readonly title: string;
  readonly kind: "quickfix" | "source.fixAll.asterisk";
  readonly problems: readonly Problem[];
  /** Whether it is what the author most likely wants. */
  readonly preferred: boolean;
  readonly what: ActionWhat;
}

/** The edits, or where they cost something, what they come from. */
export type ActionWhat =
  | { readonly edits: readonly FileEdit[]; readonly snippet?: string; readonly fix?: number }
  /** All fixes of a rule in the file, or all safe ones of all rules. */
  | { readonly mend: string | "safe" }
  /** The user has to be asked for addresses first. */
  | { readonly askFor: "addresses"; readonly name: string; readonly offset: number };
