// When the names in a file are all that there are. Everything here answers undefined where we cannot know: where the
// file is missing or not read completely, where its module does not load, and where a database may add names.

import type { Files } from "../../config/files.ts";
import type { ConfigLoad } from "../../config/load.ts";
import type { ConfigSection } from "../../config/section.ts";
import { lastOption, sectionNamed } from "../../config/section-lookup.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Environment } from "../environment.ts";
import type { Settings } from "../settings.ts";
import type { Definition } from "./name-set.ts";

/** What of an installation the readers of its other files look at. */
export interface Parts {
  readonly files: Files;
  readonly settings: Settings;
  readonly environment: Environment;
  readonly load: (root: string) => ConfigLoad;
}

/** A file whose names a dialplan uses. */
export interface Source {
  readonly file: string;
  /** Modules that read it: one of them must load. None: the core reads it. */
  readonly modules: readonly string[];
  /** Families of extconfig.conf that add names from a database. */
  readonly families?: readonly string[];
}

/** The load of a file that holds all names of its kind, or undefined. */
export function certainLoad(parts: Parts, source: Source): ConfigLoad | undefined {
  return isComplete(parts, source) ? readLoad(parts, source) : undefined;
}

/** The load of a file that Asterisk reads; a database may have more names. */
export function readLoad({ environment, load }: Parts, { file, modules }: Source): ConfigLoad | undefined {
  if (modules.length > 0 && !modules.some(environment.moduleLoaded)) return undefined;
  if (environment.realtimeFiles.has(file)) return undefined;
  const loaded = load(file);
  return loaded.outcome === "loaded" ? loaded : undefined;
}

/** Whether nothing but the file itself, as far as we read it, can have names of its kind. */
export function isComplete({ environment, load }: Parts, { file, families = [] }: Source): boolean {
  const { outcome, partial } = load(file);
  if ((outcome !== "missing" && partial) || environment.realtimeFiles.has(file)) return false;
  if (families.length === 0) return true;
  const extconfig = load("extconfig.conf");
  if (extconfig.partial) return false;
  const mapped = sectionNamed(extconfig, "settings");
  return families.every((family) => lastOption(mapped, family) === undefined);
}

/** The sections that are no templates and have none of the reserved names, which count in any case. */
export function sectionsBut(load: ConfigLoad, ...reserved: readonly string[]): ConfigSection[] {
  return load.sections.filter(({ name, template }) => !template && !reserved.includes(asciiLower(name)));
}

export function definitionOf(section: ConfigSection): Definition {
  return { name: section.name, place: headerPlace(section) };
}
