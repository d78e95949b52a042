// Sounds and scripts that lie in the installation. Most machines have them elsewhere: nothing is proposed then.

import { resolveInclude } from "../../config/include-path.ts";
import type { Installation } from "../../workspace/installation.ts";
import { configuredDirectory, soundFolder } from "../sound-files.ts";
import type { Proposals } from "./item.ts";

const mostFiles = 2000;

export function soundProposals(installation: Installation, proposals: Proposals): void {
  const folder = soundFolder(installation);
  const language = /^[a-z]{2}(?:_[A-Z]{2})?(?:_\w+)?\//;
  walk(installation.files, folder, (path) => {
    const name = path.replace(language, "").replace(/\.[^./]+$/, "");
    proposals.add({ label: name, kind: "file", detail: `${folder}/${path}`, rank: 10 });
  });
}

export function scriptProposals(installation: Installation, proposals: Proposals): void {
  const { files, environment } = installation;
  const scripts = configuredDirectory(installation, "astagidir") ?? "/var/lib/asterisk/agi-bin";
  const place = resolveInclude(scripts, environment.directory);
  const folder = place.inside ? place.path : "agi-bin";
  walk(files, folder, (path) => proposals.add({ label: path, kind: "file", detail: `${folder}/${path}` }));
}

/** Every file below a folder, up to a number and a depth. */
function walk(files: Installation["files"], root: string, visit: (path: string) => void): void {
  let count = 0;
  const folders: { readonly path: string; readonly depth: number }[] = [{ path: "", depth: 0 }];
  for (let index = 0; index < folders.length && count < mostFiles; index++) {
    const { path, depth } = folders[index] ?? { path: "", depth: 0 };
    const full = path === "" ? root : `${root}/${path}`;
    for (const name of files.list(full) ?? []) {
      if (name.startsWith(".") || count++ > mostFiles) continue;
      const inner = path === "" ? name : `${path}/${name}`;
      const isFolder = (files.list(`${root}/${inner}`) ?? []).length > 0;
      if (!isFolder) visit(inner);
      else if (depth < 4) folders.push({ path: inner, depth: depth + 1 });
    }
  }
}
