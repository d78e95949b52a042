// Sounds and scripts that lie in the installation. Most machines have them elsewhere: nothing is proposed then.

import { resolveInclude } from "../../config/include-path.ts";
import { lastOption, sectionNamed } from "../../config/section-lookup.ts";
import type { Installation } from "../../workspace/installation.ts";
import type { Proposals } from "./item.ts";

const mostFiles = 2000;

export function soundProposals({ files, load, environment }: Installation, proposals: Proposals): void {
  const data = directory({ load }, "astdatadir") ?? "/var/lib/asterisk";
  const sounds = resolveInclude(`${data}/sounds`, environment.directory);
  const folder = sounds.inside ? sounds.path : "sounds";
  const language = /^[a-z]{2}(?:_[A-Z]{2})?(?:_\w+)?\//;
  walk(files, folder, (path) => {
    const name = path.replace(language, "").replace(/\.[^./]+$/, "");
    proposals.add({ label: name, kind: "file", detail: `${folder}/${path}`, rank: 10 });
  });
}

export function scriptProposals({ files, load, environment }: Installation, proposals: Proposals): void {
  const scripts = directory({ load }, "astagidir") ?? "/var/lib/asterisk/agi-bin";
  const place = resolveInclude(scripts, environment.directory);
  const folder = place.inside ? place.path : "agi-bin";
  walk(files, folder, (path) => proposals.add({ label: path, kind: "file", detail: `${folder}/${path}` }));
}

function directory({ load }: Pick<Installation, "load">, name: string): string | undefined {
  return lastOption(sectionNamed(load("asterisk.conf"), "directories"), name)?.value;
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
