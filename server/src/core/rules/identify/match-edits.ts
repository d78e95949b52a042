// Edits that make an identify section match more, or write one.

import type { ConfigSection, LoadedFile } from "../../config/section.ts";
import type { Identification } from "../../pjsip/identify/identification.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import type { Line } from "../../syntax/line.ts";
import { fixOf, lineBehind, optionLine } from "../fix.ts";
import { addedBehind } from "../pjsip/added-line.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../words.ts";
import { isMadeByWizard, lastMatch } from "./trunks.ts";

/** Writes one `match` line for each address into an identify section; into its own lines, not into a template. */
export function matchesAdded(identify: PjsipObject, addresses: readonly string[]): readonly Fix[] {
  if (isMadeByWizard(identify)) return [];
  const { section } = identify;
  const option = lastMatch(identify);
  const isOwn = option !== undefined && !section.bases.some((base) => base.section.options.includes(option));
  const line = isOwn ? undefined : lastLine(section);
  const edits = addresses.flatMap(
    (address) =>
      (isOwn
        ? addedBehind(option, "match", address)
        : line && lineBehind({ file: section.file, line }, optionLine(section, "match", address))) ?? [],
  );
  const [first] = edits;
  if (first === undefined || edits.length !== addresses.length) return [];
  const title = `Add "match" for ${shown(addresses)}`;
  return [{ title, safe: false, edits: [{ ...first, text: edits.map(({ text }) => text).join("") }] }];
}

/** Writes an identify section for an endpoint below its own section. */
export function sectionAdded(
  endpoint: PjsipObject,
  addresses: readonly string[],
  identification: Identification,
): readonly Fix[] {
  const { section, id } = endpoint;
  const name = freeName(id, identification);
  if (addresses.length === 0 || name === undefined) return [];
  const source = section.file.lines.text;
  const newline = source.charAt(section.header.end - 1) === "\r" ? "\r\n" : "\n";
  const text = [
    "",
    `[${name}]`,
    optionLine(section, "type", "identify"),
    optionLine(section, "endpoint", id),
    ...addresses.map((address) => optionLine(section, "match", address)),
  ].join(newline);
  const edit = lineBehind({ file: section.file, line: lastLine(section) }, text);
  const title = `Add an identify section for ${quoted(id)} that matches ${shown(addresses)}`;
  return fixOf(edit, title, false);
}

function shown(addresses: readonly string[]): string {
  return addresses.length === 1 ? String(addresses[0]) : `${addresses.length} addresses`;
}

/** A name that no identify section has; none where the endpoint's own cannot stand in a header. */
function freeName(id: string, { kept }: Identification): string | undefined {
  if (/[[\];()]|--/.test(id) || id.length > 60) return undefined;
  const taken = kept.ofType("identify");
  for (const ending of ["identify", "identify-2", "identify-3", "identify-4"]) {
    if (!taken.has(`${id}-${ending}`)) return `${id}-${ending}`;
  }
  return undefined;
}

/** The last line with an option below the header of a section, before the next header. */
function lastLine({ header, file }: ConfigSection): Line {
  let last: Line = header;
  const { lines } = file.lines;
  for (let index = indexOf(header, file) + 1; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined || line.kind === "section") break;
    if (line.kind === "option") last = line;
  }
  return last;
}

/** The lines stand in the order of their offsets. */
function indexOf(line: Line, file: LoadedFile): number {
  const { lines } = file.lines;
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) < line.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
