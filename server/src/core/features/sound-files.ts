// Sounds that lie in the installation: below the data directory that asterisk.conf names, or in a folder "sounds".

import { resolveInclude } from "../config/include-path.ts";
import { lastOption, sectionNamed } from "../config/section-lookup.ts";
import type { Installation } from "../workspace/installation.ts";

/** The path of a directory of asterisk.conf. */
export function configuredDirectory({ load }: Pick<Installation, "load">, name: string): string | undefined {
  return lastOption(sectionNamed(load("asterisk.conf"), "directories"), name)?.value;
}

/** The folder of the sounds, whether it exists or not. */
export function soundFolder(installation: Installation): string {
  const data = configuredDirectory(installation, "astdatadir") ?? "/var/lib/asterisk";
  const sounds = resolveInclude(`${data}/sounds`, installation.environment.directory);
  return sounds.inside ? sounds.path : "sounds";
}

/** Whether the sounds of the machine are a part of the installation. */
export function seesSounds(installation: Installation): boolean {
  return (installation.files.list(soundFolder(installation)) ?? []).length > 0;
}

/** A folder of a language, such as "en", "pt_BR" or "en_AU_f". */
const language = /^[a-z]{2}(?:_[A-Z]{2})?(?:_\w+)?$/;

/** The files of a sound in all languages and formats; undefined where no sounds are seen here. */
export function soundFiles(installation: Installation, name: string): readonly string[] | undefined {
  const { files } = installation;
  const folder = soundFolder(installation);
  const top = files.list(folder);
  if (top === undefined || top.length === 0) return undefined;
  const slash = name.lastIndexOf("/");
  const inner = slash < 0 ? "" : `/${name.slice(0, slash)}`;
  const start = `${name.slice(slash + 1)}.`;
  const roots = [folder, ...top.filter((one) => language.test(one)).map((one) => `${folder}/${one}`)];
  return roots.flatMap((root) =>
    (files.list(`${root}${inner}`) ?? [])
      .filter((file) => file.startsWith(start))
      .map((file) => `${root}${inner}/${file}`),
  );
}
