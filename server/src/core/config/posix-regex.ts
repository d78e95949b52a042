// POSIX extended regular expressions as the C library compiles them (regcomp with REG_EXTENDED), matched by
// simulating all states at once: linear in the text, whatever the expression. JavaScript's own engine would
// read some expressions differently and can take for ever on others.

/** A compiled expression, or the C library's reason for refusing it. */
export type CompiledRegex = { readonly matches: (text: string) => boolean } | { readonly error: string };

type Node =
  | { readonly kind: "empty" }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "set"; readonly has: (unit: number) => boolean }
  | { readonly kind: "all" | "any"; readonly parts: readonly Node[] }
  | { readonly kind: "repeat"; readonly part: Node; readonly from: number; readonly to: number };

class RegexError extends Error {}

/** More states than this are not built: such an expression counts as one that never matches. */
const maximumStates = 5000;
/** Groups nested deeper than this are refused, as the C library does where its memory ends. */
const maximumNesting = 250;

/** Compiles an expression; never throws. Back-references are read but never match. */
export function compileRegex(source: string, ignoreCase = false): CompiledRegex {
  try {
    const parser = new Parser(source, ignoreCase);
    const machine = build(parser.parse());
    return { matches: (text) => machine !== undefined && run(machine, text) };
  } catch (error) {
    if (error instanceof RegexError) return { error: error.message };
    throw error;
  }
}

class Parser {
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;
  #open = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  parse(): Node {
    return this.#alternatives();
  }

  #alternatives(): Node {
    const parts = [this.#branch()];
    while (this.#source[this.#at] === "|") {
      this.#at++;
      parts.push(this.#branch());
    }
    return parts.length === 1 ? (parts[0] ?? { kind: "empty" }) : { kind: "any", parts };
  }

  #branch(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length) {
      const character = this.#source[this.#at];
      if (character === "|" || (character === ")" && this.#open > 0)) break;
      parts.push(this.#repeated());
    }
    return { kind: "all", parts };
  }

  #repeated(): Node {
    const character = this.#source[this.#at] ?? "";
    if ("*+?{".includes(character)) throw new RegexError("Invalid preceding regular expression");
    let node = this.#single();
    // An anchor takes no repetition: a following operator has nothing before it.
    if (node.kind === "start" || node.kind === "end") return node;
    for (;;) {
      const operator = this.#source[this.#at];
      if (operator === "*") node = { kind: "repeat", part: node, from: 0, to: Number.POSITIVE_INFINITY };
      else if (operator === "+") node = { kind: "repeat", part: node, from: 1, to: Number.POSITIVE_INFINITY };
      else if (operator === "?") node = { kind: "repeat", part: node, from: 0, to: 1 };
      else if (operator === "{") {
        node = this.#interval(node);
        continue;
      } else return node;
      this.#at++;
    }
  }

  #interval(part: Node): Node {
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

  #single(): Node {
    const character = this.#source[this.#at++] ?? "";
    if (character === "^") return { kind: "start" };
    if (character === "$") return { kind: "end" };
    if (character === ".") return { kind: "set", has: () => true };
    if (character === "(") return this.#group();
    if (character === "[") return this.#bracket();
    if (character === "\\") return this.#escape();
    return this.#literal(character.charCodeAt(0));
  }

  #group(): Node {
    this.#open++;
    if (this.#open > maximumNesting) throw new RegexError("Regular expression too big");
    const inner = this.#alternatives();
    if (this.#source[this.#at] !== ")") throw new RegexError("Unmatched ( or \\(");
    this.#at++;
    this.#open--;
    return inner;
  }

  #literal(unit: number): Node {
    if (!this.#ignoreCase) return { kind: "set", has: (other) => other === unit };
    const lower = lowerUnit(unit);
    return { kind: "set", has: (other) => lowerUnit(other) === lower };
  }

  #escape(): Node {
    const character = this.#source[this.#at++];
    if (character === undefined) throw new RegexError("Trailing backslash");
    const shorthand = shorthands[character];
    if (shorthand !== undefined) return { kind: "set", has: shorthand };
    if (/[1-9]/.test(character)) return { kind: "set", has: () => false };
    if (character === "`") return { kind: "start" };
    if (character === "'") return { kind: "end" };
    return this.#literal(character.charCodeAt(0));
  }

  #bracket(): Node {
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

/** A state consumes a unit and goes to `next`, or goes to all of `free` at once. */
interface State {
  has: ((unit: number) => boolean) | undefined;
  condition: "start" | "end" | undefined;
  next: number;
  free: number[];
}

interface Machine {
  readonly states: readonly State[];
  readonly first: number;
}

/** State 0 is the accepting one. Undefined where the machine would grow too large. */
function build(root: Node): Machine | undefined {
  const states: State[] = [{ has: undefined, condition: undefined, next: -1, free: [] }];
  const first = add(root, 0);
  return first === undefined ? undefined : { states, first };

  function state(part: Partial<State>): number | undefined {
    if (states.length >= maximumStates) return undefined;
    states.push({ has: undefined, condition: undefined, next: -1, free: [], ...part });
    return states.length - 1;
  }

  function add(node: Node, then: number): number | undefined {
    switch (node.kind) {
      case "empty":
        return then;
      case "start":
      case "end":
        return state({ condition: node.kind, next: then });
      case "set":
        return state({ has: node.has, next: then });
      case "all": {
        let at: number | undefined = then;
        for (let index = node.parts.length - 1; index >= 0 && at !== undefined; index--) {
          at = add(node.parts[index] ?? { kind: "empty" }, at);
        }
        return at;
      }
      case "any": {
        const free: number[] = [];
        for (const part of node.parts) {
          const entry = add(part, then);
          if (entry === undefined) return undefined;
          free.push(entry);
        }
        return state({ free });
      }
      case "repeat":
        return addRepeat(node.part, node.from, node.to, then);
    }
  }

  function addRepeat(part: Node, from: number, to: number, then: number): number | undefined {
    let at: number | undefined = then;
    if (to === Number.POSITIVE_INFINITY) {
      const loop = state({ free: [then] });
      if (loop === undefined) return undefined;
      const entry = add(part, loop);
      if (entry === undefined) return undefined;
      states[loop]?.free.push(entry);
      at = loop;
    } else {
      for (let count = from; count < to; count++) {
        const entry: number | undefined = at === undefined ? undefined : add(part, at);
        at = entry === undefined ? undefined : state({ free: [entry, then] });
        if (at === undefined) return undefined;
      }
    }
    for (let count = 0; count < from && at !== undefined; count++) at = add(part, at);
    return at;
  }
}

function run(machine: Machine, text: string): boolean {
  let current = new Set<number>();
  for (let at = 0; ; at++) {
    // An unanchored search: the expression may begin at every place.
    enter(machine.first, at, current);
    if (current.has(0)) return true;
    if (at >= text.length) return false;
    const unit = text.charCodeAt(at);
    const following = new Set<number>();
    for (const index of current) {
      const state = machine.states[index];
      if (state?.has?.(unit)) enter(state.next, at + 1, following);
    }
    current = following;
  }

  function enter(start: number, at: number, into: Set<number>): void {
    const waiting = [start];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      if (into.has(index)) continue;
      into.add(index);
      const state = machine.states[index];
      if (state === undefined) continue;
      if (state.condition === "start" && at === 0) waiting.push(state.next);
      if (state.condition === "end" && at === text.length) waiting.push(state.next);
      waiting.push(...state.free);
    }
  }
}
