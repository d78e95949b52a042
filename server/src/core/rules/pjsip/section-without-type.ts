import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import type { ConfigSection } from "../../config/load.ts";
import { headerPlace } from "../../pjsip/model.ts";
import type { Finding, Fix, PjsipRule } from "../rule.ts";
import { quoted } from "./words.ts";

export const sectionWithoutType: PjsipRule = {
  id: "pjsip/section-without-type",
  on: "pjsip",
  effect: "line-ignored",
  summary: "Section that does not say what type of object it is",
  *check(model, { catalog }): Iterable<Finding> {
    for (const { section, typeOption, object } of model.selected) {
      if (object !== undefined || typeOption !== undefined || section.options.length === 0) continue;
      const unknown = unknownOfExplicit(section, catalog);
      const because =
        unknown === undefined ? "" : ` because ${quoted(unknown)} is no option of ${section.name}`;
      yield {
        ...headerPlace(section),
        message: `section ${quoted(section.name)} has no "type": Asterisk skips it without a word${because}`,
        fixes: unknown === undefined ? typeFixes(section, catalog) : [],
      };
    }
  },
};

/** [global] and [system] need no type as long as all their options are known. */
function unknownOfExplicit(section: ConfigSection, catalog: PjsipCatalog): string | undefined {
  const type = catalog.types.get(section.name);
  if (type?.spec.explicitName !== section.name) return undefined;
  return section.options.find(({ name }) => !name.startsWith("@") && type.option(name)?.name !== name)?.name;
}

/** The one type that has all the options of the section, if there is just one. */
function typeFixes(section: ConfigSection, catalog: PjsipCatalog): Fix[] {
  const fitting = [...catalog.types.values()].filter(
    (type) =>
      type.spec.openEnded !== true &&
      section.options.every((option) => type.option(option.name) !== undefined),
  );
  const type = fitting.length === 1 ? fitting[0]?.spec.type : undefined;
  if (type === undefined) return [];
  const { header, file } = section;
  const indent = /^[ \t]*/.exec(lineText(section))?.[0] ?? "";
  // A line ends before its newline, so a carriage return has to be repeated behind the new line.
  const carriageReturn = file.lines.text.charAt(header.end - 1) === "\r" ? "\r" : "";
  const span = { start: header.end, end: header.end };
  const edits = [{ file, span, text: `\n${indent}type = ${type}${carriageReturn}` }];
  return [{ title: `Insert "type = ${type}"`, safe: false, edits }];
}

function lineText(section: ConfigSection): string {
  const line = section.options[0]?.line;
  return line === undefined ? "" : section.file.lines.text.slice(line.start, line.end);
}
