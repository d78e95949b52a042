// Paths with "/" between their folders, as texts.

/** "../site" and "d/a.conf" as one path, "." and ".." resolved as far as they can be. */
export function joinedPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "." || (part === "" && parts.length > 0)) continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** The path of a place from a folder that holds it; "" for the folder itself, undefined for a place elsewhere. */
export function pathBelow(folder: string, place: string): string | undefined {
  if (place === folder) return "";
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  return place.startsWith(start) ? place.slice(start.length) : undefined;
}
