// Splits the arguments of applications and functions as Asterisk does (__ast_app_separate_args in main/app.c).

/**
 * The arguments, `most` at most: the last one keeps all that is left. Parentheses, brackets and quotes protect the
 * delimiter. Quotes and backslashes go, but in that last argument; `raw` keeps them everywhere.
 */
export function separateArguments(data: string, delimiter: string, most: number, raw = false): string[] {
  const found: string[] = [];
  const depth = { parenthesis: 0, bracket: 0 };
  let quoted = false;
  let at = 0;
  let delimited = false;
  while (at < data.length && found.length < most - 1) {
    let piece = "";
    delimited = false;
    for (; at < data.length && !delimited; at++) {
      const char = data[at] ?? "";
      let kept = char;
      if (char === "(") depth.parenthesis++;
      else if (char === ")") depth.parenthesis = Math.max(0, depth.parenthesis - 1);
      else if (char === "[") depth.bracket++;
      else if (char === "]") depth.bracket = Math.max(0, depth.bracket - 1);
      else if (char === '"' && delimiter !== '"') {
        quoted = !quoted;
        if (!raw) kept = "";
      } else if (char === "\\") {
        kept = (raw ? char : "") + (data[at + 1] ?? "");
        at++;
      } else if (char === delimiter && !quoted && depth.parenthesis === 0 && depth.bracket === 0) {
        delimited = true;
        kept = "";
      }
      piece += kept;
    }
    found.push(piece);
  }
  if (at < data.length || delimited) found.push(data.slice(at));
  return found;
}

/** The character that a text begins with, escapes such as \\n and \\x41 read; undefined where there is none. */
export function encodedCharacter(
  text: string,
): { readonly character: string; readonly length: number } | undefined {
  if (text === "") return undefined;
  if (text[0] !== "\\") return { character: text[0] ?? "", length: 1 };
  const kind = text[1] ?? "";
  if (kind === "x") {
    const digits = /^[0-9A-Fa-f]{1,2}/.exec(text.slice(2, 4))?.[0];
    if (digits === undefined) return undefined;
    return { character: byte(Number.parseInt(digits, 16)), length: 2 + digits.length };
  }
  if (kind === "0") {
    const digits = /^[0-7]*/.exec(text.slice(2, 40))?.[0] ?? "";
    return { character: byte(Number.parseInt(digits.slice(-3) || "0", 8)), length: 2 + digits.length };
  }
  const plain: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
  return { character: plain[kind] ?? kind, length: 2 };
}

/** A zero byte ends a text in C. */
function byte(code: number): string {
  return (code & 255) === 0 ? "" : String.fromCharCode(code & 255);
}

/** A text with all its escapes read. */
export function encodedText(text: string): string {
  let result = "";
  for (let at = 0; ; ) {
    const next = encodedCharacter(text.slice(at, at + 48));
    if (next === undefined) return result;
    result += next.character;
    at += next.length;
  }
}
