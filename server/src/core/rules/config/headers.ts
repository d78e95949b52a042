// What the rules about section headers share: the headers of a load and edits of their options.

import type { ConfigLoad } from "../../config/load.ts";
import type { LoadedFile } from "../../config/section.ts";
import { modifierSpan, type SectionLine } from "../../syntax/line.ts";
import { equalsIgnoringCase, trimBlanks } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import type { Edit } from "../rule.ts";
import { eachFile } from "./words.ts";

export interface Header {
  readonly file: LoadedFile;
  readonly line: SectionLine;
}

/** The headers that are written in the files of a load, read by Asterisk or not, and pass a test. */
export function headers(load: ConfigLoad, test: (line: SectionLine) => boolean = () => true): Header[] {
  const found: Header[] = [];
  for (const file of eachFile(load)) {
    for (const line of file.lines.headers) {
      if (line.fault === undefined && test(line)) found.push({ file, line });
    }
  }
  return found;
}

/** The first header of that name, in any case. */
export function headerNamed(load: ConfigLoad, name: string): Header | undefined {
  return headers(load, (line) => equalsIgnoringCase(line.name, name))[0];
}

/** The name that is most likely meant. Names that differ in their digits only, such as 6001 and 6002, do not count. */
export function closestName(word: string, names: Iterable<string>): string | undefined {
  const letters = (name: string): string => name.replace(/[0-9]+/g, "");
  return closest(
    word,
    [...names].filter((name) => letters(name) !== "" && !equalsIgnoringCase(letters(name), letters(word))),
  );
}

/** Writes the options of a header without blanks around the commas and without empty items. */
export function tidyModifiers({ file, line }: Header): Edit | undefined {
  const first = line.modifiers[0];
  const last = line.modifiers.at(-1);
  // An inner comment would get lost.
  if (first === undefined || last === undefined || line.cooked !== undefined) return undefined;
  const items = line.modifiers.map(({ text }) => trimBlanks(text)).filter((item) => item !== "");
  return {
    file,
    span: modifierSpan(line, { start: first.start - 1, end: last.end + 1 }),
    text: items.length === 0 ? "" : `(${items.join(",")})`,
  };
}
