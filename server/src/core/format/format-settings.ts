// What a team may settle for all of its files; the same in an editor and on a command line.

/** How "=" stands in options: as the file's habit is, `a = 1`, `a=1`, or in one column for each paragraph. */
export type Equals = "keep" | "spaced" | "compact" | "align";

export const equalsChoices: readonly Equals[] = ["keep", "spaced", "compact", "align"];

export interface FormatSettings {
  /** "keep" where undefined. */
  readonly equals?: Equals | undefined;
  /** How many blank lines in a row stay, at least 1; 2 where undefined. */
  readonly blankLines?: number | undefined;
}
