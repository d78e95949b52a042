// The language server as a web worker, for editors that run in a browser: all files come from the client.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { type PagesResult, pagesRequest } from "../core/protocol.ts";
import { ClientFiles } from "../lsp/client-files.ts";
import { startServer } from "../lsp/start-server.ts";

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const files = new ClientFiles(connection);
/** A worker cannot read what lies beside it. */
let pages: Promise<ReadonlyMap<string, string>> | undefined;

startServer(connection, {
  files: files.below,
  changed: files.changed,
  onArrival: files.onArrival,
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
  pages: () => {
    pages ??= connection.sendRequest<PagesResult>(pagesRequest).then((result) => new Map(result));
    // A client that did not answer once may answer the next time.
    pages.catch(() => {
      pages = undefined;
    });
    return pages;
  },
});
