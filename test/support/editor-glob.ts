// The part of VS Code's file name patterns that the extension uses: "*", "**", "{a,b}" and sets.

/** Whether a whole path or name is matched. "*" stays within a folder. */
export function globMatches(pattern: string, path: string): boolean {
  return new RegExp(`^${expression(pattern)}$`).test(path);
}

function expression(pattern: string): string {
  let result = "";
  let depth = 0;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? "";
    if (pattern.startsWith("**/", index)) {
      result += "(?:.*/)?";
      index += 2;
    } else if (character === "*") result += "[^/]*";
    else if (character === "?") result += "[^/]";
    else if (character === "{") {
      depth++;
      result += "(?:";
    } else if (character === "}") {
      depth--;
      result += ")";
    } else if (character === "," && depth > 0) result += "|";
    else if (character === "[" || character === "]" || character === "-") result += character;
    else result += character.replace(/[.+^$()|\\]/, "\\$&");
  }
  return result;
}
