// How the search works: the same for the index that is built with the site and for the page that reads it.

/** Something that can be found. */
export interface SearchEntry {
  readonly id: number;
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

/** For one search: of all the words of a long line, most have to fit; a word that is being typed may be unfinished. */
export function queryOptions(query: string): {
  boost: Record<string, number>;
  prefix: (term: string, index: number, terms: string[]) => boolean;
  fuzzy: (term: string) => number | false;
  combineWith: "AND" | "OR";
} {
  const long = words(query).length > 4;
  return {
    boost: { title: 4, summary: 2, log: long ? 4 : 1.5 },
    prefix: (_term, index, terms) => index === terms.length - 1,
    fuzzy: (term) => (!long && term.length > 4 ? 0.2 : false),
    combineWith: long ? "OR" : "AND",
  };
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
