// The command line. Exit code 2: wrong usage; 70: a bug of ours; the others are the commands' own.

import { type Command, CommanderError } from "commander";
import { collectAlone, optimizeLater } from "../node/engine.ts";
import { note } from "./output.ts";
import { buildProgram } from "./program.ts";
import { UsageError } from "./usage-error.ts";

optimizeLater();
if (!["lsp", "--watch"].some((word) => process.argv.includes(word))) collectAlone();

// A reader such as "head" that has seen enough is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  note(`the output cannot be written (${error.code ?? error.message})`);
  process.exit(2);
});
// Where nobody reads the notes, the exit code still counts.
process.stderr.on("error", () => {});

const program = buildProgram((code) => {
  process.exitCode = code;
});
for (const command of [program, ...program.commands]) quietErrors(command);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** Errors of commander come back as exceptions, each on one line. */
function quietErrors(command: Command): void {
  command.exitOverride().configureOutput({
    outputError: (text) =>
      note(
        text
          .replace(/^error: /, "")
          .trim()
          .replace(/\s*\n\s*/g, " "),
      ),
  });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    for (const line of error.message.split("\n")) note(line);
    return 2;
  }
  const text = error instanceof Error ? error.message : String(error);
  note(`internal error: ${text.split("\n")[0]}; please report it, with the command that you ran`);
  return 70;
}
