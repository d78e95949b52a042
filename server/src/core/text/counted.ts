// Numbers as a sentence has them.

/** A number and its word: "1 file", "2 files", "1,000 files". */
export function counted(count: number, word: string, words = `${word}s`): string {
  return `${grouped(count)} ${count === 1 ? word : words}`;
}

/** A number with a comma between thousands. The engine's own way to write it loads all of its languages first. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
