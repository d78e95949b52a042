// The dialplan: extensions.conf as pbx_config registers it with the core (pbx/pbx_config.c, main/pbx.c).

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigOption, ConfigSection } from "../config/section.ts";
import type { DialplanFault } from "./fault.ts";
import type { PriorityText } from "./priority.ts";

export interface Dialplan {
  readonly load: ConfigLoad;
  readonly general: GeneralOptions;
  /** Global variables after [globals] was read, by name; undefined: the value is only known to a running Asterisk. */
  readonly globals: ReadonlyMap<string, string | undefined>;
  /** In the order in which Asterisk creates them. */
  readonly contexts: ReadonlyMap<string, Context>;
  /** The same object as in the state before where all searches find the same as in that. */
  readonly structure: object;
  /** What Asterisk logs, and what it silently drops. */
  readonly faults: readonly DialplanFault[];
  /**
   * Whether extensions or contexts may exist that we cannot see: an #include that could not be read, a template that
   * is missing. What other modules add is decided in the workspace.
   */
  readonly partial: boolean;
}

/** Options of [general] that change how the dialplan works. */
export interface GeneralOptions {
  readonly autofallthrough: boolean;
  readonly overrideswitch: string | undefined;
}

export interface Context {
  readonly name: string;
  /** The sections that make it, in order; where a template's lines end up is in their options. */
  readonly sections: readonly ConfigSection[];
  /** Sorted as Asterisk sorts them: the order in which they are tried. */
  readonly extensions: readonly Extension[];
  readonly includes: readonly Include[];
  readonly switches: readonly Switch[];
  readonly ignorePatterns: readonly { readonly pattern: string; readonly option: ConfigOption }[];
  readonly autohints: boolean;
}

/** An extension of a context: a name, or a pattern, with its priorities. */
export interface Extension {
  /** As stored: without blanks, with dashes. */
  readonly name: string;
  /** As stored; "" means a caller without number; undefined: any caller. */
  readonly callerId: string | undefined;
  /** Name and caller-id as `core show dialplan` prints them. */
  readonly shown: string;
  /** In ascending order; the hint is not among them. */
  readonly priorities: readonly Priority[];
  readonly hint: Priority | undefined;
  /** Its steps with labels, the hint among them. */
  readonly labels: ReadonlyMap<string, Priority>;
  /** Whether its name was only partly known to us, because a variable in it has no value that we see. */
  readonly unknown: boolean;
}

/** One step of an extension. */
export interface Priority {
  readonly context: string;
  readonly extension: Extension;
  /** -1 for a hint. */
  readonly number: number;
  /** Undefined where it has none, or lost it to an earlier one. */
  readonly label: string | undefined;
  /** How many priorities of the context come before it, in the order of the extensions, each with its hint first. */
  readonly ordinal: number;
  readonly step: Step;
}

/** A line `exten => ...` or `same => ...`, parsed once whatever number of contexts inherit it. Offsets count in `option.value`. */
export interface Step {
  readonly option: ConfigOption;
  /** Whether several sections may have the line, because one inherits from another. */
  readonly shared: boolean;
  /** Whether it is a line `same`, without a name of its own. */
  readonly same: boolean;
  /** Name and caller-id, before substitution; undefined for `same`. */
  readonly name: Piece | undefined;
  /** What stands where the priority is, label and offset included. */
  readonly priority: Piece;
  /** What that means; undefined where a "(" of a label is never closed. */
  readonly meaning: PriorityText | undefined;
  readonly label: Piece | undefined;
  /** "" where the application is missing. */
  readonly application: Piece;
  /** What stands between the first "(" and the last ")". */
  readonly data: Piece;
  /** Whether there are parentheses at all, and whether the closing one is missing. */
  readonly parentheses: "none" | "closed" | "unclosed";
  /** Where a text begins that is dropped behind the last ")"; the end of the value where there is none. */
  readonly restStart: number;
}

/** A piece of an option's value. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface Include {
  /** The context, blanks and all. */
  readonly context: string;
  /** What follows the first separator: "times,weekdays,monthdays,months,timezone"; undefined: always. */
  readonly times: string | undefined;
  readonly option: ConfigOption;
}

export interface Switch {
  readonly kind: "switch" | "lswitch" | "eswitch";
  readonly name: string;
  readonly data: string;
  readonly option: ConfigOption;
}
