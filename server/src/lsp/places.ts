// A place is a document's URI with its escapes resolved, such as "file:///etc/asterisk/pjsip.conf": clients
// escape one and the same file differently, places compare. Bytes that are no UTF-8 stay as in text/bytes.ts.

import { decodeBytes, encodeText } from "../core/api.ts";

export function placeOf(uri: string): string {
  if (!uri.includes("%")) return normal(uri);
  const bytes: number[] = [];
  for (let at = 0; at < uri.length; at++) {
    const escaped = /^%[0-9a-f]{2}/i.exec(uri.slice(at, at + 3));
    if (escaped === null) {
      const character = String.fromCodePoint(uri.codePointAt(at) ?? 0);
      bytes.push(...encodeText(character));
      at += character.length - 1;
      continue;
    }
    bytes.push(Number.parseInt(uri.slice(at + 1, at + 3), 16));
    at += 2;
  }
  return normal(decodeBytes(Uint8Array.from(bytes)));
}

/** Drive letters compare without case. A document without a file, "untitled:Untitled-1", lies in a folder, too. */
function normal(place: string): string {
  return place
    .replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase())
    .replace(/^([A-Za-z][\w+.-]*:)(?!\/)/, "$1/");
}

/** The URI of a place, escaped as VS Code does. */
export function uriOf(place: string): string {
  const [start = ""] = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(place) ?? [];
  let uri = start;
  for (const byte of encodeText(place.slice(start.length))) {
    const character = String.fromCharCode(byte);
    uri += /[A-Za-z0-9\-._~/]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return uri;
}

export function folderOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf("/")));
}

export function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("/") + 1);
}

/** Whether a place lies in a folder or below it. */
export function isBelow(place: string, folder: string): boolean {
  return place.startsWith(`${folder}/`);
}

/** The path of a place from a folder that it lies below. */
export function pathFrom(folder: string, place: string): string {
  return place.slice(folder.length + 1);
}
