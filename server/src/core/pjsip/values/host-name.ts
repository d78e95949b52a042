// Whether a text can be the name of a host at all. Whether DNS knows it is nothing we could judge.

/**
 * Letters, digits, "-" and "_" in labels of at most 63. A last label of digits only makes it a broken address, and
 * so do numbers that a letter has slipped into: 198.51.100.1O.
 */
export function canBeHostName(text: string): boolean {
  const name = text.endsWith(".") ? text.slice(0, -1) : text;
  if (name === "" || name.length > 253) return false;
  const labels = name.split(".");
  if (!labels.every((label) => /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label)))
    return false;
  if (/^\d{1,3}(?:\.[\dOolI]{1,3}){3}$/.test(name)) return false;
  return !/^(?:\d+|0[xX][0-9A-Fa-f]*)$/.test(labels.at(-1) ?? "");
}
