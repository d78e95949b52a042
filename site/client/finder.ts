// What can be found on the site, and how: the same for the index that is built with it and for the pages that read it.

import MiniSearch from "minisearch";
import { LogExplainer, readLogLine } from "../../server/src/core/rules/explain.ts";

/** Something that can be found. */
export interface SearchEntry {
  /** No two entries have the same. */
  readonly id: string;
  /** From the top of the site. */
  readonly path: string;
  readonly title: string;
  /** What kind of thing it is: "rule", "command" ... */
  readonly kind: string;
  readonly summary: string;
  /** Messages of Asterisk's log. */
  readonly log: string;
  readonly text: string;
}

/** What a result tells besides its score. */
export type StoredField = "path" | "title" | "kind" | "summary";

export type Found = Pick<SearchEntry, StoredField>;

/** For MiniSearch, on both sides. */
export const searchOptions: {
  fields: string[];
  storeFields: StoredField[];
  tokenize: (text: string) => string[];
} = {
  fields: ["title", "summary", "log", "text"],
  storeFields: ["path", "title", "kind", "summary"],
  tokenize: words,
};

/** What the script of the index holds. */
export interface SearchData {
  /** MiniSearch's own form. */
  readonly index: Parameters<typeof MiniSearch.loadJS>[0];
  /** The messages of Asterisk's log by rule, as on its page. */
  readonly logs: Readonly<Record<string, string>>;
}

/** Results below this part of the best score are noise. */
const worthShowing = 0.15;

/** Finds entries by words, and rules by a line of Asterisk's log. */
export class Finder {
  readonly #index: MiniSearch<SearchEntry>;
  readonly #explainer: LogExplainer;

  constructor({ index, logs }: SearchData) {
    this.#index = MiniSearch.loadJS<SearchEntry>(index, searchOptions);
    this.#explainer = new LogExplainer(new Map(Object.entries(logs)));
  }

  /** What fits a query, the best first. */
  find(query: string): Found[] {
    const { message } = readLogLine(query);
    const explained = this.#explainer.rulesFor(message).map((rule) => this.#stored(ruleKey(rule)));
    const paths = new Set(explained.map(({ path }) => path));
    return [...explained, ...this.#byWords(message).filter(({ path }) => !paths.has(path))];
  }

  /** All words have to fit, of which the last may be unfinished; where none has them all, most of them. */
  #byWords(query: string): Found[] {
    const common = {
      boost: { title: 4, summary: 2, log: 1.5 },
      prefix: (_term: string, index: number, terms: string[]) => index === terms.length - 1,
    };
    const all = this.#index.search(query, {
      ...common,
      combineWith: "AND",
      fuzzy: (term) => (term.length > 4 ? 0.25 : false),
    });
    const results = all.length > 0 ? all : this.#index.search(query, { ...common, combineWith: "OR" });
    const least = (results[0]?.score ?? 0) * worthShowing;
    return results.filter(({ score }) => score > least).map(({ id }) => this.#stored(id));
  }

  #stored(id: string): Found {
    return this.#index.getStoredFields(id) as unknown as Found;
  }
}

/** The id of a rule's entry. */
export function ruleKey(rule: string): string {
  return `rule ${rule}`;
}

/** Words of names such as `dtmf_mode` and `codec/unknown-codec`, whole and in their pieces. */
function words(text: string): string[] {
  const found: string[] = [];
  for (const [word] of text.matchAll(/[\p{L}\p{N}_]+/gu)) {
    found.push(word);
    if (word.includes("_")) found.push(...word.split("_").filter((piece) => piece !== ""));
  }
  return found;
}
