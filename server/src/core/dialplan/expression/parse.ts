// Parses an expression as Asterisk's parser does (main/ast_expr2.y, a table made by bison): which operators bind
// tighter, what is worked out before a mistake is met, where a mistake is met, and what is said of it then.

import { type Token, type TokenKind, tokensOf } from "./tokens.ts";

export type BinaryOperator = Exclude<TokenKind, "<token>" | "?" | "::" | "!" | "," | ")" | "(">;

/** A piece of an expression; offsets count in the text that was parsed. */
export type ExpressionNode = ValueNode | UnaryNode | BinaryNode | ConditionalNode | CallNode;

interface NodeSpan {
  readonly start: number;
  readonly end: number;
}

/** A word, a number or a quoted text. */
export interface ValueNode extends NodeSpan {
  readonly kind: "value";
  readonly token: Token;
}

export interface UnaryNode extends NodeSpan {
  readonly kind: "unary";
  readonly operator: "-" | "!";
  readonly operand: ExpressionNode;
}

export interface BinaryNode extends NodeSpan {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** `condition ? yes :: no`. */
export interface ConditionalNode extends NodeSpan {
  readonly kind: "conditional";
  readonly condition: ExpressionNode;
  readonly yes: ExpressionNode;
  readonly no: ExpressionNode;
}

/** `NAME(arguments)`; an argument that was left out is undefined. */
export interface CallNode extends NodeSpan {
  readonly kind: "call";
  readonly name: Token;
  readonly arguments: readonly (ExpressionNode | undefined)[];
}

/** A syntax error. */
export interface SyntaxFault {
  /** What the parser says: `syntax error, unexpected '=', expecting $end`. */
  readonly message: string;
  /** The token that does not fit; at the end of the text it is empty. */
  readonly start: number;
  readonly end: number;
}

export interface ParsedExpression {
  /** In the order in which Asterisk works them out; it does so with those before a syntax error as well. */
  readonly nodes: readonly ExpressionNode[];
  /** What the expression stands for; "empty" for an empty text, "none" where an error came too early. */
  readonly result: ExpressionNode | "empty" | "none";
  readonly fault: SyntaxFault | undefined;
}

const levels: Readonly<Partial<Record<TokenKind, number>>> = {
  "?": 2,
  "::": 2,
  "|": 3,
  "&": 4,
  "=": 5,
  ">": 5,
  "<": 5,
  ">=": 5,
  "<=": 5,
  "!=": 5,
  "+": 6,
  "-": 6,
  "*": 7,
  "/": 7,
  "%": 7,
  ":": 9,
  "=~": 9,
  "~~": 9,
};

/** That of the signs before an operand. */
const unaryLevel = 8;

/** What is open while the parser reads on. */
type Open =
  | { readonly kind: "unary"; readonly token: Token }
  | { readonly kind: "binary"; readonly token: Token; readonly left: ExpressionNode; readonly level: number }
  | { readonly kind: "then"; readonly condition: ExpressionNode }
  | { readonly kind: "else"; readonly condition: ExpressionNode; readonly yes: ExpressionNode }
  | { readonly kind: "group"; readonly token: Token }
  | { readonly kind: "call"; readonly name: Token; readonly arguments: (ExpressionNode | undefined)[] };

const operandExpected = "expecting '-' or '!' or '(' or '<token>'";
const argumentEnd = "expecting ',' or ')'";

/** Asterisk's list of the tokens' names lacks the one, and finds "=" at the beginning of the other. */
const misnamed: Readonly<Partial<Record<TokenKind, string>>> = {
  "~~": "TOK_TILDETILDE",
  "=~": "'='TILDE",
};

export function parseExpression(text: string, tokens: readonly Token[] = tokensOf(text)): ParsedExpression {
  return new Parser(text, tokens).parse();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #nodes: ExpressionNode[] = [];
  readonly #open: Open[] = [];
  #at = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  parse(): ParsedExpression {
    const first = this.#tokens[0];
    if (first === undefined) return this.#end("empty");
    if (!beginsOperand(first)) return this.#end("empty", "expecting $end");
    for (;;) {
      const operand = this.#operand();
      if (operand === undefined) return this.#end("none", operandExpected);
      const ended = this.#afterOperand(operand);
      if (ended !== undefined) return ended;
    }
  }

  /** Reads signs and parentheses up to a value; undefined where there is none. */
  #operand(): ExpressionNode | undefined {
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token === undefined || !beginsOperand(token)) {
        const call = this.#open.at(-1);
        // The last argument of a function may be left out, behind a comma.
        if (call?.kind !== "call" || call.arguments.length === 0) return undefined;
        return missing;
      }
      this.#at++;
      if (token.kind === "<token>") {
        if (this.#tokens[this.#at]?.kind !== "(")
          return this.#made({ kind: "value", ...spanOf(token), token });
        this.#at++;
        this.#open.push({ kind: "call", name: token, arguments: [] });
      } else this.#open.push({ kind: token.kind === "(" ? "group" : "unary", token });
    }
  }

  /** What follows an operand, up to where the next one has to begin; the result where the text or its sense ends. */
  #afterOperand(operand: ExpressionNode): ParsedExpression | undefined {
    let node = operand;
    for (;;) {
      const token = this.#tokens[this.#at];
      node = this.#reduced(node, token);
      const open = this.#open.at(-1);
      if (node !== missing && token !== undefined) {
        const level = levels[token.kind];
        if (level !== undefined && token.kind !== "::") {
          this.#at++;
          if (token.kind === "?") this.#open.push({ kind: "then", condition: node });
          else this.#open.push({ kind: "binary", token, left: node, level });
          return undefined;
        }
        if (open?.kind === "then" && token.kind === "::") {
          this.#at++;
          this.#open.pop();
          this.#open.push({ kind: "else", condition: open.condition, yes: node });
          return undefined;
        }
        if (open?.kind === "group" && token.kind === ")") {
          this.#at++;
          this.#open.pop();
          continue;
        }
      }
      if (open?.kind !== "call") {
        if (open !== undefined) return this.#end("none", "");
        return this.#end(node, token === undefined ? undefined : "expecting $end");
      }
      open.arguments.push(node === missing ? undefined : node);
      if (token?.kind !== "," && token?.kind !== ")") return this.#end("none", argumentEnd);
      this.#at++;
      if (token.kind === ",") return undefined;
      this.#open.pop();
      const { name } = open;
      node = this.#made({
        kind: "call",
        start: name.start,
        end: token.end,
        name,
        arguments: open.arguments,
      });
    }
  }

  /** Works out the operators to the left that bind at least as strongly as what follows. */
  #reduced(operand: ExpressionNode, next: Token | undefined): ExpressionNode {
    if (operand === missing) return operand;
    const level = (next === undefined ? undefined : levels[next.kind]) ?? 0;
    let node = operand;
    for (;;) {
      const open = this.#open.at(-1);
      if (open?.kind === "unary" && level <= unaryLevel) {
        const operator = open.token.kind === "!" ? "!" : "-";
        node = this.#made({ kind: "unary", start: open.token.start, end: node.end, operator, operand: node });
      } else if (open?.kind === "binary" && level <= open.level) {
        const operator = open.token.kind as BinaryOperator;
        const { left } = open;
        node = this.#made({ kind: "binary", start: left.start, end: node.end, operator, left, right: node });
      } else if (open?.kind === "else" && level <= 2) {
        const { condition, yes } = open;
        node = this.#made({
          kind: "conditional",
          start: condition.start,
          end: node.end,
          condition,
          yes,
          no: node,
        });
      } else return node;
      this.#open.pop();
    }
  }

  #made(node: ExpressionNode): ExpressionNode {
    this.#nodes.push(node);
    return node;
  }

  #end(result: ParsedExpression["result"], expecting?: string): ParsedExpression {
    if (expecting === undefined) return { nodes: this.#nodes, result, fault: undefined };
    const token = this.#tokens[this.#at];
    const length = this.#text.length;
    const { start, end } = token ?? { start: length, end: length };
    const shown = token === undefined ? "$end" : (misnamed[token.kind] ?? `'${token.kind}'`);
    const message = `syntax error, unexpected ${shown}${expecting === "" ? "" : `, ${expecting}`}`;
    return { nodes: this.#nodes, result, fault: { message, start, end } };
  }
}

/** Stands for an argument that is left out; never among the nodes. */
const missing: ExpressionNode = {
  kind: "value",
  start: 0,
  end: 0,
  token: { kind: "<token>", text: "", start: 0, end: 0, numeric: false },
};

function beginsOperand({ kind }: Token): boolean {
  return kind === "<token>" || kind === "-" || kind === "!" || kind === "(";
}

function spanOf({ start, end }: Token): { start: number; end: number } {
  return { start, end };
}
