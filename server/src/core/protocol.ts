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
  /** The settings file that says so, against which the editor's settings do not count. */
  readonly versionUri?: string;
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

/** Server to client: the files below a folder that the server cannot read itself, or one file. */
export const filesRequest = "asterisk-analyzer/files";

export interface FilesParams {
  readonly uri: string;
}

export interface FilesResult {
  /** Texts by their path below the folder; of a single file by "". */
  readonly files: Readonly<Record<string, string>>;
  /**
   * Names by the path of their folder, "" for the folder itself; names of folders end in "/". What is missing here was
   * not looked at.
   */
  readonly folders: Readonly<Record<string, readonly string[]>>;
}

/** Server to client, in a browser: the pages of the rules, which lie beside the extension. */
export const pagesRequest = "asterisk-analyzer/pages";

/** Ids and texts. */
export type PagesResult = readonly (readonly [string, string])[];

/** Client to server: check all installations below the open folders, whether one of their files is open or not. */
export const checkWorkspaceRequest = "asterisk-analyzer/checkWorkspace";

export interface CheckWorkspaceParams {
  /** Under which progress is reported. */
  readonly workDoneToken?: string | number;
}

export interface CheckWorkspaceResult {
  readonly installations: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
}

/** A command of the client, named in `initializationOptions.commands` by a client that has it. */
export const insertMatchCommand = "asterisk-analyzer.insertMatch";

/** Another one: shows places beside the text. */
export const showReferencesCommand = "asterisk-analyzer.showReferences";

/** Client to server: the edit that makes an identify section match addresses. */
export const matchEditRequest = "asterisk-analyzer/matchEdit";

interface At {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** What the command is given. */
export interface InsertMatchArguments extends At {
  /** The endpoint or identify section, for the question to the user. */
  readonly name: string;
}

export interface MatchEditParams extends At {
  readonly addresses: readonly string[];
}

export interface MatchEditResult {
  /** A WorkspaceEdit of the protocol. */
  readonly edit?: object;
  /** Why there is none, as a sentence for the user. */
  readonly refusal?: string;
}
