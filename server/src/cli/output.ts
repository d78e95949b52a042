// Where the command writes. Bytes of a file that are no UTF-8 go out as the bytes they are, and what the core hides of
// a template as it was typed.

import picocolors from "picocolors";
import { encodeText, plainStyle, printable, type Style, shown } from "../core/api.ts";

const lonely = /[\ud800-\udfff]/;

export function print(text: string): void {
  const typed = shown(text);
  process.stdout.write(lonely.test(typed) ? encodeText(typed) : typed);
}

/** Prints pieces as they come, joined into writes of a decent size. */
export function printAll(pieces: Iterable<string>): void {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < 1 << 16) continue;
    print(waiting);
    waiting = "";
  }
  if (waiting !== "") print(waiting);
}

/** A line for the user beside the output. */
export function note(text: string): void {
  process.stderr.write(`asterisk-analyzer: ${printable(shown(text))}\n`);
}

/** Colours where the output is a terminal; NO_COLOR and FORCE_COLOR decide before that. */
export function outputStyle(): Style {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== "" && FORCE_COLOR !== "0";
  const terminal = process.stdout.isTTY === true && TERM !== "dumb" && FORCE_COLOR !== "0";
  if ((NO_COLOR !== undefined && NO_COLOR !== "") || !(forced || terminal)) return plainStyle;
  const { red, yellow, cyan, bold, dim } = picocolors.createColors(true);
  return { error: red, warning: yellow, hint: cyan, bold, dim };
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
