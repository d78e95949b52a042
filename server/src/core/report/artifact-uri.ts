// Paths as the addresses that SARIF wants: relative to the checkout, every byte that could mean something else encoded.

import { encodeText } from "../text/bytes.ts";

/** Where a file lies: below the top of the checkout, or on this machine. */
export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
}

/** The name of the top of the checkout. */
export const sourceRoot = "SRCROOT";

/** The place of a path that begins at the top of the checkout; `absolute` knows where those lie that leave it. */
export function artifactLocation(path: string, absolute: (path: string) => string): ArtifactLocation {
  if (!/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:\/)/.test(path))
    return { uri: encodedPath(path), uriBaseId: sourceRoot };
  const place = absolute(path).replace(/^(?=[A-Za-z]:\/)/, "/");
  return { uri: `file://${encodedPath(place)}` };
}

/** Percent-encoded byte by byte, so that a name that is no UTF-8 is still the name. */
export function encodedPath(path: string): string {
  if (/^[\w./~-]*$/.test(path)) return path;
  return [...encodeText(path)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[\w./~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
