// What can be wrong with the value of one option, found without looking at anything else.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { AsteriskVersion } from "../catalog/version.ts";

/** The mistakes in values; each belongs to one rule of rules/pjsip or rules/codec. */
export type ValueMistake =
  | "not-a-number"
  | "number-out-of-range"
  | "octal-number"
  | "not-a-boolean"
  | "unknown-word"
  | "ignored-word"
  | "word-not-in-version"
  | "invalid-acl-address"
  | "acl-host-name"
  | "acl-port"
  | "acl-blank"
  | "acl-empty-item"
  | "invalid-netmask"
  | "short-address"
  | "invalid-match"
  | "unresolvable-match"
  | "invalid-header-match"
  | "invalid-regex"
  | "invalid-uri"
  | "missing-loose-route"
  | "invalid-bind"
  | "invalid-tos"
  | "tos-rounded"
  | "invalid-variable"
  | "invalid-user-character"
  | "unknown-cipher"
  | "invalid-digest"
  | "unknown-algorithm"
  | "invalid-group"
  | "invalid-codec-preference"
  | "ignored-codec-preference"
  | "empty-value"
  | "padded-identifier"
  | "ignored-mechanism"
  | "repeated-acl"
  | "async-operations"
  | "removed-option"
  | "sdp-field"
  | "unknown-codec"
  | "empty-codec-item"
  | "codec-separator"
  | "invalid-framing"
  | "duplicate-codec"
  | "too-long-value"
  | "duplicate-list-item"
  | "unresolvable-host"
  | "missing-file"
  | "mapped-address";

/** One mistake in a value. */
export interface ValueFault {
  readonly mistake: ValueMistake;
  /** The wrong piece: offsets in the option's value. */
  readonly start: number;
  readonly end: number;
  /**
   * Whether Asterisk refuses the value: it then logs `Error parsing NAME=VALUE at line N of FILE` after `log`
   * and drops the object (both lines are added elsewhere).
   */
  readonly rejects: boolean;
  /** What it logs before that, where ID stands for the section's name. */
  readonly log: (id: string, optionName: string, line: number) => readonly string[];
  /**
   * Found only when Asterisk applies the whole object: the last line of the option counts, and no
   * `Error parsing` line is logged.
   */
  readonly applied?: true;
  /** What to write instead, for the whole piece; where the meaning is beyond doubt. */
  readonly replacement?: string;
  /** A replacement may be offered, but only on request. */
  readonly suggestion?: string;
}

/** What a check may look at besides the value. */
export interface ValueContext {
  readonly type: string;
  readonly spec: OptionSpec;
  readonly version: AsteriskVersion;
  /** Codec names that codecs.conf of the installation adds, in lower case. */
  readonly extraCodecs: ReadonlySet<string>;
  /** Whether a file can be read by Asterisk: undefined where we cannot know. */
  readonly fileExists: (path: string) => boolean | undefined;
}

/** Checks one value. Returns `noFaults` where it is fine. Pure: callers remember answers by value. */
export type ValueCheck = (value: string, context: ValueContext) => readonly ValueFault[];

export const noFaults: readonly ValueFault[] = [];
