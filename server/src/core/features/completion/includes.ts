// Directives, and the files of the installation that they can read.

import { knownFile } from "../../catalog/files.ts";
import type { Cursor } from "../cursor/model.ts";
import type { Proposals } from "./item.ts";
import { type Place, partAround, proposalsFor } from "./place.ts";

const directives: readonly (readonly [string, string])[] = [
  ["include", "reads a file or several; without it the whole file is refused"],
  ["tryinclude", "reads a file if there is one"],
  ["exec", "reads what a program prints"],
];

export function directiveProposals(
  place: Place,
  { token }: Extract<Cursor, { kind: "directive" }>,
): Proposals {
  const proposals = proposalsFor(place, token.span);
  directives.forEach(([label, detail], rank) => {
    proposals.add({ label, kind: "keyword", detail, rank, text: `${label} `, filter: label, goesOn: true });
  });
  return proposals;
}

/** One part of a path at a time: what stands in the folder that is written. */
export function includeProposals(
  place: Place,
  { token, directive }: Extract<Cursor, { kind: "include-path" }>,
): Proposals {
  const span = partAround(place, token, /\//);
  const proposals = proposalsFor(place, span);
  if (directive.toLowerCase() === "exec") return proposals;
  const { installation, text, file } = place.subject;
  const root = installation.environment.directory.replace(/\/+$/, "");
  let folder = text.slice(token.span.start, span.start);
  if (folder.startsWith("/")) {
    if (!folder.startsWith(`${root}/`)) return proposals;
    folder = folder.slice(root.length + 1);
  }
  folder = folder.replace(/\/+$/, "").replace(/^\.\//, "");
  if (folder.split("/").includes("..")) return proposals;
  const read = new Set(installation.load(place.cursor.root).files.map(({ path }) => path));
  let files = 0;
  for (const name of installation.files.list(folder) ?? []) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (path === file || name.startsWith(".")) continue;
    const content = installation.files.read(path);
    if (
      content === "directory" ||
      (content === "absent" && (installation.files.list(path) ?? []).length > 0)
    ) {
      proposals.add({ label: `${name}/`, kind: "folder", rank: 20, goesOn: true });
      continue;
    }
    if (content === "absent") continue;
    files++;
    const known = folder === "" ? knownFile(name) : undefined;
    const detail = known !== undefined ? known.summary : read.has(path) ? "is read already" : undefined;
    proposals.add({
      label: name,
      kind: "file",
      detail,
      rank: known !== undefined ? 60 : read.has(path) ? 40 : 10,
    });
  }
  if (files > 1)
    proposals.add({ label: "*.conf", kind: "file", detail: "every file that ends like this", rank: 30 });
  return proposals;
}
