// What can be wrong with the lines of extensions.conf by themselves: what Asterisk logs, and what it drops in silence.

import type { ConfigOption, ConfigSection } from "../config/section.ts";

/** The kinds of faults; each belongs to one rule of rules/dialplan. */
export type DialplanFaultKind =
  | "unknown-statement"
  | "no-previous-extension"
  | "unclosed-label"
  | "relative-without-start"
  | "priority-below-one"
  | "unknown-label-as-priority"
  | "unclosed-arguments"
  | "discouraged-pattern"
  | "duplicate-priority"
  | "used-label"
  | "empty-extension"
  | "repeated-context"
  | "repeated-statement"
  | "lost-after-hint"
  | "lost-offset"
  | "continued-numbering";

export interface DialplanFault {
  readonly kind: DialplanFaultKind;
  /** The line it is about, and the piece of its name or value. */
  readonly option: ConfigOption;
  readonly part: "name" | "value";
  readonly start: number;
  readonly end: number;
  /** The section whose reading met it. */
  readonly section: ConfigSection;
  /** What Asterisk logs, word for word; empty for what it does in silence. */
  readonly log: readonly string[];
  /** The extension it is about, as stored. */
  readonly extension?: string;
  /** Further lines that the same mistake spoils: they follow on the first, and their messages are in `log`. */
  readonly also: readonly ConfigOption[];
  /** An earlier line that has to do with it. */
  readonly related?: ConfigOption;
  /** The extension that the earlier line belongs to, as stored. */
  readonly relatedExtension?: string;
  /** What was meant or expected, for the words of the message. */
  readonly expected?: string;
}
