// What the text of a priority means (pbx_load_config in pbx/pbx_config.c).

/** The priority text behind "exten => NAME," without its label: "n", "5", "hint", "n+10" or a label. */
export interface PriorityText {
  readonly base: "hint" | "next" | "same" | { readonly number: number } | { readonly label: string };
  /** What is left of the text when label and offset are cut off. */
  readonly text: string;
  /** Added at the end; undefined where there is no "+". */
  readonly offset: number | undefined;
  /** A "+..." behind the label, which Asterisk drops: where it begins in the text. */
  readonly lostOffset: number | undefined;
}

const plainNext: PriorityText = { base: "next", text: "n", offset: undefined, lostOffset: undefined };
const plainHint: PriorityText = { base: "hint", text: "hint", offset: undefined, lostOffset: undefined };
const plainFirst: PriorityText = { base: { number: 1 }, text: "1", offset: undefined, lostOffset: undefined };

/** Reads a priority text; undefined where a "(" of a label is never closed. */
export function readPriority(text: string): PriorityText | undefined {
  if (text === "n") return plainNext;
  if (text === "1") return plainFirst;
  if (text === "hint") return plainHint;
  const open = text.indexOf("(");
  const close = open < 0 ? -1 : text.indexOf(")", open);
  if (open >= 0 && close < 0) return undefined;
  const plain = open < 0 ? text : text.slice(0, open);
  const plus = plain.indexOf("+");
  const base = plus < 0 ? plain : plain.slice(0, plus);
  const behind = open < 0 ? -1 : text.indexOf("+", close);
  return {
    base: meaning(base),
    text: base,
    offset: plus < 0 ? undefined : (leadingInteger(plain.slice(plus + 1)) ?? 0),
    lostOffset: behind < 0 ? undefined : behind,
  };
}

function meaning(text: string): PriorityText["base"] {
  if (text === "hint") return "hint";
  if (text === "n" || text === "next") return "next";
  if (text === "s" || text === "same") return "same";
  const number = leadingInteger(text);
  return number === undefined ? { label: text } : { number };
}

/** What sscanf("%30d") and atoi read at the beginning; undefined where there is no digit. */
export function leadingInteger(text: string): number | undefined {
  const found = /^[ \t-\r]*([+-]?[0-9]{1,30})/.exec(text);
  if (found === null) return undefined;
  const value = Number(found[1]);
  return Math.max(-2147483648, Math.min(2147483647, value));
}
