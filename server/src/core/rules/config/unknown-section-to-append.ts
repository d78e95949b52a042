import type { ConfigFault } from "../../config/fault.ts";
import type { ConfigLoad } from "../../config/load.ts";
import { maximumNameBytes } from "../../config/open-section.ts";
import { printedLine } from "../../config/section.ts";
import { type Line, modifierSpan, type SectionLine, sourceSpan } from "../../syntax/line.ts";
import { equalsIgnoringCase, trimBlanks } from "../../text/ascii.ts";
import { byteLength } from "../../text/bytes.ts";
import type { ConfigRule, Description, Fix, Related } from "../rule.ts";
import { quotedPiece } from "../words.ts";
import { closestName } from "./headers.ts";
import { consequence, headerOf } from "./words.ts";

export const unknownSectionToAppend: ConfigRule = {
  id: "config/unknown-section-to-append",
  on: "config-fault",
  kinds: ["unknown-append"],
  effect: "file-rejected",
  summary: "Addition to a section that is not there",
  describe: (fault, context) => {
    // What we could not read before it may define it.
    const line = headerOf(fault);
    if (fault.unreadBefore || line === undefined) return undefined;
    const { message, ...rest } =
      fault.section === undefined ? missing(fault, line, context.load) : refused(fault, line, context.load);
    return { message: `${message}: ${consequence(fault, context)}`, ...rest };
  },
};

/** Sections of that name exist, but the filter takes none. */
function refused(fault: ConfigFault, line: SectionLine, load: ConfigLoad): Description {
  const { file, text } = fault;
  const same = load.sections
    .slice(0, fault.sectionsBefore)
    .filter((section) => equalsIgnoringCase(section.name, text));
  const related: Related[] = same.slice(0, 5).map(({ header, file: where }) => ({
    file: where,
    span: sourceSpan(header, header.nameStart, header.nameEnd),
    message: "defined here",
  }));
  const item = line.modifiers.find((modifier) => modifier.text.startsWith("+"));
  const filter = item?.text.slice(1) ?? "";
  const fix = (title: string, replacement: string): Fix[] =>
    item === undefined || line.cooked !== undefined
      ? []
      : [
          {
            title,
            safe: false,
            edits: [{ file, span: modifierSpan(line, item), text: replacement }],
          },
        ];
  if (filter === "") {
    return {
      message: `${quotedPiece(text)} is a template, and (+) does not look at templates`,
      related,
      fixes: fix('Write "+TEMPLATES=include"', "+TEMPLATES=include"),
    };
  }
  const bare = filter.split("&").find((term) => !term.includes("="));
  if (bare !== undefined) {
    const base = load.sections.find((section) => equalsIgnoringCase(section.name, filter));
    return {
      message: `"+${filter}" is a filter without "=", which no section can satisfy`,
      related,
      fixes: base === undefined ? [] : fix(`Add to it and inherit from "${filter}"`, `+,${filter}`),
    };
  }
  const templates = same.every(({ template }) => template) && !filter.includes("TEMPLATES=");
  const hint = templates ? " (templates are looked at with TEMPLATES=include only)" : "";
  return {
    message: `No section ${quotedPiece(text)} satisfies the filter ${quotedPiece(filter)}${hint}`,
    related,
  };
}

function missing({ file, span, text }: ConfigFault, line: SectionLine, load: ConfigLoad): Description {
  const fix = (name: string): Fix[] =>
    line.cooked === undefined
      ? [{ title: `Change to "${name}"`, safe: false, edits: [{ file, span, text: name }] }]
      : [];
  const name = trimBlanks(text);
  if (byteLength(text) > maximumNameBytes)
    return {
      message: `Asterisk stores ${maximumNameBytes} bytes of a section name and never finds a longer one`,
    };
  const trimmed = load.sections.find((section) => equalsIgnoringCase(section.name, name));
  if (name !== text && trimmed !== undefined)
    return {
      message: `Asterisk looks for a section called ${quotedPiece(text)}, blank included`,
      fixes: fix(name),
    };
  const later = file.lines.lines.find((other) => definesLater(other, line, text));
  if (later?.kind === "section") {
    return {
      message: `Section ${quotedPiece(text)} is defined only further down, in line ${printedLine(file, later)}`,
      related: [{ file, span: sourceSpan(later, later.nameStart, later.nameEnd), message: "defined here" }],
    };
  }
  const near = closestName(
    text,
    load.sections.map((section) => section.name),
  );
  const hint = near === undefined ? "" : ` (did you mean "${near}"?)`;
  return {
    message: `No section ${quotedPiece(text)} is defined to which (+) could add${hint}`,
    fixes: near === undefined ? [] : fix(near),
  };
}

/** Whether a line further down defines a section of that name. */
function definesLater(other: Line, line: SectionLine, name: string): boolean {
  if (other.kind !== "section" || other.start <= line.start) return false;
  const adds = other.modifiers.some((modifier) => modifier.text.startsWith("+"));
  return !adds && equalsIgnoringCase(other.name, name);
}
