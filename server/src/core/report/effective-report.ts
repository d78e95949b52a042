// `effective`: what Asterisk holds of one file after includes, templates and appends, and where it is written.

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { rules } from "../rules/registry.ts";
import { shownInJson } from "../syntax/template/marks.ts";
import { asciiLower, equalsIgnoringCase } from "../text/ascii.ts";
import { maskSentence, maskValue } from "../text/secrets.ts";
import type { Installation } from "../workspace/installation.ts";
import { printable } from "./printable.ts";
import { SourceLines } from "./source-lines.ts";
import type { Style } from "./style.ts";

export interface EffectiveOption {
  readonly name: string;
  readonly value: string;
  /** Path in the installation and line of the first assignment; "+=" lines that made it longer do not count. */
  readonly file: string;
  readonly line: number;
}

export interface EffectiveSection {
  readonly name: string;
  readonly template: boolean;
  readonly inherits: readonly string[];
  readonly file: string;
  readonly line: number;
  readonly options: readonly EffectiveOption[];
}

/** A file as Asterisk holds it. With an error it holds nothing. */
export interface Effective {
  readonly file: string;
  readonly error?: string;
  readonly sections: readonly EffectiveSection[];
}

export interface EffectiveChoice {
  /** Only sections of this name, in any case, as Asterisk looks them up. */
  readonly section: string | undefined;
  readonly showSecrets: boolean;
}

/** The sections in Asterisk's order, made one by one: many heirs of a big template take room. */
export function* effectiveSections(load: ConfigLoad, choice: EffectiveChoice): Generator<EffectiveSection> {
  if (load.outcome !== "loaded") return;
  const show = choice.showSecrets ? plainValue : maskedValues();
  for (const section of load.sections) {
    if (choice.section === undefined || equalsIgnoringCase(section.name, choice.section))
      yield effectiveSection(section, show);
  }
}

/** Why Asterisk holds nothing of the file; undefined where it has loaded it. */
export function effectiveError(load: ConfigLoad, installation: Installation): string | undefined {
  if (load.outcome === "loaded") return undefined;
  if (load.outcome === "missing") return `${load.root} is missing or cannot be read`;
  const fault = load.faults.findLast(({ ends }) => ends === "root");
  const verdict =
    load.outcome === "hang"
      ? `Asterisk never finishes reading ${load.root}`
      : `Asterisk rejects ${load.root} as a whole`;
  if (fault === undefined) return verdict;
  const { files, environment, catalog } = installation;
  const context = { installation, files, environment, catalog, load, root: load.root, faults: [] };
  const rule = rules.find((known) => known.on === "config-fault" && known.kinds.includes(fault.kind));
  const words = rule?.on === "config-fault" ? rule.describe(fault, context)?.message : undefined;
  const { line } = new SourceLines(fault.file.lines.text).position(fault.span.start);
  const reason = maskSentence(words ?? fault.log[0] ?? fault.kind);
  return `${reason.includes(verdict) ? "" : `${verdict}: `}${fault.file.path}:${line}: ${reason}`;
}

/** `--format json`, in pieces. */
export function* effectiveJson(
  file: string,
  error: string | undefined,
  sections: Iterable<EffectiveSection>,
): Generator<string> {
  yield `{"file":${JSON.stringify(file)},${error === undefined ? "" : `"error":${shownInJson(JSON.stringify(error))},`}"sections":[`;
  let first = true;
  for (const section of sections) {
    yield `${first ? "" : ","}\n${shownInJson(JSON.stringify(section))}`;
    first = false;
  }
  yield "]}\n";
}

/** `--format text`: a configuration that reads the same, with the origin of every line. */
export function* effectiveText(sections: Iterable<EffectiveSection>, style: Style): Generator<string> {
  for (const section of sections) {
    const modifiers = [...(section.template ? ["!"] : []), ...section.inherits].join(",");
    const header = `[${section.name}]${modifiers === "" ? "" : `(${modifiers})`}`;
    const lines = [row(header, section, style.bold, style)];
    for (const option of section.options)
      lines.push(row(`${option.name} = ${option.value.replace(/;/g, "\\;")}`, option, same, style));
    yield `${lines.join("\n")}\n\n`;
  }
}

const column = 48;

function row(
  text: string,
  { file, line }: { readonly file: string; readonly line: number },
  mark: (text: string) => string,
  style: Style,
): string {
  const shown = printable(text);
  return `${mark(shown)}${" ".repeat(Math.max(2, column - shown.length))}${style.dim(`; ${printable(file)}:${line}`)}`;
}

const same = (text: string): string => text;

function effectiveSection(section: ConfigSection, show: (option: ConfigOption) => string): EffectiveSection {
  return {
    name: section.name,
    template: section.template,
    inherits: section.bases.map((base) => base.section.name),
    file: section.file.path,
    line: section.header.number,
    options: section.options.map((option) => ({
      name: option.name,
      value: show(option),
      file: option.file.path,
      line: option.line.number,
    })),
  };
}

function plainValue(option: ConfigOption): string {
  return option.value;
}

/** Copies inherited from a template are the very same option: each is looked at once. */
function maskedValues(): (option: ConfigOption) => string {
  const known = new WeakMap<ConfigOption, string>();
  return (option) => {
    const before = known.get(option);
    if (before !== undefined) return before;
    const value = maskValue(asciiLower(option.name), option.value);
    known.set(option, value);
    return value;
  };
}
