// The recordings and real configurations that lie beside a checkout of this project, where they do.

import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const folder = [resolve("../shared"), resolve("../../shared")].find((path) =>
  existsSync(join(path, "oracle")),
);

/** Path of the folder, or undefined where it is absent. */
export const sharedFolder: string | undefined = folder;

/** For node:test: a reason to skip, or false. */
export const skipWithoutShared: string | false =
  folder === undefined ? "the folder ../shared with the recordings is not here" : false;

/** The rows of a JSON-lines recording. */
export function recorded<Row>(name: string): Row[] {
  const text = readFileSync(join(folder ?? "", "oracle", name), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}
