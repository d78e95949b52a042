// What can be wrong with the lines of a configuration file, whatever module reads it.

import type { Span } from "../text/span.ts";
import type { ConfigSection, LoadedFile } from "./section.ts";

/** The kinds of faults; each belongs to one rule of rules/config. */
export type ConfigFaultKind =
  | "line-too-long"
  | "no-equals"
  | "no-option-name"
  | "invalid-escape"
  | "no-closing-bracket"
  | "no-closing-parenthesis"
  | "option-outside-section"
  | "unknown-base"
  | "unknown-append"
  | "invalid-filter"
  | "unknown-directive"
  | "directive-without-argument"
  | "exec-disabled"
  | "exec-unknown"
  | "exec-enabled"
  | "missing-include"
  | "include-outside"
  | "include-too-deep"
  | "include-not-a-file"
  | "include-unreadable"
  | "repeated-include"
  | "unterminated-comment"
  | "stray-comment-end"
  | "comment-nesting"
  | "endless-append"
  | "too-much-copying";

export interface ConfigFault {
  readonly kind: ConfigFaultKind;
  readonly file: LoadedFile;
  readonly span: Span;
  /** What the message is about: a name, a word, a path, as written. */
  readonly text: string;
  /** What Asterisk logs, word for word. */
  readonly log: readonly string[];
  /** What it does to the file: nothing, its rest is lost, or the whole root file is. */
  readonly ends: "nothing" | "file" | "root";
  /** How many sections the load had when it came to the fault: later ones do not count for it. */
  readonly sectionsBefore: number;
  /** Whether something before it could not be read, such as the output of #exec: it may hold what is missing. */
  readonly unreadBefore: boolean;
  /** A section that the fault is about. */
  readonly section?: ConfigSection;
}
