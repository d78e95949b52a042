// Tokens: what a piece of a file is, in the words of the protocol, as four numbers each.

/** The order is what clients are told; a type is its index. */
export const tokenTypes = [
  "namespace",
  "class",
  "type",
  "property",
  "function",
  "method",
  "variable",
  "parameter",
  "string",
  "number",
  "regexp",
  "label",
  "keyword",
  "enumMember",
  "operator",
] as const;

/** A modifier is the bit of its index. */
export const tokenModifiers = ["declaration", "deprecated", "modification"] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

const typeIndex = Object.fromEntries(tokenTypes.map((type, index) => [type, index])) as Readonly<
  Record<TokenType, number>
>;
const modifierBit = Object.fromEntries(
  tokenModifiers.map((modifier, index) => [modifier, 1 << index]),
) as Readonly<Record<TokenModifier, number>>;

/** Offset, length, type and modifiers of each token, one behind the other. */
export class TokenList {
  readonly numbers: number[] = [];

  add(start: number, end: number, type: TokenType, modifier?: TokenModifier): void {
    if (end <= start) return;
    const { numbers } = this;
    const last = numbers.length - 4;
    // What stands between quotes is read in pieces.
    if (type === "string" && numbers[last + 2] === typeIndex.string) {
      const lastStart = numbers[last] ?? 0;
      if (lastStart + (numbers[last + 1] ?? 0) === start) {
        numbers[last + 1] = end - lastStart;
        return;
      }
    }
    const bits = modifier === undefined ? 0 : modifierBit[modifier];
    numbers.push(start, end - start, typeIndex[type], bits);
  }
}

/** In order and without overlaps: of two that overlap the one that was added first stays. */
export function arranged(numbers: readonly number[]): readonly number[] {
  let sorted = true;
  for (let at = 4; at < numbers.length; at += 4) {
    if ((numbers[at] ?? 0) < (numbers[at - 4] ?? 0) + (numbers[at - 3] ?? 0)) sorted = false;
  }
  if (sorted) return numbers;
  const order = Array.from({ length: numbers.length / 4 }, (_, index) => index * 4);
  order.sort((left, right) => (numbers[left] ?? 0) - (numbers[right] ?? 0) || left - right);
  const result: number[] = [];
  let end = 0;
  for (const at of order) {
    const start = numbers[at] ?? 0;
    if (start < end) continue;
    end = start + (numbers[at + 1] ?? 0);
    result.push(start, end - start, numbers[at + 2] ?? 0, numbers[at + 3] ?? 0);
  }
  return result;
}
