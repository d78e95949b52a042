// Folding of sections, extensions and comments, whole lines at a time, which every client can show.

import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver";
import { type Fold, folds } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { inspect } from "../inspect.ts";

const kinds: Readonly<Partial<Record<Fold["kind"], FoldingRangeKind>>> = {
  comment: FoldingRangeKind.Comment,
  includes: FoldingRangeKind.Imports,
  region: FoldingRangeKind.Region,
};

export const foldingFeature: Feature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  listen: (session) => {
    session.connection.onFoldingRanges(
      session.guard.later("folding", [], ({ textDocument }) => {
        const inspected = inspect(session, textDocument.uri);
        if (inspected === undefined) return [];
        const found = folds(inspected.subject);
        const most = session.client().textDocument?.foldingRange?.rangeLimit ?? found.length;
        return limited(found, most).map(rangeOf);
      }),
    );
  },
};

function rangeOf({ first, last, kind }: Fold): FoldingRange {
  const known = kinds[kind];
  return { startLine: first, endLine: last, ...(known === undefined ? {} : { kind: known }) };
}

/** Sections matter more than what is in them. */
function limited(found: readonly Fold[], most: number): readonly Fold[] {
  if (found.length <= most) return found;
  const sections = found.filter(({ kind }) => kind === "section");
  const others = found.filter(({ kind }) => kind !== "section");
  return [...sections, ...others].slice(0, most).sort((left, right) => left.first - right.first);
}
