// Installations that are made of texts alone, with the settings that hold where nobody says otherwise.

import {
  applyEdits,
  checkInstallation,
  defaultSettings,
  type FileEdit,
  type Files,
  memoryFiles,
  openInstallation,
  type Problem,
  rootFiles,
  type Subject,
} from "../../server/src/core/api.ts";

/** All problems of an installation. */
export function check(files: Files): Problem[] {
  return checkInstallation(openInstallation(files, defaultSettings), rootFiles(files));
}

/** All problems of an installation with these texts by path. */
export function problemsOf(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): Problem[] {
  return check(memoryFiles(texts));
}

/** One of the texts as an editor shows it: its roots are the files that load it, itself first. */
export function subjectOf(texts: ReadonlyMap<string, string>, file: string): Subject {
  const files = memoryFiles(texts);
  const installation = openInstallation(files, defaultSettings);
  const roots = rootFiles(files)
    .filter((root) => installation.load(root).files.some(({ path }) => path === file))
    .sort((left, right) => Number(right === file) - Number(left === file));
  return { installation, file, text: texts.get(file) ?? "", roots };
}

/** The files that edits change, as they are then. */
export function edited(files: Files, edits: readonly FileEdit[]): Map<string, string> {
  const paths = new Set(edits.map(({ file }) => file));
  return new Map(
    [...paths].map((path) => {
      const content = files.read(path);
      const own = edits.filter(({ file }) => file === path);
      own.sort((left, right) => left.span.start - right.span.start);
      return [path, applyEdits(typeof content === "string" ? "" : content.text, own)];
    }),
  );
}
