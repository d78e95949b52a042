// The codecs an endpoint ends up with: main/format_cap.c edits one set, line by line.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower, trimBlanks } from "../text/ascii.ts";

/** The set after all lines, and the line that emptied it where it is empty although codecs were allowed. */
export interface CodecSet {
  /** Names in lower case, in order; "all" stands for all of them. */
  readonly names: ReadonlySet<string>;
  /** Whether any line added a codec. */
  readonly anyAllowed: boolean;
  readonly emptiedBy: ConfigOption | undefined;
}

/**
 * Like `codecSet`, for many endpoints in turn: an endpoint whose lines about codecs are those of the one before it,
 * which is so for all heirs of a template, gets the same answer.
 */
export function codecSets(): (options: readonly ConfigOption[]) => CodecSet {
  let lines: readonly ConfigOption[] = [];
  let answer = codecSet(lines);
  return (options) => {
    const own = options.filter(isCodecLine);
    if (own.length !== lines.length || own.some((option, index) => option !== lines[index])) {
      lines = own;
      answer = codecSet(own);
    }
    return answer;
  };
}

function isCodecLine({ name }: ConfigOption): boolean {
  // Asked of every option of every endpoint: most names differ in their length already.
  if (name.length !== 5 && name.length !== 8) return false;
  const verb = asciiLower(name);
  return verb === "allow" || verb === "disallow";
}

/** Applies the `allow` and `disallow` lines of an endpoint in order. Unknown names count like known ones. */
export function codecSet(options: readonly ConfigOption[]): CodecSet {
  const names = new Set<string>();
  let anyAllowed = false;
  let emptiedBy: ConfigOption | undefined;
  for (const option of options) {
    const verb = asciiLower(option.name);
    if (verb !== "allow" && verb !== "disallow") continue;
    for (const item of option.value.split(/[,|]/)) {
      const text = asciiLower(trimBlanks(item));
      const inverted = text.startsWith("!");
      const name = (inverted ? text.slice(1) : text).split(":")[0] ?? "";
      if (name === "") continue;
      if ((verb === "allow") !== inverted) {
        names.add(name);
        anyAllowed = true;
        emptiedBy = undefined;
      } else {
        const before = names.size;
        if (name === "all") names.clear();
        else names.delete(name);
        if (names.size === 0 && before > 0) emptiedBy = option;
      }
    }
  }
  return { names, anyAllowed, emptiedBy };
}
