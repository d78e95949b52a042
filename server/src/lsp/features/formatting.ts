// Formatting of documents, ranges and what is being typed.

import type { FormattingOptions, ServerCapabilities, TextEdit } from "vscode-languageserver";
import type { FileEdit } from "../../core/api.ts";
import {
  type FormatOptions,
  formatEdits,
  formatOnTypeEdits,
  formatRangeEdits,
  isDialplan,
  withoutTemplateLines,
} from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";

export const formattingFeature: Feature = {
  capabilities: (): Partial<ServerCapabilities> => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["=", ">"] },
  }),
  listen: (session: Session) => {
    const { connection, guard } = session;
    connection.onDocumentFormatting(
      guard.around("formatting", [], ({ textDocument, options }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        return asEdits(inspected, formatEdits(textOf(inspected), wanted(inspected, options)));
      }),
    );
    connection.onDocumentRangeFormatting(
      guard.around("range formatting", [], ({ textDocument, range, options }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        const span = { start: inspected.offset(range.start), end: inspected.offset(range.end) };
        const edits = formatRangeEdits(textOf(inspected), span, wanted(inspected, options));
        return asEdits(inspected, edits);
      }),
    );
    connection.onDocumentOnTypeFormatting(
      guard.around("on-type formatting", [], ({ textDocument, position, ch, options }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        const offset = inspected.offset(position);
        const edits = formatOnTypeEdits(textOf(inspected), offset, ch, wanted(inspected, options));
        return asEdits(inspected, edits);
      }),
    );
  },
};

/** The text of the document, with lines that are for a template engine out of the way. */
function textOf({ snapshot, subject: { file } }: Inspected): string {
  return withoutTemplateLines(file, snapshot.text(file));
}

function wanted({ subject }: Inspected, options: FormattingOptions): FormatOptions {
  return {
    ...subject.installation.settings.format,
    dialplan: isDialplan(subject),
    tabs: !options.insertSpaces,
    trimTrailingWhitespace: options.trimTrailingWhitespace,
    insertFinalNewline: options.insertFinalNewline,
    trimFinalNewlines: options.trimFinalNewlines,
  };
}

function asEdits(inspected: Inspected, edits: readonly Pick<FileEdit, "span" | "text">[]): TextEdit[] {
  const text = inspected.text();
  return edits.flatMap((edit) => text.edit(edit.span, edit.text) ?? []);
}
