// Extensions, labels and variables of the dialplan, read from its lines without making all of its contexts.

import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { storedName } from "../../dialplan/pattern/normal-name.ts";
import { stepPieces } from "../../dialplan/step-line.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import { maskLine } from "../../text/secrets.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";

export interface ExtensionLines {
  readonly name: string;
  readonly labels: Set<string>;
  readonly numbers: Set<string>;
  /** What its first line does, as written: "Dial(PJSIP/6001)". */
  readonly first: string;
}

/** The lines of one context, included ones not among them. */
export interface ContextLines {
  readonly extensions: ReadonlyMap<string, ExtensionLines>;
  readonly includes: readonly string[];
}

class DialplanNames {
  readonly #sections = new Map<string, ConfigSection[]>();
  readonly #contexts = new WeakMap<readonly ConfigSection[], ContextLines>();
  readonly #load: ConfigLoad;
  #variables: ReadonlyMap<string, string> | undefined;

  constructor(load: ConfigLoad) {
    this.#load = load;
    for (const section of load.sections) {
      addTo(this.#sections, section.name, section);
    }
  }

  context(name: string, sections: readonly ConfigSection[] = this.#sections.get(name) ?? []): ContextLines {
    const known = this.#contexts.get(sections);
    if (known !== undefined) return known;
    const made = contextLines(sections);
    this.#contexts.set(sections, made);
    return made;
  }

  sectionsOf(name: string): readonly ConfigSection[] {
    return this.#sections.get(name) ?? [];
  }

  /** A context and those that it includes, each once, nearest first. */
  reach(
    name: string,
    sections?: readonly ConfigSection[],
  ): { readonly name: string; readonly lines: ContextLines }[] {
    const found = [{ name, lines: this.context(name, sections) }];
    const met = new Set([name]);
    for (let index = 0; index < found.length && index < 100; index++) {
      for (const include of found[index]?.lines.includes ?? []) {
        if (met.has(include)) continue;
        met.add(include);
        found.push({ name: include, lines: this.context(include) });
      }
    }
    return found;
  }

  /** Variables that the dialplan sets or reads, with where they come from. */
  get variables(): ReadonlyMap<string, string> {
    this.#variables ??= readVariables(this.#load, this.#sections);
    return this.#variables;
  }
}

const names: InstallationQuestion<undefined, DialplanNames> = {
  compute: ({ load }) => new DialplanNames(load("extensions.conf")),
};

export function dialplanNames(installation: Installation): DialplanNames {
  return installation.ask(names, undefined);
}

function contextLines(sections: readonly ConfigSection[]): ContextLines {
  const extensions = new Map<string, ExtensionLines>();
  const includes: string[] = [];
  let last: ExtensionLines | undefined;
  for (const { options } of sections) {
    for (const { name, value } of options) {
      const word = asciiLower(name);
      if (word === "include") includes.push(value.split(/[,|]/)[0] ?? "");
      if (word !== "exten" && word !== "same") continue;
      const { name: written, priority, label, application, restStart } = stepPieces(value, word === "same");
      if (written !== undefined) {
        const stored = storedName(written.text.split("/")[0] ?? "");
        last = extensions.get(stored);
        if (last === undefined) {
          const first = value.slice(application.start, restStart);
          last = { name: stored, labels: new Set(), numbers: new Set(), first };
          extensions.set(stored, last);
        }
      }
      if (last === undefined) continue;
      if (label !== undefined && label.text !== "") last.labels.add(label.text);
      if (/^\d+$/.test(priority.text)) last.numbers.add(priority.text);
    }
  }
  return { extensions, includes };
}

/** The lines of one extension of a context. */
export function extensionLines(sections: readonly ConfigSection[], extension: string): ConfigOption[] {
  const found: ConfigOption[] = [];
  let current = "";
  for (const { options } of sections) {
    for (const option of options) {
      const word = asciiLower(option.name);
      if (word !== "exten" && word !== "same") continue;
      const { name } = stepPieces(option.value, word === "same");
      if (name !== undefined) current = storedName(name.text.split("/")[0] ?? "");
      if (current === extension) found.push(option);
    }
  }
  return found;
}

const maySecret = /auth|disa|pass|secret|mysql|pin|token|pwd|:\/\/|:[^,)]*@/i;

/** What an extension does first, in a few words and without secrets. */
export function stepWords({ first }: ExtensionLines): string {
  return (maySecret.test(first) ? maskLine(first) : first).slice(0, 60);
}

/** Within one line: below a call that is not closed yet stands a new statement. */
const set = /(?:\b(?:Set|MSet|Read|ReadExten)\(|,)[ \t]*_{0,2}([A-Za-z]\w*)[ \t]*(?:=(?![=>])|[,)])/gi;
const read = /\$\{([A-Za-z_]\w*)[:}]/g;

function readVariables(
  { files }: ConfigLoad,
  sections: ReadonlyMap<string, readonly ConfigSection[]>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const section of sections.get("globals") ?? [])
    for (const { name } of section.options) if (/^\w+$/.test(name)) found.set(name, "global");
  const reads = new Set<string>();
  const texts = new Set(files.map(({ lines }) => lines.text));
  for (const text of texts) {
    for (const match of text.matchAll(set)) {
      const name = match[1] ?? "";
      const assigned = match[0].endsWith("=");
      if (!assigned && !/^Read/i.test(match[0])) continue;
      if (!found.has(name)) found.set(name, "set in the dialplan");
    }
    for (const match of text.matchAll(read)) reads.add(match[1] ?? "");
  }
  for (const name of reads) if (!found.has(name)) found.set(name, "read in the dialplan");
  return found;
}
