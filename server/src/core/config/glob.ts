// The C library's glob with GLOB_BRACE, which #include uses: braces first, then *, ? and [...] within one
// name; a leading dot is matched by a dot only; each brace alternative is sorted by itself.

import { isMagic, splitBraces } from "./braces.ts";

/** The names in a folder, or undefined where the host does not know them (yet). */
export type ListFolder = (folder: string) => readonly string[] | undefined;

/** Paths that match, in the order in which Asterisk reads them; `unknown` where a folder could not be listed. */
export interface GlobResult {
  readonly paths: readonly string[];
  readonly unknown: boolean;
}

/** More alternatives than this are not expanded. */
const maximumAlternatives = 1000;

/** Expands a relative path with wildcards. A path without any is returned as it is, whether it exists or not. */
export function expandGlob(pattern: string, list: ListFolder): GlobResult {
  const paths: string[] = [];
  let unknown = false;
  for (const alternative of splitBraces(pattern, maximumAlternatives)) {
    if (!isMagic(alternative)) {
      // Within braces a name without wildcards has to exist; on its own it is handed on.
      if (alternative === pattern || exists(alternative)) paths.push(alternative);
      continue;
    }
    paths.push(...expand(alternative).sort(byBytes));
  }
  return { paths, unknown };

  function exists(path: string): boolean {
    const slash = path.lastIndexOf("/");
    return names(slash === -1 ? "" : path.slice(0, slash)).includes(path.slice(slash + 1));
  }

  function names(folder: string): readonly string[] {
    const found = list(folder);
    if (found === undefined) unknown = true;
    return found ?? [];
  }

  function expand(path: string): string[] {
    let folders = [""];
    const parts = path.split("/");
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      folders = folders.flatMap((folder) => step(folder, part, last));
    }
    return folders;
  }

  function step(folder: string, part: string, last: boolean): string[] {
    const prefix = folder === "" ? "" : `${folder}/`;
    if (!isMagic(part)) {
      if (last && !names(folder).includes(part)) return [];
      return [prefix + part];
    }
    const test = namePattern(part);
    return names(folder)
      .filter((name) => (name.startsWith(".") ? part.startsWith(".") : true) && test(name))
      .map((name) => prefix + name);
  }
}

function byBytes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

type Token =
  | { readonly kind: "star" }
  | { readonly kind: "one"; readonly has: (character: string) => boolean };

/** A test for one name; greedy with one point to return to, so it takes at most pattern times name steps. */
export function namePattern(pattern: string): (name: string) => boolean {
  const tokens = tokenize(pattern);
  return (name) => {
    let token = 0;
    let at = 0;
    let star = -1;
    let resume = 0;
    while (at < name.length) {
      const current = tokens[token];
      if (current?.kind === "star") {
        star = token++;
        resume = at;
      } else if (current?.kind === "one" && current.has(name[at] ?? "")) {
        token++;
        at++;
      } else if (star !== -1) {
        token = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return tokens.slice(token).every((rest) => rest.kind === "star");
  };
}

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? "";
    if (character === "*") tokens.push({ kind: "star" });
    else if (character === "?") tokens.push({ kind: "one", has: () => true });
    else if (character === "[") {
      const close = pattern.indexOf("]", at + (/^[!^]/.test(pattern.slice(at + 1)) ? 3 : 2));
      if (close === -1) tokens.push(exactly("["));
      else {
        tokens.push(characterSet(pattern.slice(at + 1, close)));
        at = close;
      }
    } else if (character === "\\" && at + 1 < pattern.length) tokens.push(exactly(pattern[++at] ?? ""));
    else tokens.push(exactly(character));
  }
  return tokens;
}

function exactly(character: string): Token {
  return { kind: "one", has: (other) => other === character };
}

function characterSet(text: string): Token {
  const negated = /^[!^]/.test(text);
  const items = negated ? text.slice(1) : text;
  const has = (character: string): boolean => {
    for (let at = 0; at < items.length; at++) {
      const low = items[at] ?? "";
      if (items[at + 1] === "-" && at + 2 < items.length) {
        if (character >= low && character <= (items[at + 2] ?? "")) return true;
        at += 2;
      } else if (character === low) return true;
    }
    return false;
  };
  return { kind: "one", has: negated ? (character) => !has(character) : has };
}
