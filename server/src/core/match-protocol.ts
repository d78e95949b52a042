// What client and server say to each other to write match lines for addresses that only the user knows.

/** A command of the client, named in `initializationOptions.commands` by a client that has it. */
export const insertMatchCommand = "asterisk-analyzer.insertMatch";

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
