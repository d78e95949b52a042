// Semantic tokens of a document, of a range, and as the difference to what the client has.

import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver";
import type { Span } from "../../core/api.ts";
import { fileTokens, tokenModifiers, tokenTypes } from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";
import { placeOf } from "../places.ts";

const none: SemanticTokens = { data: [] };

export const semanticTokensFeature: Feature = {
  capabilities: (client) => {
    const known = client.textDocument?.semanticTokens;
    if (known === undefined) return {};
    const full = known.requests?.full;
    const delta = typeof full === "object" && full.delta === true;
    return {
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        range: true,
        full: { delta },
      },
    };
  },
  listen: (session) => {
    const { connection, guard, documents } = session;
    const answered = new Answered();
    connection.languages.semanticTokens.on(
      guard.later("semantic tokens", none, ({ textDocument }) =>
        answered.whole(textDocument.uri, dataOf(session, textDocument.uri)),
      ),
    );
    connection.languages.semanticTokens.onDelta(
      guard.later<
        [{ textDocument: { uri: string }; previousResultId: string }],
        SemanticTokens | SemanticTokensDelta
      >("semantic tokens", none, ({ textDocument, previousResultId }) => {
        answered.keep((uri) => documents.at(placeOf(uri)) !== undefined);
        return answered.difference(textDocument.uri, previousResultId, dataOf(session, textDocument.uri));
      }),
    );
    connection.languages.semanticTokens.onRange(
      guard.later("semantic tokens", none, ({ textDocument, range }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return none;
        const span = { start: inspected.offset(range.start), end: inspected.offset(range.end) };
        return { data: encoded(inspected, span) };
      }),
    );
  },
};

function dataOf(session: Session, uri: string): number[] {
  const inspected = inspect(session, uri);
  return inspected === undefined ? [] : encoded(inspected, undefined);
}

/** The last answer for each document. */
class Answered {
  readonly #last = new Map<string, { readonly id: string; readonly data: number[] }>();
  #count = 0;

  whole(uri: string, data: number[]): SemanticTokens {
    const id = this.#remember(uri, data);
    return { resultId: id, data };
  }

  difference(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.#last.get(uri);
    const id = this.#remember(uri, data);
    if (before?.id !== previous) return { resultId: id, data };
    return { resultId: id, edits: edits(before.data, data) };
  }

  /** Forgets documents that are closed. */
  keep(isOpen: (uri: string) => boolean): void {
    for (const uri of this.#last.keys()) if (!isOpen(uri)) this.#last.delete(uri);
  }

  #remember(uri: string, data: number[]): string {
    this.#count++;
    const id = String(this.#count);
    this.#last.set(uri, { id, data });
    return id;
  }
}

/** One edit: what is between what is the same at both ends. */
function edits(before: readonly number[], after: readonly number[]): SemanticTokensDelta["edits"] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  if (deleteCount === 0 && data.length === 0) return [];
  return [{ start, deleteCount, data }];
}

/** As the protocol wants them: lines and columns, each from the one before. */
function encoded(inspected: Inspected, span: Span | undefined): number[] {
  const { text } = inspected.subject;
  const numbers = fileTokens(inspected.subject, span);
  // A byte-order mark that the client does not see moves the first line.
  const hidden =
    text.startsWith("\ufeff") && inspected.range({ start: 1, end: 1 }).start.character === 0 ? 1 : 0;
  const data: number[] = new Array((numbers.length / 4) * 5);
  let to = 0;
  let lineStart = hidden;
  let feed = text.indexOf("\n");
  let lines = 0;
  let last = hidden;
  for (let at = 0; at < numbers.length; at += 4) {
    const start = numbers[at] ?? 0;
    while (feed >= 0 && feed < start) {
      lines++;
      lineStart = feed + 1;
      feed = text.indexOf("\n", lineStart);
    }
    data[to++] = lines;
    data[to++] = lines > 0 ? start - lineStart : start - last;
    data[to++] = numbers[at + 1] ?? 0;
    data[to++] = numbers[at + 2] ?? 0;
    data[to++] = numbers[at + 3] ?? 0;
    lines = 0;
    last = start;
  }
  return data;
}
