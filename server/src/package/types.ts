// What the package exports, as its users see it. The build publishes this file as the declarations of the package, so
// that it imports nothing.

/** How grave a problem is, or that its rule is off. */
export type Level = "error" | "warning" | "hint" | "off";

export type Severity = Exclude<Level, "off">;

/** What Asterisk does about a mistake. */
export type Effect =
  | "file-rejected"
  | "object-rejected"
  | "line-ignored"
  | "call-fails"
  | "works-otherwise"
  | "insecure"
  | "legacy"
  | "redundant"
  | "not-checked";

/** The same as the keys of asterisk-analyzer.json, over which they win. */
export interface CheckOptions {
  /** The Asterisk that reads the files, for instance "20" or "22.8". */
  readonly version?: string;
  /** How much is checked. */
  readonly profile?: "minimal" | "recommended" | "strict";
  /** Levels of rules ("codec/unknown-codec") and groups ("codec"). */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Addresses that providers call from, by the name of an endpoint or by a host. */
  readonly providers?: Readonly<Record<string, readonly string[]>>;
  /** Applications and functions of modules that are not part of Asterisk. */
  readonly knownApplications?: readonly string[];
  readonly knownFunctions?: readonly string[];
  /** False: comments silence nothing. */
  readonly suppressions?: boolean;
}

export interface LintOptions extends CheckOptions {
  /** A settings file, or false to heed none; without it the nearest asterisk-analyzer.json from each installation upwards. */
  readonly config?: string | false;
}

/** Line and column count from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export interface Place {
  /** With "/" between folders: as seen from the working directory, or as it was handed in. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Passwords and the like are masked in all texts, those of edits as well. */
export interface Problem extends Place {
  readonly rule: string;
  readonly effect: Effect;
  readonly severity: Severity;
  readonly message: string;
  /** What Asterisk logs while it loads the file, and when a call or registration meets the mistake. */
  readonly log: readonly string[];
  readonly runtimeLog: readonly string[];
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly {
    readonly title: string;
    /** Whether the outcome cannot be other than meant. */
    readonly safe: boolean;
    readonly edits: readonly (Place & { readonly text: string })[];
  }[];
  /** The directory of the installation. */
  readonly installation: string;
  /** The page of the rule. */
  readonly url: string;
}

export interface LintResult {
  readonly problems: readonly Problem[];
  /** Directories of the installations that were checked. */
  readonly installations: readonly string[];
  /** All files that were read. */
  readonly files: readonly string[];
  /** Paths that could not be read, and why. */
  readonly failures: readonly { readonly path: string; readonly reason: string }[];
}

export interface RuleInfo {
  readonly id: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly severity: Severity;
  readonly url: string;
}

/**
 * Checks installations, trees that hold some, or single files, as `asterisk-analyzer lint` does. Reads files and writes
 * none. Throws an Error of a sentence where an option or a settings file is wrong.
 */
export type Lint = (paths: string | readonly string[], options?: LintOptions) => Promise<LintResult>;

/**
 * Checks one installation that is handed in: texts by their paths, such as "pjsip.conf". Files that these include and
 * that are not among them are missing.
 */
export type LintFiles = (
  files: Readonly<Record<string, string>>,
  options?: CheckOptions,
) => Promise<LintResult>;

/** All rules. */
export type Rules = () => readonly RuleInfo[];
