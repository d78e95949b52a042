// What is proposed at a cursor, as plain data, and the list that collects it.

import { asciiLower } from "../../text/ascii.ts";
import type { Span } from "../../text/span.ts";

export type ItemKind =
  | "type"
  | "option"
  | "value"
  | "object"
  | "template"
  | "codec"
  | "context"
  | "extension"
  | "label"
  | "application"
  | "function"
  | "variable"
  | "file"
  | "folder"
  | "keyword"
  | "letter"
  | "snippet";

/** What the documentation of an item is about; it is written when somebody asks for it. */
export type Topic =
  | { readonly of: "type"; readonly name: string }
  | { readonly of: "option"; readonly type: string; readonly name: string }
  | { readonly of: "codec" | "application" | "function" | "variable"; readonly name: string }
  | {
      readonly of: "letter";
      readonly call: string;
      readonly what: "application" | "function";
      readonly letter: string;
    }
  | { readonly of: "extension"; readonly context: string; readonly name: string }
  /** A variable that the dialplan sets. */
  | { readonly of: "dialplan-variable"; readonly name: string }
  /** The section of a file whose header begins at an offset. */
  | { readonly of: "section"; readonly file: string; readonly start: number };

export interface CompletionItem {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail: string | undefined;
  /** What it replaces, and with what. */
  readonly span: Span;
  readonly text: string;
  /** The same with places to fill in, for clients that can. */
  readonly snippet: string | undefined;
  /** The likelier, the earlier in alphabetical order. */
  readonly sort: string;
  /** What is typed to find it, where that is not the label. */
  readonly filter: string | undefined;
  readonly deprecated: boolean;
  readonly topic: Topic | undefined;
  /** Whether what comes next can be completed too. */
  readonly goesOn: boolean;
}

export interface Completion {
  readonly items: readonly CompletionItem[];
  /** Whether there are more, which typing on would bring up. */
  readonly incomplete: boolean;
}

/** What has to be said of an item; the rest is as for most. */
export type Proposal = Pick<CompletionItem, "label" | "kind"> &
  Partial<Omit<CompletionItem, "label" | "kind" | "sort" | "span">> & {
    /** The lower, the likelier; 50 where it is left out. */
    readonly rank?: number;
    readonly span?: Span;
  };

const most = 500;

/** Collects proposals for one place. Of several with the same label and kind the first counts. */
export class Proposals {
  readonly span: Span;
  /** What is typed in front of the cursor. */
  readonly typed: string;
  readonly #items = new Map<string, CompletionItem>();
  /** In lower case. */
  readonly #labels = new Set<string>();

  constructor(span: Span, typed: string) {
    this.span = span;
    this.typed = typed;
  }

  /** Whether something is proposed under a name already, whatever its kind. */
  has(label: string): boolean {
    return this.#labels.has(asciiLower(label));
  }

  add(proposal: Proposal): void {
    const { label, kind, rank = 50, text = label, span = this.span } = proposal;
    const key = `${kind} ${label}`;
    if (this.#items.has(key)) return;
    this.#labels.add(asciiLower(label));
    this.#items.set(key, {
      label,
      kind,
      span,
      text,
      detail: proposal.detail,
      snippet: proposal.snippet,
      sort: `${String(Math.max(0, Math.min(999, rank))).padStart(3, "0")} ${asciiLower(label)}`,
      filter: proposal.filter,
      deprecated: proposal.deprecated === true,
      topic: proposal.topic,
      goesOn: proposal.goesOn === true,
    });
  }

  /** The likeliest first; of very many those that begin like what is typed, then those that hold its letters. */
  completion(): Completion {
    const all = [...this.#items.values()].sort(bySort);
    if (all.length <= most) return { items: all, incomplete: false };
    const typed = asciiLower(this.typed);
    const fitting = all.filter(({ filter, label }) => holdsLetters(asciiLower(filter ?? label), typed));
    const starts = fitting.filter(({ filter, label }) => asciiLower(filter ?? label).startsWith(typed));
    const others = fitting.filter(({ filter, label }) => !asciiLower(filter ?? label).startsWith(typed));
    return { items: [...starts, ...others].slice(0, most), incomplete: true };
  }
}

function bySort(left: CompletionItem, right: CompletionItem): number {
  return left.sort < right.sort ? -1 : left.sort > right.sort ? 1 : 0;
}

/** Whether the letters stand in a text in this order, as editors match them; both in lower case. */
export function holdsLetters(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Text within a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
