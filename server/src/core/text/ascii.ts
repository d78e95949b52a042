// Asterisk compares names with strcasecmp in the C locale: only A to Z have another case.

const upper = /[A-Z]/;
const nonAscii = /[^\0-\x7f]/;

/** Lower case of A to Z only. */
export function asciiLower(text: string): string {
  if (!upper.test(text)) return text;
  return nonAscii.test(text) ? text.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : text.toLowerCase();
}

export function equalsIgnoringCase(left: string, right: string): boolean {
  return left === right || (left.length === right.length && asciiLower(left) === asciiLower(right));
}

/** What Asterisk calls a blank: every byte below 33. A no-break space is not one. */
export function isBlank(unit: number): boolean {
  return unit < 33;
}

/** The first offset from `start` on that is no blank, at most `end`. */
export function skipBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The last offset before `end` behind which only blanks stand, at least `start`. */
export function skipBlanksBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Cuts blanks (bytes below 33) at both ends. */
export function trimBlanks(text: string): string {
  const end = skipBlanksBack(text, 0, text.length);
  const start = skipBlanks(text, 0, end);
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
