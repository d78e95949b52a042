// Where the command writes. Bytes of a file that are no UTF-8 go out as the bytes they are, and what the core hides of
// a template as it was typed.

import picocolors from "picocolors";
import { encodeText, plainStyle, printable, type Style, shown } from "../core/api.ts";

const lonely = /[\ud800-\udfff]/;

let output: NodeJS.WriteStream = process.stdout;

/** Reports go to standard error until the function that this answers is called: the output is for a text. */
export function reportBesideOutput(): () => void {
  output = process.stderr;
  return () => {
    output = process.stdout;
  };
}

export type ColorChoice = "auto" | "always" | "never";

let color: ColorChoice = "auto";

/** What --color says, before the environment is asked. */
export function chooseColor(choice: ColorChoice): void {
  color = choice;
}

export function print(text: string): void {
  const typed = shown(text);
  output.write(lonely.test(typed) ? encodeText(typed) : typed);
}

/** Prints pieces as they come, joined into writes of a decent size. */
export class Printer {
  #waiting = "";

  add(piece: string): void {
    this.#waiting += piece;
    if (this.#waiting.length >= 1 << 16) this.flush();
  }

  flush(): void {
    if (this.#waiting !== "") print(this.#waiting);
    this.#waiting = "";
  }
}

export function printAll(pieces: Iterable<string>): void {
  const printer = new Printer();
  for (const piece of pieces) printer.add(piece);
  printer.flush();
}

/** A line for the user beside the output. */
export function note(text: string): void {
  process.stderr.write(`asterisk-analyzer: ${printable(shown(text))}\n`);
}

/** Colours where the output is a terminal; --color decides before NO_COLOR, that before FORCE_COLOR, that before it. */
export function outputStyle(): Style {
  if (!isColored()) return plainStyle;
  const { red, yellow, cyan, bold, dim } = picocolors.createColors(true);
  return { error: red, warning: yellow, hint: cyan, bold, dim };
}

function isColored(): boolean {
  if (color !== "auto") return color === "always";
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0";
  return output.isTTY === true && TERM !== "dumb";
}

/** Tells on stderr how far a long run is; silent where that is no terminal. */
export function progress(total: number): (done: number) => void {
  if (process.stderr.isTTY !== true || total < 10) return () => {};
  let last = 0;
  return (done) => {
    const now = Date.now();
    if (done === total) process.stderr.write("\r\x1b[K");
    else if (now - last > 100) {
      process.stderr.write(`\r\x1b[KChecking installation ${done + 1} of ${total} ...`);
      last = now;
    }
  };
}
