// Where a path leads over symbolic links.

import { readlinkSync } from "node:fs";
import { bytesOf, decodeFile } from "./disk-files.ts";

/** More links than this on the way are a circle; Linux counts the same. */
const maximumLinks = 40;

/**
 * The places that decide what an absolute path holds: each link on the way, folders too, and last the real path. What
 * is missing counts as no link.
 */
export function linkPlaces(path: string): readonly string[] {
  const places: string[] = [];
  const names = path.split("/").reverse();
  let real = "";
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    if (name === "" || name === ".") continue;
    if (name === "..") {
      real = real.slice(0, Math.max(0, real.lastIndexOf("/")));
      continue;
    }
    const place = `${real}/${name}`;
    const target = places.length < maximumLinks ? targetOf(place) : undefined;
    if (target === undefined) real = place;
    else {
      places.push(place);
      if (target.startsWith("/")) real = "";
      names.push(...target.split("/").reverse());
    }
  }
  return [...places, real === "" ? "/" : real];
}

function targetOf(place: string): string | undefined {
  try {
    return decodeFile(readlinkSync(bytesOf(place), { encoding: "buffer" }));
  } catch {
    return undefined;
  }
}
