// Requests of our own client, besides the protocol of editors.

interface At {
  readonly textDocument: { readonly uri: string };
}

export const statusRequest = "asterisk-analyzer/status";
export type StatusParams = At;
export interface StatusResult {
  readonly version: string;
  /** URI of the directory of the installation. */
  readonly folder: string;
  readonly root?: string;
}

export const effectiveRequest = "asterisk-analyzer/effective";
export interface EffectiveParams extends At {
  readonly position: { readonly line: number; readonly character: number };
}
export interface EffectiveResult {
  readonly title: string;
  readonly text: string;
}

export const contextsRequest = "asterisk-analyzer/contexts";
export type ContextsParams = At;
export interface ContextsResult {
  readonly contexts: readonly string[];
  readonly current?: string;
}

export const matchRequest = "asterisk-analyzer/match";
export interface MatchParams extends At {
  readonly context: string;
  readonly number: string;
}
export interface MatchResult {
  readonly text: string;
}

export const explainRequest = "asterisk-analyzer/explain";
export interface ExplainParams {
  readonly line: string;
}
export interface ExplainResult {
  readonly markdown: string;
}
