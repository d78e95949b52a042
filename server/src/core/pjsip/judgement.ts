// What Asterisk would say of one object of pjsip.conf, one entry per mistake.

import type { ConfigOption, ConfigSection } from "../config/section.ts";
import type { ValueMistake } from "./value-fault.ts";

/** A section that Asterisk takes for an object of a type. */
export interface PjsipObject {
  readonly type: string;
  readonly id: string;
  readonly section: ConfigSection;
  /** Inherited ones first; for an object that a wizard makes, the options behind its prefix. */
  readonly options: readonly ConfigOption[];
}

/** Mistakes in the name of an option. */
export type NameMistake =
  | "unknown-option"
  | "misplaced-option"
  | "chan-sip-option"
  | "option-name-case"
  | "option-not-in-version"
  | "deprecated-option";

/** Mistakes that show only when all options of an object are known: the apply handlers in Asterisk's source. */
export type ObjectMistake =
  | "missing-option"
  | "missing-password"
  | "nothing-to-match"
  | "conflicting-options"
  | "option-without-partner"
  | "session-timers"
  | "rtp-ports"
  | "timer-too-low"
  | "taskpool-size"
  | "ignored-option"
  | "missing-bind"
  | "unusable-uri"
  | "unknown-acl"
  | "unknown-transport"
  | "unreachable-server"
  | "unknown-geolocation-profile"
  | "mwi-without-aor"
  | "publish-without-body"
  | "repeated-list-option";

export type Mistake = NameMistake | ValueMistake | ObjectMistake;

/** One mistake in one object. */
export interface Judgement {
  readonly kind: Mistake;
  /** The option it is about; undefined: the section as a whole. */
  readonly option: ConfigOption | undefined;
  /** Whether the option's name or a piece of its value (offsets `start` to `end`) is wrong. */
  readonly part: "name" | "value";
  readonly start: number;
  readonly end: number;
  /** Whether Asterisk drops the object for it. */
  readonly rejects: boolean;
  /** All that Asterisk logs for it, word for word, as if it were the only mistake of the object. */
  readonly log: readonly string[];
  /** Other options that have to do with it. */
  readonly related: readonly ConfigOption[];
  /** What is missing, expected or meant; for the words of the message. */
  readonly expected?: string;
  /** What to write instead of the piece: certain, and only likely. */
  readonly replacement?: string;
  readonly suggestion?: string;
  /** Nothing but a value that still has to be filled in, which is reported as such. */
  readonly placeholder?: true;
  /** Where `replacement` is another option name that wants another value. */
  readonly replacementValue?: string;
}
