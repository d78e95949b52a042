// The ways in which `lint` runs: once over the disk, over what stands on standard input, or again and again. What only
// some runs need is loaded when they need it.

import { type LintOptions, lintCommand } from "./lint-command.ts";
import { diskHost, type LintHost } from "./lint-host.ts";
import { type ProjectFlags, Projects } from "./projects.ts";
import { UsageError } from "./usage-error.ts";

export interface LintModeOptions extends LintOptions {
  readonly changed?: string;
  readonly stdinFilename?: string;
  readonly watch?: true;
}

/** Returns the exit code. */
export async function runLint(
  paths: readonly string[],
  options: LintModeOptions & ProjectFlags,
): Promise<number> {
  const { changed, stdinFilename, watch, updateBaseline } = options;
  const isStandardInput = stdinFilename !== undefined || paths.includes("-");
  refuse(isStandardInput && changed !== undefined, "--changed asks git for files; standard input is none");
  refuse(isStandardInput && watch === true, "--watch cannot watch standard input");
  refuse(isStandardInput && updateBaseline === true, "--update-baseline needs files, not standard input");
  refuse(watch === true && updateBaseline === true, "--update-baseline writes once; it has no --watch");
  const others = options.baseline === undefined ? [] : [options.baseline];
  const host: LintHost =
    changed === undefined
      ? diskHost
      : { ...diskHost, select: (await import("./changed.ts")).changedSince(changed, others) };
  if (isStandardInput) {
    const { lintStandardInput } = await import("./stdin.ts");
    return lintStandardInput(paths, options, new Projects(options), host);
  }
  if (watch !== true) return lintCommand(paths, options, new Projects(options), host);
  const { watchAndRun } = await import("./watch.ts");
  return watchAndRun(host, others, (watched, notice) =>
    lintCommand(paths, options, new Projects(options, notice), watched),
  );
}

function refuse(isWrong: boolean, message: string): void {
  if (isWrong) throw new UsageError(message);
}
