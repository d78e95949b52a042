import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigSection, LoadedFile } from "../../config/section.ts";
import { printedLine } from "../../config/section.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { equalsIgnoringCase, trimBlanks } from "../../text/ascii.ts";
import { fixOf } from "../fix.ts";
import type { ConfigRule, Description, Related } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { closestName, type Header, headerNamed, headers, tidyModifiers } from "./headers.ts";
import { consequence, headerOf } from "./words.ts";

export const unknownTemplate: ConfigRule = {
  id: "config/unknown-template",
  on: "config-fault",
  kinds: ["unknown-base"],
  effect: "file-rejected",
  summary: "Section that inherits from one that is not there",
  describe: (fault, context) => {
    // What we could not read before it may define it.
    if (fault.unreadBefore) return undefined;
    const { message, ...rest } = words(fault, context.load);
    return { message: `${message}: ${consequence(fault, context)}`, ...rest };
  },
};

function words(fault: ConfigFault, load: ConfigLoad): Description {
  const before = load.sections.slice(0, fault.sectionsBefore);
  const { text, file, span } = fault;
  const name = trimBlanks(text);
  const line = headerOf(fault);
  if (name === "" || (name !== text && (isModifier(name) || sectionOf(before, name) !== undefined))) {
    const edit = line === undefined ? undefined : tidyModifiers({ file, line });
    const title = "Remove the blanks and empty items";
    // To drop an empty item is to drop what it stands for.
    const safe = line?.modifiers.every((item) => trimBlanks(item.text) !== "") === true;
    return {
      message:
        name === ""
          ? "An empty item stands for the first section, and none is defined yet"
          : `Asterisk looks for a section called ${quotedPiece(text)}, blank included`,
      related: name === "" ? [] : definedHere(before, name),
      fixes: fixOf(edit, title, safe),
    };
  }
  if (line !== undefined && equalsIgnoringCase(line.name, name) && sectionOf(before, name) === undefined) {
    const message = `${quotedPiece(name)} cannot inherit from itself`;
    return { message };
  }
  const later = headerNamed(load, name);
  if (later !== undefined) {
    const below = later.file.path === file.path && later.line.start > span.start;
    return {
      message: `Section ${quotedPiece(name)} ${below ? "is defined only further down, in" : "is not read before this line, but stands in"} ${lineIn(file, later)}`,
      related: [
        {
          file: later.file,
          span: sourceSpan(later.line, later.line.nameStart, later.line.nameEnd),
          message: "defined here",
        },
      ],
    };
  }
  return unknown(fault, load, name, before);
}

function unknown(
  { text, file, span }: ConfigFault,
  load: ConfigLoad,
  name: string,
  before: readonly ConfigSection[],
): Description {
  const parts = name.split(/[\s|&]+/);
  if (parts.length > 1 && parts.every((part) => isModifier(part) || sectionOf(before, part) !== undefined)) {
    const commas = { file, span, text: parts.join(",") };
    return {
      message: `Only a comma separates sections to inherit from, so Asterisk looks for one called ${quotedPiece(name)}`,
      fixes: [{ title: "Separate them with commas", safe: false, edits: [commas] }],
    };
  }
  const near = closestName(
    name,
    headers(load).map(({ line }) => line.name),
  );
  const message = `No section ${quotedPiece(text)} is defined`;
  if (near === undefined) return { message };
  const later = headerNamed(load, near);
  if (sectionOf(before, near) === undefined && later !== undefined)
    return { message: `${message} (did you mean "${near}", defined too late in ${lineIn(file, later)}?)` };
  return {
    message: `${message} (did you mean "${near}"?)`,
    related: definedHere(before, near),
    fixes: [{ title: `Change to "${near}"`, safe: false, edits: [{ file, span, text: near }] }],
  };
}

/** "line 7", or "trunks.conf line 7" where it is another file. */
function lineIn(file: LoadedFile, header: Header): string {
  const line = `line ${printedLine(header.file, header.line)}`;
  return header.file.path === file.path ? line : `${header.file.path} ${line}`;
}

function isModifier(item: string): boolean {
  return item === "!" || item.startsWith("+");
}

/** The section that a base of that name would be. */
function sectionOf(before: readonly ConfigSection[], name: string): ConfigSection | undefined {
  return before.find((section) => equalsIgnoringCase(section.name, name));
}

function definedHere(before: readonly ConfigSection[], name: string): Related[] {
  const section = sectionOf(before, name);
  if (section === undefined) return [];
  const { header, file } = section;
  const span = sourceSpan(header, header.nameStart, header.nameEnd);
  return [{ file, span, message: "defined here" }];
}
