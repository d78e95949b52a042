import type { SourceFile } from "../text/source-file.ts";
import type { Files } from "./files.ts";

/** An installation held in memory: paths and texts. Folders follow from the paths. */
export function memoryFiles(texts: ReadonlyMap<string, string> | Readonly<Record<string, string>>): Files {
  const entries =
    texts instanceof Map ? [...texts] : Object.entries(texts as Readonly<Record<string, string>>);
  const files = new Map<string, SourceFile>(entries.map(([path, text]) => [path, { path, text }]));
  const folders = new Map<string, Set<string>>([["", new Set()]]);
  for (const path of files.keys()) {
    const parts = path.split("/");
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join("/");
      const names = folders.get(folder) ?? new Set<string>();
      names.add(parts[depth] ?? "");
      folders.set(folder, names);
    }
  }
  return {
    read: (path) => files.get(path) ?? (folders.has(path) ? "directory" : "absent"),
    list: (folder) => [...(folders.get(folder) ?? [])],
  };
}
