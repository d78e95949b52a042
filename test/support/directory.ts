// A directory as the core sees it, read whole into memory, with single files replaced.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { decodeBytes } from "../../server/src/core/text/bytes.ts";

/** Texts by path below the directory. Folders deeper than `depth` are left out. */
export function directoryTexts(directory: string, depth = 4): Map<string, string> {
  const texts = new Map<string, string>();
  read("", depth);
  return texts;

  function read(folder: string, left: number): void {
    for (const name of readdirSync(join(directory, folder))) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const state = statSync(join(directory, path), { throwIfNoEntry: false });
      if (state?.isDirectory() && left > 0) read(path, left - 1);
      else if (state?.isFile()) texts.set(path, decodeBytes(readFileSync(join(directory, path))));
    }
  }
}
