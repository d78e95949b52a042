/**
 * One text as a host pushed it in. Immutable: its identity is its version.
 * `path` is relative to the installation, with "/" between folders. A byte-order mark stays in the text;
 * bytes that are not UTF-8 are kept as described in bytes.ts.
 */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}
