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

/** Reads `format` of some settings, whose shape is unknown; `warn` is told what cannot be understood. */
export function formatSettingsOf(value: unknown, warn: (text: string) => void): FormatSettings {
  const { equals: wanted, blankLines: most }: Unread =
    typeof value === "object" && value !== null ? value : {};
  const equals = equalsChoices.find((choice) => choice === wanted);
  if (equals === undefined && wanted !== undefined && wanted !== null)
    warn(`format.equals takes ${equalsChoices.join(", ")}`);
  const blankLines = typeof most === "number" && Number.isInteger(most) && most > 0 ? most : undefined;
  if (blankLines === undefined && most !== undefined && most !== null)
    warn("format.blankLines takes a number from 1 on");
  return { equals, blankLines };
}

interface Unread {
  readonly equals?: unknown;
  readonly blankLines?: unknown;
}
