// Where an #include looks. Asterisk resolves every relative path against its configuration directory, never
// against the including file, and cuts the full path at 255 bytes.

import { firstBytes } from "../text/bytes.ts";

/** A place in the installation, or an absolute path that is not part of it. */
export type IncludePlace =
  | { readonly inside: true; readonly path: string; readonly printed: string }
  | { readonly inside: false; readonly path: string };

/** Resolves the argument of an include; `directory` is the configured astetcdir. */
export function resolveInclude(argument: string, directory: string): IncludePlace {
  const base = directory.replace(/\/+$/, "");
  const full = firstBytes(argument.startsWith("/") ? argument : `${base}/${argument}`, 255);
  const printed = full.startsWith(`${base}/`) ? full.slice(base.length + 1) : full;
  const normal = normalize(full);
  const root = normalize(base);
  if (normal === root) return { inside: true, path: "", printed };
  if (!normal.startsWith(`${root}/`)) return { inside: false, path: full };
  return { inside: true, path: normal.slice(root.length + 1), printed };
}

/** Removes "." and empty parts and resolves "..", as the file system does where no link is involved. */
function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
