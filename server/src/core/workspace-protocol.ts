// What client and server say to each other about the files of a workspace, besides the protocol of editors. Both
// compile against these shapes; the client sees nothing else of the core.

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
