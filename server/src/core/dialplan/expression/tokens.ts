// Cuts an expression into its tokens as Asterisk's scanner does (main/ast_expr2.fl). Offsets count in the text that
// is given; for evaluation that is a text of bytes, one unit each.

/** The tokens' names, as messages show them. */
export type TokenKind =
  | "<token>"
  | "?"
  | "::"
  | "|"
  | "&"
  | "="
  | ">"
  | "<"
  | ">="
  | "<="
  | "!="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "!"
  | ":"
  | "=~"
  | "~~"
  | ","
  | ")"
  | "(";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  /** Behind its last character. */
  readonly end: number;
  /** Whether it is a number as it is written, such as 007 or 3.5. */
  readonly numeric: boolean;
}

const operators: Readonly<Record<string, TokenKind>> = {
  "||": "|",
  "&&": "&",
  "==": "=",
  "=~": "=~",
  "~~": "~~",
  ">=": ">=",
  "<=": "<=",
  "!=": "!=",
  "::": "::",
  "|": "|",
  "&": "&",
  "=": "=",
  ">": ">",
  "<": "<",
  "+": "+",
  ",": ",",
  "-": "-",
  "*": "*",
  "/": "/",
  "%": "%",
  "?": "?",
  "!": "!",
  ":": ":",
  "(": "(",
  ")": ")",
};

const word = /(?:[a-zA-Z0-9.';\\_^#@]|[\x80-\uffff]|\$[^{])+/y;
const number = /[0-9]+(?:\.[0-9]+)?/y;

/** The tokens in order; characters that fit nothing are skipped, as Asterisk does. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const token = tokenAt(text, at);
    if (token === undefined) at++;
    else {
      if (token !== "lost") tokens.push(token);
      at = token === "lost" ? text.length : token.end;
    }
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token | "lost" | undefined {
  if (text[start] === '"') return quoted(text, start);
  if (text.startsWith("${", start)) return reference(text, start, start + 2);
  const wordEnd = endOf(word, text, start);
  if (wordEnd !== undefined && text.startsWith("${", wordEnd)) return reference(text, start, wordEnd + 2);
  const numberEnd = endOf(number, text, start);
  if (numberEnd !== undefined && numberEnd >= (wordEnd ?? 0))
    return token("<token>", text, start, numberEnd, true);
  if (wordEnd !== undefined) return token("<token>", text, start, wordEnd);
  for (const length of [2, 1]) {
    const kind = operators[text.slice(start, start + length)];
    if (kind !== undefined && start + length <= text.length) return token(kind, text, start, start + length);
  }
  return undefined;
}

function token(kind: TokenKind, text: string, start: number, end: number, numeric = false): Token {
  return { kind, text: text.slice(start, end), start, end, numeric };
}

function endOf(expression: RegExp, text: string, start: number): number | undefined {
  expression.lastIndex = start;
  return expression.test(text) ? expression.lastIndex : undefined;
}

function quoted(text: string, start: number): Token | undefined {
  const close = text.indexOf('"', start + 1);
  return close < 0 ? undefined : token("<token>", text, start, close + 1);
}

/**
 * A `${...}` that is still in the text, because a value held it, goes into one token with what is glued to it; an
 * unclosed one takes the rest of the text with it.
 */
function reference(text: string, start: number, inner: number): Token | "lost" {
  let at = inner;
  for (;;) {
    const close = closingBrace(text, at);
    if (close === undefined) return "lost";
    at = close;
    while (at < text.length && !/[-\t\r \n$():?%/+=*<>!|&]/.test(text[at] ?? "")) at++;
    if (!text.startsWith("${", at)) return token("<token>", text, start, at);
    at += 2;
  }
}

function closingBrace(text: string, start: number): number | undefined {
  let level = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") level++;
    else if (text[at] === "}" && --level === 0) return at + 1;
  }
  return undefined;
}
