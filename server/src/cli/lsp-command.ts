// `asterisk-analyzer lsp`: the language server, for editors that start one by a command.

/** Serves until the editor says that it is enough. */
export async function lspCommand(): Promise<void> {
  // The library reads from the command line how it is to talk.
  if (!process.argv.includes("--stdio")) process.argv.push("--stdio");
  await import("../node/server-main.ts");
}
