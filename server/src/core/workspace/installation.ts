// One Asterisk configuration directory: its root files, loaded, and what its other files decide.

import { knownFile } from "../catalog/files.ts";
import { type PjsipCatalog, pjsipCatalog } from "../catalog/pjsip.ts";
import type { Files } from "../config/files.ts";
import { loadConfig } from "../config/fold.ts";
import { lineReader } from "../config/line-reader.ts";
import type { ConfigLoad } from "../config/load.ts";
import { newValueChecks } from "../pjsip/judge.ts";
import { type PjsipModel, pjsipModel } from "../pjsip/model.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import type { Settings } from "./settings.ts";

export interface Installation {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly catalog: PjsipCatalog;
  /** Loads any file of the installation as a root file. */
  readonly load: (root: string) => ConfigLoad;
  /** The objects of pjsip.conf, or of a load that is to be read like it. */
  readonly pjsip: (load: ConfigLoad) => PjsipModel;
}

/** Opens an installation. Everything is read when it is asked for. */
export function openInstallation(files: Files, settings: Settings): Installation {
  const lines = lineReader();
  const environment = readEnvironment(files, settings, lines);
  const catalog = pjsipCatalog(settings.version);
  const checks = newValueChecks();
  return {
    settings,
    environment,
    catalog,
    load: (root) =>
      loadConfig(root, files, { directory: environment.directory, exec: environment.exec, lines }),
    pjsip: (load) =>
      pjsipModel(load, catalog, (type) => isReadFromPjsip(type, environment, catalog), {
        configFile: "pjsip.conf",
        extraCodecs: environment.extraCodecs,
        // The host that runs Asterisk is another one: a file that is missing here may well be there.
        fileExists: () => undefined,
        namedAcls: environment.namedAcls,
        geolocationProfiles: environment.geolocationProfiles,
        checks,
      }),
  };
}

/** Root files of the installation directory, by name. */
export function rootFiles(files: Files): string[] {
  return (files.list("") ?? []).filter((name) => knownFile(name) !== undefined).sort();
}

/** Whether sections of a type in pjsip.conf are looked at: its module loads, and sorcery.conf does not say otherwise. */
export function isReadFromPjsip(type: string, environment: Environment, catalog: PjsipCatalog): boolean {
  const module = catalog.types.get(type)?.spec.module;
  if (module !== undefined && !(environment.moduleLoaded(module) && environment.moduleLoaded("res_pjsip")))
    return false;
  const mappings = environment.sorcery.get(type);
  return (
    mappings === undefined ||
    mappings.some(({ source, file }) => source === "config" && file === "pjsip.conf")
  );
}
