// Standard input as the text of a file.

import { decodeFile } from "../node/disk-files.ts";
import { note } from "./output.ts";
import { UsageError } from "./usage-error.ts";

const maximumBytes = 256 * 1024 * 1024;

/** All of it; says that it waits where somebody would have to type it. */
export async function standardInput(): Promise<string> {
  if (process.stdin.isTTY === true) note("reading from standard input");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maximumBytes) throw new UsageError("standard input is longer than any configuration");
  }
  return decodeFile(Buffer.concat(chunks));
}
