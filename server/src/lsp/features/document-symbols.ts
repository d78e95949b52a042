// The outline of a document, as a tree or, for clients that know no trees, as a list.

import {
  type ClientCapabilities,
  type DocumentSymbol,
  type SymbolInformation,
  SymbolKind,
} from "vscode-languageserver";
import { type FileSymbol, fileSymbols, mostSymbols } from "../../core/editor-api.ts";
import type { Feature } from "../feature.ts";
import { type Inspected, inspect } from "../inspect.ts";
import type { Snapshot } from "../snapshot.ts";

const kinds: Readonly<Record<FileSymbol["kind"], SymbolKind>> = {
  section: SymbolKind.Namespace,
  object: SymbolKind.Object,
  template: SymbolKind.Class,
  context: SymbolKind.Namespace,
  extension: SymbolKind.Function,
  label: SymbolKind.Key,
  option: SymbolKind.Property,
  variable: SymbolKind.Variable,
  statement: SymbolKind.Property,
  include: SymbolKind.File,
};

export const documentSymbolFeature: Feature = {
  capabilities: () => ({ documentSymbolProvider: { label: "Asterisk" } }),
  listen: (session) => {
    /** What was answered of the files of a snapshot, by URI: a window with several views asks for each of them. */
    const answered = new WeakMap<Snapshot, Map<string, Answer>>();
    session.connection.onDocumentSymbol(
      session.guard.later("document symbols", [], ({ textDocument: { uri } }): Answer => {
        const inspected = inspect(session, uri);
        if (inspected === undefined) return [];
        const known = answered.get(inspected.snapshot) ?? new Map<string, Answer>();
        answered.set(inspected.snapshot, known);
        const answer = known.get(uri) ?? answerOf(inspected, uri, session.client());
        known.set(uri, answer);
        return answer;
      }),
    );
  },
};

type Answer = DocumentSymbol[] | SymbolInformation[];

function answerOf(inspected: Inspected, uri: string, { textDocument }: ClientCapabilities): Answer {
  const symbols = fileSymbols(inspected.subject, mostSymbols);
  if (textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true)
    return symbols.map((symbol) => treeOf(inspected, symbol));
  return symbols.flatMap((symbol) => listOf(inspected, symbol, uri, undefined));
}

function treeOf(inspected: Inspected, symbol: FileSymbol): DocumentSymbol {
  const { name, detail, kind, span, nameSpan, children } = symbol;
  return {
    name,
    ...(detail === "" ? {} : { detail }),
    kind: kinds[kind],
    range: inspected.range(span),
    selectionRange: inspected.range(within(nameSpan, span)),
    ...(children.length === 0 ? {} : { children: children.map((child) => treeOf(inspected, child)) }),
  };
}

/** A protocol's rule: the name lies within the whole. */
function within(inner: FileSymbol["span"], outer: FileSymbol["span"]): FileSymbol["span"] {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(inner.end, outer.end)) };
}

/** A list has room for what one looks for by name. */
function listOf(
  inspected: Inspected,
  { name, kind, span, children }: FileSymbol,
  uri: string,
  container: string | undefined,
): SymbolInformation[] {
  if (kind === "option" || kind === "statement") return [];
  const location = { uri, range: inspected.range(span) };
  const own = { name, kind: kinds[kind], location };
  return [
    container === undefined ? own : { ...own, containerName: container },
    ...children.flatMap((child) => listOf(inspected, child, uri, name)),
  ];
}
