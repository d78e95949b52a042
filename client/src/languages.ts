// Which documents are ours.

import { type TextDocument, window, workspace } from "vscode";

export const languages: readonly string[] = ["asterisk-pjsip", "asterisk-dialplan", "asterisk-conf"];

/** Where documents are that somebody edits; others are shown only, such as the old side of a comparison. */
const knownSchemes: readonly string[] = [
  "file",
  "untitled",
  "vscode-remote",
  "vscode-vfs",
  "vscode-test-web",
];

/** Kinds of places that documents of ours can be in. */
export function schemes(): string[] {
  return [...new Set([...knownSchemes, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)])];
}

/** The document in front of the user, where it is one of ours. */
export function activeDocument(): TextDocument | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && languages.includes(document.languageId) ? document : undefined;
}
