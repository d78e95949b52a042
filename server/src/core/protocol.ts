// Requests of our own between an editor and the language server: their names, what is asked and what is answered.

/** As in the language server protocol: counted from 0, in UTF-16 units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** What Asterisk holds of the object at a position; null where there is none. */
export const effectiveRequest = "asterisk-analyzer/effective";

export interface EffectiveParams {
  readonly uri: string;
  readonly position: TextPosition;
}

export interface EffectiveAnswer {
  /** "alice (endpoint)". */
  readonly title: string;
  /** Configuration with the origin of every line in a comment. */
  readonly text: string;
  /** Where the section begins. */
  readonly uriOfSource: string;
  readonly position: TextPosition;
  readonly languageId: string;
}

/** Which extension a call runs; null where the place belongs to no installation. */
export const matchRequest = "asterisk-analyzer/match";

export interface MatchParams {
  /** A file of the installation, or its folder. */
  readonly uri: string;
  readonly context: string;
  readonly number: string;
  /** "": a caller without a number; left out: any caller. */
  readonly callerId?: string;
  /** "2026-11-21 14:30", "sat 14:30" or "14:30"; left out: any time. */
  readonly time?: string;
}

export interface MatchAnswer {
  readonly text: string;
  /** Whether an extension runs, perhaps under conditions. */
  readonly found: boolean;
}

/** What a line of Asterisk's log means. */
export const explainRequest = "asterisk-analyzer/explain";

export interface ExplainParams {
  readonly line: string;
  /** A file of the installation whose mistakes may cause it; left out: all installations with an open file. */
  readonly uri?: string;
}

export interface ExplainAnswer {
  /** Empty where no rule knows the line. */
  readonly rules: readonly string[];
  readonly markdown: string;
  /** Places that cause it now. */
  readonly places: readonly ExplainPlace[];
}

export interface ExplainPlace {
  readonly uri: string;
  readonly position: TextPosition;
  readonly message: string;
}

/** How a file is taken; null for one that the server does not know. */
export const statusRequest = "asterisk-analyzer/status";

export interface StatusParams {
  readonly uri: string;
}

export interface StatusAnswer {
  /** The target version, such as "23.4.1". */
  readonly version: string;
  /** Name of the folder of the installation. */
  readonly folder: string;
  readonly folderUri: string;
  /** The root files that read the file. */
  readonly roots: readonly string[];
  /** "root": Asterisk opens it by its name; "included": a root file reads it; "alone": no root file is seen to. */
  readonly role: "root" | "included" | "alone";
  /** The file's path in the installation. */
  readonly path: string;
}

/** The contexts of a dialplan, for a choice. */
export const contextsRequest = "asterisk-analyzer/contexts";

export interface ContextsParams {
  readonly uri: string;
}

export interface ContextsAnswer {
  readonly contexts: readonly string[];
}
