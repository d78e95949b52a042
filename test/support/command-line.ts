// Runs the bundled command line over small directories.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { TestContext } from "node:test";

export const bundle: string = resolve("dist/cli.js");

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly program?: string;
}

/** Runs the command in a directory; a run that does not end by itself fails. */
export function run(directory: string, words: readonly string[], options: RunOptions = {}): Ran {
  const { input = "", env = {}, uid, program = bundle } = options;
  const result = spawnSync(process.execPath, [program, ...words], {
    cwd: directory,
    encoding: "utf8",
    input,
    timeout: 60_000,
    maxBuffer: 1 << 28,
    // As if no build service were there, which would have a say in the reports.
    env: {
      ...process.env,
      NO_COLOR: "1",
      GITHUB_ACTIONS: "",
      GITHUB_WORKSPACE: "",
      CI_PROJECT_DIR: "",
      ...env,
    },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  if (result.error !== undefined) throw result.error;
  return { code: result.status, output: result.stdout, errors: result.stderr };
}

/** Writes files into a directory that lasts as long as the test. */
export function directoryWith(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "asterisk-analyzer-")));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}
