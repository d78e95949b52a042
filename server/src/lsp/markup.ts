// Documentation as a client can show it.

import { type MarkupContent, MarkupKind } from "vscode-languageserver";
import { plainText } from "../core/editor-api.ts";

/** `formats`: what the client says it can show; plain text is what every client can. */
export function markup(markdown: string, formats: readonly MarkupKind[] | undefined): MarkupContent {
  return formats?.includes(MarkupKind.Markdown) === true
    ? { kind: MarkupKind.Markdown, value: markdown }
    : { kind: MarkupKind.PlainText, value: plainText(markdown) };
}
