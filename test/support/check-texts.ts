// The problems of an installation that is given as texts.

import {
  checkInstallation,
  defaultSettings,
  memoryFiles,
  openInstallation,
  type Problem,
  rootFiles,
  type Settings,
} from "../../server/src/core/api.ts";

/** All problems of an installation, by the paths and texts of its files. */
export function checkTexts(
  texts: Readonly<Record<string, string>>,
  settings: Settings = defaultSettings,
): Problem[] {
  const files = memoryFiles(texts);
  return checkInstallation(openInstallation(files, settings), rootFiles(files));
}

/** The line of an offset, from 0. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length - 1;
}
