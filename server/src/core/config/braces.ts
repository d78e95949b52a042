/** Whether a path has a character that makes glob look into folders. */
export function isMagic(path: string): boolean {
  return /[*?[\\]/.test(path);
}

/** Splits `a{b,c}d` into `abd` and `acd`, nested and repeated, at most `limit`. A brace without partner stays as it is. */
export function splitBraces(path: string, limit: number): string[] {
  const open = path.indexOf("{");
  const parts = open === -1 ? undefined : alternatives(path, open);
  if (open === -1 || parts === undefined || path.startsWith("{}", open)) return [path];
  const before = path.slice(0, open);
  const results: string[] = [];
  for (const item of parts.items) {
    // What is full must not be worked out further: each pair of braces would double that.
    if (results.length >= limit) return results;
    for (const rest of splitBraces(item + path.slice(parts.end), limit)) {
      if (results.length >= limit) return results;
      results.push(before + rest);
    }
  }
  return results;
}

function alternatives(path: string, open: number): { items: string[]; end: number } | undefined {
  const items: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open + 1; at < path.length; at++) {
    const character = path[at];
    if (character === "{") depth++;
    else if (character === "}" && depth > 0) depth--;
    else if (character === "," && depth === 0) {
      items.push(path.slice(from, at));
      from = at + 1;
    } else if (character === "}") {
      items.push(path.slice(from, at));
      return { items, end: at + 1 };
    }
  }
  return undefined;
}
