// What can be wrong with the lines of extensions.conf by themselves: what Asterisk logs, and what it drops in silence.

import type { ConfigOption, ConfigSection } from "../config/section.ts";

/** The kinds of faults; each belongs to one rule of rules/dialplan. */
export type DialplanFaultKind =
  | "unknown-directive"
  | "no-previous-extension"
  | "unclosed-label"
  | "relative-without-start"
  | "invalid-priority"
  | "unknown-label-as-priority"
  | "no-closing-parenthesis"
  | "discouraged-pattern"
  | "duplicate-priority"
  | "duplicate-label"
  | "empty-extension"
  | "repeated-include"
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
  /** An earlier line that has to do with it. */
  readonly related?: ConfigOption;
  /** What was meant or expected, for the words of the message. */
  readonly expected?: string;
}
