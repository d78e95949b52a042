// The language server as a process of its own: over standard input and output, or over the channel that the
// extension opens (--stdio, --node-ipc).

import { createConnection } from "vscode-languageserver/node";
import { ClientFiles } from "../lsp/client-files.ts";
import type { Host } from "../lsp/host.ts";
import { startServer } from "../lsp/start-server.ts";
import { DiskFiles } from "./disk-files.ts";
import { beginSmall, beginWork, filesRead, growSlowly, optimizeAsUsual, optimizeLater } from "./engine.ts";
import { tidyWhenIdle } from "./idle.ts";

/** Milliseconds of work after which the rest of it is worth optimizing. */
const longBeginning = 100;

optimizeLater();
beginSmall();

const connection = createConnection();
/** Documents that are nowhere on this machine. */
const elsewhere = new ClientFiles(connection);

const host: Host = {
  files: (folder) => {
    const directory = directoryOf(folder);
    return directory === undefined ? elsewhere.below(folder) : new DiskFiles(directory, filesRead);
  },
  seesAbove: (folder) => directoryOf(folder) !== undefined,
  changed: elsewhere.changed,
  onArrival: elsewhere.onArrival,
  after: (milliseconds, action) => {
    const timer = setTimeout(() => {
      beginWork();
      const begun = performance.now();
      action();
      if (performance.now() - begun > longBeginning) {
        optimizeAsUsual();
        growSlowly(process.memoryUsage().heapUsed);
      }
      tidyWhenIdle();
    }, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  pages: async () => (await import("../core/pages-api.ts")).pages,
};

startServer(connection, host);

/** "file:///etc", "file:///c:/etc" and "file://server/share" as the file system names them. */
function directoryOf(folder: string): string | undefined {
  const found = /^file:\/\/([^/]*)(\/.*)?$/s.exec(folder);
  if (found === null) return undefined;
  const [, server = "", path = "/"] = found;
  if (server !== "" && server !== "localhost") return `//${server}${path}`;
  return /^\/[a-z]:/i.test(path) ? path.slice(1) : path;
}
