// Where something is written, as text; and which section wrote an option that others inherit.

import type { ConfigOption, ConfigSection, LoadedFile } from "../config/section.ts";
import type { Line } from "../syntax/line.ts";

/** "pjsip.conf:12", numbered as an editor does. */
export function placeText({ file, line }: { readonly file: LoadedFile; readonly line: Line }): string {
  return `${file.path}:${line.number}`;
}

/** Where the header of a section stands. */
export function headerText({ file, header }: ConfigSection): string {
  return placeText({ file, line: header });
}

/** The section in whose lines an option stands: the section itself, or the template that it comes from. */
export function writerOf(section: ConfigSection, option: ConfigOption): ConfigSection {
  let writer = section;
  for (let deep = 0; deep < 100; deep++) {
    // A wizard makes options of its own from the lines that it has.
    const base = writer.bases.find((one) => one.section.options.some(({ line }) => line === option.line));
    if (base === undefined) return writer;
    writer = base.section;
  }
  return writer;
}

/** "from template phone, pjsip.conf:12". */
export function originText(section: ConfigSection, option: ConfigOption): string {
  const writer = writerOf(section, option);
  const from = writer === section ? "" : `from ${writer.template ? "template " : ""}${writer.name}, `;
  const appended = option.appends.map((append) => `, made longer at ${placeText(append)}`);
  return `${from}${placeText(option)}${appended.join("")}`;
}
