// What a page of the site is before it gets its frame. Addresses in `body` begin with "/" for the top of the site;
// the frame makes them relative.

import type { SearchEntry } from "../client/finder.ts";

/** The entries of the menu. */
export type Section = "rules" | "command-line" | "settings" | "reports" | "editors" | "changelog";

export interface Heading {
  readonly level: number;
  readonly id: string;
  /** As HTML, without links. */
  readonly html: string;
}

/** A link of a list beside the page. */
export interface SideLink {
  readonly path: string;
  readonly text: string;
}

/** An entry of the search; only what is asked for by name needs an id. */
export type SearchItem = Omit<SearchEntry, "id"> & { readonly id?: string };

export interface Page {
  /** From the top of the site: "" for the home page, "rules/codec/" and the like. */
  readonly path: string;
  readonly title: string;
  /** One sentence for lists of search engines, without markup. */
  readonly description: string;
  readonly section?: Section;
  /** HTML below the title, with its h1. */
  readonly body: string;
  /** The headings of the body, for the list of contents. */
  readonly headings: readonly Heading[];
  /** The pages of the same group. */
  readonly siblings?: { readonly title: SideLink; readonly links: readonly SideLink[] };
  /** The pages above this one. */
  readonly trail?: readonly SideLink[];
  /** What the search finds here. */
  readonly search: readonly SearchItem[];
}
