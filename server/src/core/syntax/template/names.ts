// Placeholders that are nothing but a name: ${NAME} of envsubst, @NAME@ of autoconf, and what a team agreed upon.

import type { Span } from "../../text/span.ts";

/** What stands before and behind a name that a team's own program replaces, such as "@@" and "@@". */
export interface PlaceholderMarks {
  readonly open: string;
  readonly close: string;
}

export interface NameSettings {
  /** Marks of the team's own. */
  readonly marks: readonly PlaceholderMarks[];
  readonly autoconf: boolean;
  /**
   * Which ${NAME} are placeholders: none; all of them; "foreign": those in capitals that are no variable of
   * Asterisk's and stand nowhere else in the file.
   */
  readonly variables: "none" | "all" | "foreign";
  readonly isVariable: (name: string) => boolean;
}

const name = "[A-Za-z_][\\w.:-]{0,100}";
const braced = /\$\{([A-Za-z_]\w*)(?:[:?+=-][^{}\n]*)?\}|\$([A-Z][A-Z0-9]*_[A-Z0-9_]+)/g;

/** Whether a text can hold any of them; quick, for whole files. */
export function mayHoldNames(text: string, { marks, autoconf, variables }: NameSettings): boolean {
  return (
    (variables !== "none" && text.includes("$")) ||
    (autoconf && text.includes("@")) ||
    marks.some(({ open }) => open !== "" && text.includes(open))
  );
}

/** All of them, in order. */
export function findNames(text: string, settings: NameSettings): Span[] {
  const found: Span[] = [];
  const { variables, isVariable } = settings;
  if (variables !== "none") {
    const own = variables === "all" ? undefined : namesOutside(text);
    for (const match of text.matchAll(braced)) {
      const word = match[1] ?? match[2] ?? "";
      if (isVariable(word)) continue;
      if (own !== undefined && (!/^[A-Z][A-Z0-9_]{2,}$/.test(word) || own.has(word))) continue;
      found.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  if (settings.autoconf) found.push(...matches(text, /@[A-Za-z_]\w*@/g));
  for (const { open, close } of settings.marks) {
    if (open === "") continue;
    // Without an end a name goes on as long as it can.
    const rest = close === "" ? "" : `?[ \\t]{0,9}${quoted(close)}`;
    found.push(...matches(text, new RegExp(`${quoted(open)}[ \\t]{0,9}${name}${rest}`, "g")));
  }
  return found.sort((left, right) => left.start - right.start || right.end - left.end);
}

/** Names in capitals that are written without "${": something sets or reads them. */
function namesOutside(text: string): Set<string> {
  return new Set([...text.matchAll(/(?<![\w${])[A-Z][A-Z0-9_]{2,}/g)].map(([word]) => word));
}

function matches(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
