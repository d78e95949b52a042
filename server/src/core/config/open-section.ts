// Section headers: new sections, templates, inheritance as a copy at that line, and "(+)".

import { type Modifier, modifierSpan, type SectionLine, sourceSpan } from "../syntax/line.ts";
import { asciiLower } from "../text/ascii.ts";
import { firstBytes } from "../text/bytes.ts";
import { sectionFilter } from "./filter.ts";
import { Hang, type LoadState } from "./load-state.ts";
import { type ConfigOption, type ConfigSection, type LoadedFile, printedLine } from "./section.ts";

/** Most sections have no bases and are never re-opened: they share one empty list. */
const none: never[] = [];

/** Longest section name that Asterisk stores. */
export const maximumNameBytes = 79;

/** Opens the section of a header; undefined where its fault ends the file. */
export function openSection(
  state: LoadState,
  file: LoadedFile,
  line: SectionLine,
): ConfigSection | undefined {
  if (line.fault !== undefined) {
    const missing = line.fault === "no-closing-bracket" ? "]" : ")";
    const log = [
      `parse error: no closing '${missing}', line ${printedLine(file, line)} of ${file.printedName}`,
    ];
    state.fault(
      line.fault,
      file,
      sourceSpan(line, line.nameStart - 1, line.restEnd),
      line.name,
      log,
      state.ends,
    );
    return undefined;
  }
  const created: ConfigSection = {
    name: firstBytes(line.name, maximumNameBytes),
    header: line,
    file,
    template: false,
    bases: none,
    options: [],
    appended: none,
    // What an unclosed header inherits from is anybody's guess.
    incomplete: line.fault !== undefined,
  };
  let section = created;
  for (const item of line.modifiers) {
    if (item.text === "!") {
      section.template = true;
    } else if (item.text.startsWith("+")) {
      const target = appendTarget(state, file, line, item);
      if (target === "none" && !state.goOn()) return undefined;
      if (target === "none" || target === "elsewhere") {
        section.incomplete = true;
        continue;
      }
      if (section === created) move(state, created, target, file, line, item);
      section = target;
    } else if (!inherit(state, section, file, line, item) && !state.goOn()) {
      return undefined;
    }
  }
  if (section === created) {
    state.add(created, asciiLower(created.name));
    state.current = created;
  }
  return section;
}

/** What the header gathered before its first "+" goes to the section that it re-opens. */
function move(
  state: LoadState,
  created: ConfigSection,
  target: ConfigSection,
  file: LoadedFile,
  line: SectionLine,
  item: Modifier,
): void {
  state.current = target;
  target.template ||= created.template;
  copyOptions(state, created.options, target, file, line, item);
  if (target.appended === none) target.appended = [{ file, line }];
  else target.appended.push({ file, line });
}

/** Copies the options of a base as they are at this line; false where there is no such base. */
function inherit(
  state: LoadState,
  section: ConfigSection,
  file: LoadedFile,
  line: SectionLine,
  item: Modifier,
): boolean {
  // An empty item matches any name, and so the first section of all.
  const base = item.text === "" ? state.sections[0] : state.byName.get(asciiLower(item.text))?.[0];
  const span = modifierSpan(line, item);
  if (base === undefined) {
    section.incomplete = true;
    if (state.mayBeElsewhere) return true;
    const log = `Inheritance requested, but category '${item.text}' does not exist, line ${printedLine(file, line)} of ${file.printedName}`;
    state.fault("unknown-base", file, span, item.text, [log], state.ends);
    return false;
  }
  if (base === section && base.options.length > 0) {
    state.fault("endless-append", file, span, item.text, [], "root");
    throw new Hang();
  }
  // What a template engine adds to the base is unknown to its heirs, too.
  if (base.incomplete && base.file.template !== undefined) section.incomplete = true;
  const later = section.header === line && section.file === file ? undefined : { file, line };
  if (section.bases === none && later === undefined) section.bases = state.onlyBase(base);
  else if (section.bases.length > 1) section.bases.push({ section: base, later });
  else section.bases = [...section.bases, { section: base, later }];
  copyOptions(state, base.options, section, file, line, item);
  return true;
}

function copyOptions(
  state: LoadState,
  options: readonly ConfigOption[],
  into: ConfigSection,
  file: LoadedFile,
  line: SectionLine,
  item: Modifier,
): void {
  state.countCopies(options.length, file, modifierSpan(line, item), line.name);
  if (into.options.length === 0) into.options = options.slice();
  else for (const option of options) into.options.push(option);
}

/** The first section of that name that satisfies the filter; the uncut name is looked for. */
function appendTarget(
  state: LoadState,
  file: LoadedFile,
  line: SectionLine,
  item: Modifier,
): ConfigSection | "none" | "elsewhere" {
  const filter = item.text.slice(1);
  const candidates = line.name === "" ? state.sections : (state.byName.get(asciiLower(line.name)) ?? []);
  const test = sectionFilter(filter);
  const refused = new Set<string>();
  for (const candidate of candidates) {
    const result = test(candidate);
    if (result.matches) return candidate;
    for (const text of result.log) refused.add(text);
  }
  if (state.mayBeElsewhere && refused.size === 0) return "elsewhere";
  const number = printedLine(file, line);
  const log = `Category addition requested, but category '${line.name}' does not exist, line ${number} of ${file.printedName}`;
  const [first] = candidates;
  const atFilter = refused.size > 0 || (first !== undefined && filter !== "");
  const span = atFilter ? modifierSpan(line, item) : sourceSpan(line, line.nameStart, line.nameEnd);
  const kind = refused.size > 0 ? "invalid-filter" : "unknown-append";
  state.fault(kind, file, span, line.name, [...refused, log], state.ends, first);
  return "none";
}
