// Real configurations that lie beside this checkout, and our own examples, each read when it is first wanted.

import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { knownFile } from "../../server/src/core/api.ts";
import { directoryTexts } from "./directory.ts";
import { sharedFolder } from "./shared.ts";

export interface RealInstallation {
  readonly name: string;
  readonly texts: () => ReadonlyMap<string, string>;
}

/** Greater files say nothing that smaller ones do not, and take long. */
const maximumLength = 200_000;

/** Below a directory, every folder with a root file that tells of Asterisk. */
export function installationsBelow(top: string): RealInstallation[] {
  const folders = readdirSync(top, { recursive: true, encoding: "utf8" })
    .map((name) => join(top, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    .filter((path) =>
      readdirSync(path).some((name) => /^(?:pjsip|extensions)/.test(name) && knownFile(name) !== undefined),
    );
  return folders.sort().map((path) => ({
    name: relative(top, path),
    texts: () => new Map([...directoryTexts(path, 1)].filter(([, text]) => text.length < maximumLength)),
  }));
}

/** The examples, and the corpus where it is. */
export function realInstallations(): RealInstallation[] {
  const corpus = sharedFolder === undefined ? [] : installationsBelow(join(sharedFolder, "corpus"));
  return [...installationsBelow("examples"), ...corpus];
}
