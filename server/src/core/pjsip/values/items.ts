// Cuts a list value into items and remembers where each stood.

import { isBlank } from "../../text/ascii.ts";

/** An item of a list: its text and where that stands in the value. */
export interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts at each of the separators; items keep their blanks. An empty value has one empty item. */
export function rawItems(value: string, separators: string): readonly Item[] {
  const items: Item[] = [];
  let start = 0;
  for (let at = 0; at <= value.length; at++) {
    if (at < value.length && !separators.includes(value.charAt(at))) continue;
    items.push({ text: value.slice(start, at), start, end: at });
    start = at + 1;
  }
  return items;
}

/** Cuts at commas and trims blanks around the items, as strsep and ast_strip do together. */
export function strippedItems(value: string, separators = ","): readonly Item[] {
  return rawItems(value, separators).map((item) => stripped(value, item.start, item.end));
}

/** The piece of a value without blanks around it. */
export function stripped(value: string, start: number, end: number): Item {
  while (start < end && isBlank(value.charCodeAt(start))) start++;
  while (end > start && isBlank(value.charCodeAt(end - 1))) end--;
  return { text: value.slice(start, end), start, end };
}

/**
 * Cuts as ast_strsep of main/utils.c does: separators inside quotes or behind a backslash do not count.
 * Items that are blank keep their blanks, others are trimmed.
 */
export function quotedItems(value: string, separator: string): readonly Item[] {
  const items: Item[] = [];
  let start = 0;
  const quotes: string[] = [];
  const take = (end: number): void => {
    const item = stripped(value, start, end);
    items.push(item.text === "" ? { text: value.slice(start, end), start, end } : item);
  };
  for (let at = 0; at < value.length; at++) {
    let character = value.charAt(at);
    if (character === "\\") {
      at += 2;
      character = value.charAt(at);
    }
    if (character === "'" || character === '"') {
      if (quotes.at(-1) === character) quotes.pop();
      else quotes.push(character);
    }
    if (character === separator && quotes.length === 0) {
      take(at);
      start = at + 1;
    }
  }
  take(value.length);
  return items;
}
