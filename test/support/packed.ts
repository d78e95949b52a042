// The package as the registry would have it, packed once for all tests of a file.

import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Packed {
  readonly path: string;
  /** How npx is told: a path alone would be a program to it. */
  readonly name: string;
  readonly files: readonly string[];
  /** In bytes. */
  readonly size: number;
}

let known: Packed | undefined;

/** Packs what `npm pack` takes; dist/ has been built before. */
export function packed(): Packed {
  if (known !== undefined) return known;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "asterisk-analyzer-package-")));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const words = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const [answer] = JSON.parse(execFileSync("npm", words, { cwd: resolve("."), encoding: "utf8" })) as {
    filename: string;
    size: number;
    files: { path: string }[];
  }[];
  if (answer === undefined) throw new Error("npm pack says nothing");
  known = {
    path: join(folder, answer.filename),
    name: `file:${join(folder, answer.filename)}`,
    files: answer.files.map(({ path }) => path),
    size: answer.size,
  };
  return known;
}
