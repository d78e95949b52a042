// Reads POSIX extended regular expressions as the C library does (regcomp with REG_EXTENDED), with its reasons for
// refusing one.

export type RegexNode =
  | { readonly kind: "empty" }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "set"; readonly has: (unit: number) => boolean }
  | { readonly kind: "all" | "any"; readonly parts: readonly RegexNode[] }
  | { readonly kind: "group"; readonly number: number; optional: boolean; readonly part: RegexNode }
  | { readonly kind: "repeat"; readonly part: RegexNode; readonly from: number; readonly to: number };

export interface ParsedRegex {
  readonly root: RegexNode;
  /** How many pairs of parentheses it has. */
  readonly groups: number;
  /** Whether it refers back to what a group matched; such a reference is read but never matches. */
  readonly backReference: boolean;
}

/** The C library refuses an expression; the message is its reason. */
export class RegexError extends Error {}

/** Groups nested deeper than this are refused, as the C library does where its memory ends. */
const maximumNesting = 250;

/** Throws a RegexError for an expression that the C library refuses. */
export function parseRegex(source: string, ignoreCase: boolean): ParsedRegex {
  return new Parser(source, ignoreCase).parse();
}

class Parser {
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  #open = 0;
  #groups = 0;
  #backReference = false;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  parse(): ParsedRegex {
    const root = this.#alternatives();
    return { root, groups: this.#groups, backReference: this.#backReference };
  }

  #alternatives(): RegexNode {
    const parts = [this.#branch()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      parts.push(this.#branch());
    }
    return parts.length === 1 ? (parts[0] ?? { kind: "empty" }) : { kind: "any", parts };
  }

  #branch(): RegexNode {
    const parts: RegexNode[] = [];
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at];
      if (character === "|" || (character === ")" && this.#open > 0)) break;
      parts.push(this.#repeated());
    }
    return { kind: "all", parts };
  }

  #repeated(): RegexNode {
    const character = this.#source[this.#at] ?? "";
    if ("*+?{".includes(character)) throw new RegexError("Invalid preceding regular expression");
    let node = this.#single();
    // An anchor takes no repetition: a following operator has nothing before it.
    if (node.kind === "start" || node.kind === "end") return node;
    for (;;) {
      const operator = this.#source[this.#at];
      const repeated = node;
      if (operator === "*") node = { kind: "repeat", part: node, from: 0, to: Number.POSITIVE_INFINITY };
      else if (operator === "+") node = { kind: "repeat", part: node, from: 1, to: Number.POSITIVE_INFINITY };
      else if (operator === "?") node = { kind: "repeat", part: node, from: 0, to: 1 };
      else if (operator === "{") node = this.#interval(node);
      else return node;
      if (operator !== "{") this.#at++;
      if (repeated.kind === "group" && node.kind === "repeat" && node.from !== node.to)
        repeated.optional = true;
    }
  }

  #interval(part: RegexNode): RegexNode {
    const found = /^\{([0-9]*)(,?)([0-9]*)\}/.exec(this.#source.slice(this.#at, this.#at + 20));
    if (found === null)
      throw new RegexError(
        this.#source.includes("}", this.#at) ? "Invalid content of \\{\\}" : "Unmatched { or \\{",
      );
    const [whole, low = "", comma = "", high = ""] = found;
    if (low === "" && (comma === "" || high === "")) throw new RegexError("Invalid content of \\{\\}");
    const from = low === "" ? 0 : Number(low);
    const to = comma === "" ? from : high === "" ? Number.POSITIVE_INFINITY : Number(high);
    if (from > to) throw new RegexError("Invalid content of \\{\\}");
    if (from > 32767 || (to !== Number.POSITIVE_INFINITY && to > 32767))
      throw new RegexError("Regular expression too big");
    this.#at += whole.length;
    return { kind: "repeat", part, from, to };
  }

  #single(): RegexNode {
    const character = this.#source[this.#at++] ?? "";
    if (character === "^") return { kind: "start" };
    if (character === "$") return { kind: "end" };
    if (character === ".") return { kind: "set", has: () => true };
    if (character === "(") return this.#group();
    if (character === "[") return this.#bracket();
    if (character === "\\") return this.#escape();
    return this.#literal(character.charCodeAt(0));
  }

  #group(): RegexNode {
    const number = ++this.#groups;
    this.#open++;
    if (this.#open > maximumNesting) throw new RegexError("Regular expression too big");
    const inner = this.#alternatives();
    if (this.#source[this.#at] !== ")") throw new RegexError("Unmatched ( or \\(");
    this.#at++;
    this.#open--;
    return { kind: "group", number, optional: false, part: inner };
  }

  #literal(unit: number): RegexNode {
    if (!this.#ignoreCase) return { kind: "set", has: (other) => other === unit };
    const lower = lowerUnit(unit);
    return { kind: "set", has: (other) => lowerUnit(other) === lower };
  }

  #escape(): RegexNode {
    const character = this.#source[this.#at++];
    if (character === undefined) throw new RegexError("Trailing backslash");
    const shorthand = shorthands[character];
    if (shorthand !== undefined) return { kind: "set", has: shorthand };
    if (/[1-9]/.test(character)) {
      this.#backReference = true;
      return { kind: "set", has: () => false };
    }
    if (character === "`") return { kind: "start" };
    if (character === "'") return { kind: "end" };
    return this.#literal(character.charCodeAt(0));
  }

  #bracket(): RegexNode {
    const negated = this.#source[this.#at] === "^";
    if (negated) this.#at++;
    const tests: ((unit: number) => boolean)[] = [];
    let first = true;
    while (first || this.#source[this.#at] !== "]") {
      if (this.#at >= this.#source.length) throw new RegexError("Unmatched [, [^, [:, [., or [=");
      tests.push(this.#bracketItem());
      first = false;
    }
    this.#at++;
    const ignoreCase = this.#ignoreCase;
    const has = (unit: number): boolean =>
      tests.some((test) => test(unit) || (ignoreCase && (test(lowerUnit(unit)) || test(upperUnit(unit)))));
    return { kind: "set", has: negated ? (unit) => !has(unit) : has };
  }

  #bracketItem(): (unit: number) => boolean {
    const named = /^\[:([^:\]]*):\]/.exec(this.#source.slice(this.#at, this.#at + 40));
    if (named !== null) {
      const test = classes[named[1] ?? ""];
      if (test === undefined) throw new RegexError("Invalid character class name");
      this.#at += named[0].length;
      return test;
    }
    const low = this.#bracketUnit();
    if (
      this.#source[this.#at] !== "-" ||
      this.#source[this.#at + 1] === "]" ||
      this.#at + 1 >= this.#source.length
    ) {
      return (unit) => unit === low;
    }
    this.#at++;
    const high = this.#bracketUnit();
    if (low > high) throw new RegexError("Invalid range end");
    return (unit) => unit >= low && unit <= high;
  }

  #bracketUnit(): number {
    const collating = /^\[([.=])(.)\1\]/.exec(this.#source.slice(this.#at, this.#at + 5));
    if (collating !== null) {
      this.#at += collating[0].length;
      return (collating[2] ?? "").charCodeAt(0);
    }
    return this.#source.charCodeAt(this.#at++);
  }
}

function lowerUnit(unit: number): number {
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
}

function upperUnit(unit: number): number {
  return unit >= 97 && unit <= 122 ? unit - 32 : unit;
}

function unitTest(expression: RegExp): (unit: number) => boolean {
  return (unit) => expression.test(String.fromCharCode(unit));
}

const shorthands: Readonly<Record<string, (unit: number) => boolean>> = {
  w: unitTest(/[A-Za-z0-9_]/),
  W: unitTest(/[^A-Za-z0-9_]/),
  s: unitTest(/[ \t-\r]/),
  S: unitTest(/[^ \t-\r]/),
};

const classes: Readonly<Record<string, (unit: number) => boolean>> = {
  alpha: unitTest(/[A-Za-z]/),
  digit: unitTest(/[0-9]/),
  alnum: unitTest(/[A-Za-z0-9]/),
  upper: unitTest(/[A-Z]/),
  lower: unitTest(/[a-z]/),
  space: unitTest(/[ \t-\r]/),
  blank: unitTest(/[ \t]/),
  punct: unitTest(/[!-/:-@[-`{-~]/),
  print: unitTest(/[ -~]/),
  graph: unitTest(/[!-~]/),
  cntrl: unitTest(/[\0-\x1f\x7f]/),
  xdigit: unitTest(/[0-9A-Fa-f]/),
};
