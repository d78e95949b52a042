// A short name for a text: the same text always has the same, and two texts have two, but for odds that nobody meets.

/** Sixteen hexadecimal digits. No cipher: whoever can guess the text can check the guess. */
export function digest(text: string): string {
  let left = 0x811c9dc5;
  let right = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    left = Math.imul(left ^ unit, 0x01000193);
    right = Math.imul(right ^ unit, 0x5f356495);
  }
  return [stirred(left ^ right), stirred(right)].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/** Every bit of a sum has a say in every bit of the result. */
function stirred(sum: number): number {
  const first = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}
