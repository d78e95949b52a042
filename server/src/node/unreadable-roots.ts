// Root files that are there and cannot be read: what Asterisk would do without them says nothing of the installation.

import { type Files, renderedNames } from "../core/api.ts";

/** Those among the given roots, each by the name that it has on disk, with the reason. */
export function unreadableRoots(
  roots: readonly string[],
  files: Files,
): readonly { readonly path: string; readonly reason: string }[] {
  return roots.flatMap((root) => {
    const path = nameOnDisk(root, files);
    const content = files.read(path);
    if (content === "unreadable") return [{ path, reason: "cannot be read" }];
    return content === "directory" ? [{ path, reason: "not a regular file" }] : [];
  });
}

/** What a root file is called that may be there as a template only. */
export function nameOnDisk(root: string, files: Files): string {
  if (files.read(root) !== "absent") return root;
  return files.list("")?.findLast((name) => renderedNames([name])[0] === root) ?? root;
}
