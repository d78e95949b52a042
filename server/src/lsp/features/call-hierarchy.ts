// Which contexts lead to a context, and where it leads.

import { type CallHierarchyItem, type Range, SymbolKind } from "vscode-languageserver";
import { type CallEdge, type CallItem, callItem, incomingCalls, outgoingCalls } from "../../core/api.ts";
import type { Feature } from "../feature.ts";
import { type Inspected, inspect, inspectAt } from "../inspect.ts";

export const callHierarchyFeature: Feature = {
  capabilities: () => ({ callHierarchyProvider: true }),
  listen: (session) => {
    const { guard, connection } = session;
    connection.languages.callHierarchy.onPrepare(
      guard.around("call hierarchy", null, ({ textDocument, position }) => {
        const inspected = inspect(session, textDocument.uri);
        const item = inspected && callItem(inspected.subject, inspected.offset(position));
        return inspected === undefined || item === undefined ? null : [itemOf(inspected, item)];
      }),
    );
    connection.languages.callHierarchy.onIncomingCalls(
      guard.around("incoming calls", null, ({ item }) => {
        const inspected = inspectAt(session, item.uri);
        return incomingCalls(inspected.subject, nameOf(item)).map((edge) => ({
          from: itemOf(inspected, edge.item),
          fromRanges: rangesIn(inspected, edge, edge.item.file),
        }));
      }),
    );
    connection.languages.callHierarchy.onOutgoingCalls(
      guard.around("outgoing calls", null, ({ item }) => {
        const inspected = inspectAt(session, item.uri);
        return outgoingCalls(inspected.subject.installation, nameOf(item)).map((edge) => ({
          to: itemOf(inspected, edge.item),
          fromRanges: rangesIn(inspected, edge, inspected.subject.file),
        }));
      }),
    );
  },
};

/** An editor may hand back what it likes. */
function nameOf({ data, name }: CallHierarchyItem): string {
  return typeof data === "string" ? data : name;
}

/** The protocol has no place for ranges in other files than that of the item. */
function rangesIn(inspected: Inspected, { ranges }: CallEdge, file: string): Range[] {
  return ranges.filter((one) => one.file === file).map(({ span }) => inspected.range(span, file));
}

function itemOf(inspected: Inspected, { kind, name, detail, file, span }: CallItem): CallHierarchyItem {
  const range = inspected.range(span, file);
  return {
    name,
    kind: kind === "context" ? SymbolKind.Namespace : SymbolKind.Object,
    detail,
    uri: inspected.uri(file),
    range,
    selectionRange: range,
    data: kind === "context" ? name : "",
  };
}
