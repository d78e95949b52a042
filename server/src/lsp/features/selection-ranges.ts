// What a selection grows to, step by step.

import type { SelectionRange } from "vscode-languageserver";
import type { Span } from "../../core/api.ts";
import { selections } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";

export const selectionRangeFeature: Feature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  listen: (session) => {
    session.connection.onSelectionRanges(
      session.guard.around("selection ranges", [], ({ textDocument, positions }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        const offsets = positions.map((position) => inspected.offset(position));
        return selections(inspected.subject, offsets).flatMap((spans) => rangeOf(inspected, spans) ?? []);
      }),
    );
  },
};

/** The smallest, each with the next one as its parent. */
function rangeOf(inspected: Inspected, spans: readonly Span[]): SelectionRange | undefined {
  return spans.reduceRight<SelectionRange | undefined>((parent, span) => {
    const range = inspected.range(span);
    return parent === undefined ? { range } : { range, parent };
  }, undefined);
}
