// The language server as a web worker, for editors that run in a browser: all files come from the client.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { ClientFiles } from "../lsp/client-files.ts";
import { startServer } from "../lsp/start-server.ts";

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const files = new ClientFiles(connection);

startServer(connection, {
  files: files.below,
  changed: files.changed,
  onArrival: files.onArrival,
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
  now: () => performance.now(),
});
