// The files of an installation as its template engine would leave them, as far as that is known: pjsip.conf is found
// where only pjsip.conf.j2 is, and what is for the engine is out of the reader's way.

import { isPjsipFile, knownFile } from "../catalog/files.ts";
import { variable } from "../catalog/variables.ts";
import type { FileContent, Files } from "../config/files.ts";
import { isHidden } from "../syntax/template/marks.ts";
import {
  type Choice,
  readTemplate,
  renderedFile,
  type Template,
  textOf,
} from "../syntax/template/template.ts";
import { renderedName } from "../text/rendered-name.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Settings } from "./settings.ts";

/** One of the ways in which templates can be rendered. */
export interface Variant {
  /** Says which it is. */
  readonly key: string;
  /** The branches that are there. */
  readonly choice: (template: Template) => Choice;
  /** Whether lines with an unknown value are left out. */
  readonly withoutValues: boolean;
}

/** Files, and the templates among those that were read. */
export interface TemplateFiles extends Files {
  readonly templates: ReadonlyMap<string, Template>;
}

/** `variant`: one way to render them; without it all branches are there. */
export function templateFiles(files: Files, settings: Settings, variant?: Variant): TemplateFiles {
  const templates = new Map<string, Template>();
  const read = (path: string): FileContent => {
    const given = files.read(path);
    const content = given === "absent" ? templateNamed(path, files) : given;
    if (typeof content === "string") return content;
    const template = templateIn(content, settings);
    if (template === undefined) return content;
    templates.set(content.path, template);
    return rendered(template, path, variant);
  };
  return {
    templates,
    read,
    list: (folder) => {
      const names = files.list(folder);
      return names === undefined ? undefined : renderedNames(names);
    },
  };
}

/** The names that the files of a folder have once they are rendered. */
export function renderedNames(names: readonly string[]): readonly string[] {
  if (!names.some((name) => renderedName(name) !== undefined)) return names;
  return [...new Set(names.map((name) => renderedName(name) ?? name))];
}

/** The names of templates by the names of what they become, for each folder's list. */
const byRendered = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The template that becomes a file which is not there itself. */
function templateNamed(path: string, files: Files): FileContent {
  if (!/\.(?:conf|inc)$/i.test(path)) return "absent";
  const slash = path.lastIndexOf("/") + 1;
  const names = files.list(path.slice(0, Math.max(0, slash - 1)));
  if (names === undefined) return "absent";
  let known = byRendered.get(names);
  if (known === undefined) {
    known = new Map(names.flatMap((name) => [[renderedName(name) ?? "", name] as const]));
    byRendered.set(names, known);
  }
  const name = known.get(path.slice(slash));
  return name === undefined ? "absent" : files.read(path.slice(0, slash) + name);
}

interface Known {
  readonly settings: Settings;
  readonly template: Template | undefined;
  /** By path and variant. */
  readonly rendered: Map<string, SourceFile>;
}

const known = new WeakMap<SourceFile, Known>();

function templateIn(file: SourceFile, settings: Settings): Template | undefined {
  const before = known.get(file);
  if (before?.settings === settings) return before.template;
  const name = baseName(renderedName(file.path) ?? file.path);
  const isWizard = knownFile(name)?.reader === "wizard";
  const template = readTemplate(file, {
    marks: settings.placeholders ?? [],
    variables: isPjsipFile(name) || isWizard ? "placeholders" : "asterisk",
    isVariable: (word) =>
      variable(word) !== undefined ||
      word.startsWith("VM_") ||
      (isWizard && ["REMOTE_HOST", "USERNAME"].includes(word)),
  });
  known.set(file, { settings, template, rendered: new Map() });
  return template;
}

function rendered(template: Template, path: string, variant: Variant | undefined): SourceFile {
  const { source } = template;
  const memory = known.get(source)?.rendered;
  const key = `${variant?.key ?? ""}\0${path}`;
  const before = memory?.get(key);
  if (before !== undefined) return before;
  const text = variant === undefined ? template.text : textOf(template, variant.choice(template));
  const file = renderedFile(template, path, variant?.withoutValues === true ? withoutValues(text) : text);
  memory?.set(key, file);
  return file;
}

/** Blanks in place of lines that hold something unknown, but for those that others belong to. */
function withoutValues(text: string): string {
  return text.replace(/^(?![ \t]*(?:\[|exten[ \t]*=)).+$/gim, (line) =>
    isHidden(line) ? " ".repeat(line.length) : line,
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
