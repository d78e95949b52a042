// Completion: what is proposed at a cursor, and the documentation of what the user looks at.

import {
  type CancellationToken,
  type ClientCapabilities,
  CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
  type Range,
} from "vscode-languageserver";
import type { Span } from "../../core/api.ts";
import {
  completionAt,
  holdsLetters,
  type ItemKind,
  type CompletionItem as Proposal,
  type Topic,
  topicDocumentation,
} from "../../core/editor-api.ts";
import type { Feature, Session } from "../feature.ts";
import { inspect } from "../inspect.ts";
import { markup } from "../markup.ts";

const triggers: readonly string[] = ["=", "(", ",", "/", "$", "{", "[", "&", "@", " "];

/** A command of VS Code; a client says that it has it. */
const suggest = "editor.action.triggerSuggest";

export const completionFeature: Feature = {
  capabilities: () => ({ completionProvider: { triggerCharacters: [...triggers], resolveProvider: true } }),
  listen: (session) => {
    const { connection, guard } = session;
    connection.onCompletion(guard.around("completion", null, (params) => complete(session, params)));
    connection.onCompletionResolve((item, token) =>
      guard.later("documentation of a proposal", item, (_: CancellationToken) => resolve(session, item))(
        token,
      ),
    );
  },
};

/** What an item takes along, to be documented later. */
interface Data {
  readonly uri: string;
  readonly topic: Topic;
}

function complete(
  session: Session,
  { textDocument, position, context }: CompletionParams,
): CompletionList | null {
  const inspected = inspect(session, textDocument.uri);
  if (inspected === undefined) return null;
  const offset = inspected.offset(position);
  const { items, incomplete } = completionAt(inspected.subject, offset, context?.triggerCharacter);
  const able = abilities(session.client());
  /** Nearly all items replace the same. */
  const ranges = new Map<Span, Range>();
  const rangeOf = (span: Span): Range => {
    const range = ranges.get(span) ?? inspected.range(span);
    ranges.set(span, range);
    return range;
  };
  const text = inspected.snapshot.text(inspected.subject.file);
  const fitting = items.filter((item) => fits(item, text.slice(item.span.start, offset)));
  return {
    // What does not fit now may do so when the user takes a letter back.
    isIncomplete: incomplete || fitting.length < items.length,
    items: fitting.map((item) => itemOf(item, rangeOf(item.span), textDocument.uri, able)),
  };
}

/** Whether an editor can show it for what is typed. */
function fits({ label, filter = label }: Proposal, typed: string): boolean {
  return typed === "" || holdsLetters(filter.toLowerCase(), typed.toLowerCase());
}

interface Abilities {
  readonly snippets: boolean;
  readonly deprecatedTag: boolean;
  readonly deprecated: boolean;
  readonly suggests: boolean;
}

function abilities({ textDocument, experimental }: ClientCapabilities): Abilities {
  const item = textDocument?.completion?.completionItem;
  const commands: unknown = experimental?.commands?.commands;
  return {
    snippets: item?.snippetSupport === true,
    deprecatedTag: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    deprecated: item?.deprecatedSupport === true,
    suggests: Array.isArray(commands) && commands.includes(suggest),
  };
}

function itemOf(
  { label, kind, detail, text, snippet, sort, filter, deprecated, topic, goesOn }: Proposal,
  range: Range,
  uri: string,
  able: Abilities,
): CompletionItem {
  const inserted = able.snippets ? snippet : undefined;
  const item = CompletionItem.create(label);
  item.kind = kinds[kind];
  item.sortText = sort;
  item.textEdit = { range, newText: inserted ?? text };
  if (inserted !== undefined) item.insertTextFormat = InsertTextFormat.Snippet;
  if (detail !== undefined) item.detail = detail;
  if (filter !== undefined && filter !== label) item.filterText = filter;
  if (deprecated && able.deprecatedTag) item.tags = [CompletionItemTag.Deprecated];
  else if (deprecated && able.deprecated) item.deprecated = true;
  if (topic !== undefined) item.data = { uri, topic } satisfies Data;
  if (goesOn && able.suggests) item.command = { title: "", command: suggest };
  return item;
}

function resolve(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as Data | undefined;
  if (data === undefined) return item;
  const inspected = inspect(session, data.uri);
  if (inspected === undefined) return item;
  const value = topicDocumentation(inspected.subject.installation, data.topic);
  if (value === undefined) return item;
  const formats = session.client().textDocument?.completion?.completionItem?.documentationFormat;
  return { ...item, documentation: markup(value, formats) };
}

const kinds: Readonly<Record<ItemKind, CompletionItemKind>> = {
  type: CompletionItemKind.Class,
  option: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  object: CompletionItemKind.Reference,
  template: CompletionItemKind.Interface,
  codec: CompletionItemKind.EnumMember,
  context: CompletionItemKind.Module,
  extension: CompletionItemKind.Method,
  label: CompletionItemKind.Constant,
  application: CompletionItemKind.Function,
  function: CompletionItemKind.Operator,
  variable: CompletionItemKind.Variable,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  keyword: CompletionItemKind.Keyword,
  letter: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};
