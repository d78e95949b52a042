// What the other files of an installation decide about reading pjsip.conf: asterisk.conf, modules.conf,
// acl.conf, codecs.conf, geolocation.conf, sorcery.conf and extconfig.conf.

import type { Files } from "../config/files.ts";
import { loadConfig } from "../config/fold.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { LoadSettings } from "../config/load-state.ts";
import type { ConfigOption } from "../config/section.ts";
import { firstOption, isTrue, lastOption, sectionNamed } from "../config/section-lookup.ts";
import type { Entry, FileLines } from "../syntax/read-lines.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { asciiLower, trimBlanks } from "../text/ascii.ts";
import type { SourceFile } from "../text/source-file.ts";
import type { Settings } from "./settings.ts";

/** A line of sorcery.conf or extconfig.conf that takes objects or a file from elsewhere. */
export interface Mapping {
  /** Object type (sorcery.conf) or file name (extconfig.conf). */
  readonly name: string;
  /** "config", "realtime", "astdb", "memory" or a database driver. */
  readonly source: string;
  /** The file that a "config" mapping names. */
  readonly file: string | undefined;
  /** Whether the mapping picks sections by `type=`; without that every section of the file counts. */
  readonly byType: boolean;
  readonly option: ConfigOption;
}

export interface Environment {
  /** `dontwarn` of asterisk.conf: Asterisk keeps quiet about the extensions "_." and "_!". */
  readonly dontWarn: boolean;
  readonly exec: LoadSettings["exec"];
  readonly directory: string;
  /** Whether modules.conf lets a module load; true where there is no modules.conf. */
  readonly moduleLoaded: (module: string) => boolean;
  /** Sections of acl.conf; "absent" where there is no such file, undefined where we cannot see all of it. */
  readonly namedAcls: ReadonlySet<string> | "absent" | undefined;
  readonly extraCodecs: ReadonlySet<string>;
  /** Sections of geolocation.conf; undefined where we cannot see all of it. */
  readonly geolocationProfiles: ReadonlySet<string> | undefined;
  /** By object type. */
  readonly sorcery: ReadonlyMap<string, readonly Mapping[]>;
  /** By file name. */
  readonly realtimeFiles: ReadonlyMap<string, Mapping>;
}

/** Reads what those files say. Files that are absent leave Asterisk's defaults. */
export function readEnvironment(
  files: Files,
  settings: Settings,
  lines: (file: SourceFile, entry: Entry) => FileLines,
): Environment {
  const first = loadConfig("asterisk.conf", files, {
    directory: settings.directory,
    exec: "off",
    unread: "anything",
    afterRejection: "stop",
    lines,
  });
  const options = sectionNamed(first, "options");
  const execution = lastOption(options, "execincludes");
  const dontWarn = lastOption(options, "dontwarn");
  const exec =
    first.outcome === "missing" || isHidden(execution?.value ?? "")
      ? "unknown"
      : execution !== undefined && isTrue(execution.value)
        ? "on"
        : "off";
  const named = lastOption(sectionNamed(first, "directories"), "astetcdir")?.value;
  const directory = named?.startsWith("/") ? named : settings.directory;
  const load = (name: string): ConfigLoad =>
    loadConfig(name, files, { directory, exec, unread: "anything", afterRejection: "stop", lines });
  const extconfig = load("extconfig.conf");
  return {
    dontWarn: dontWarn !== undefined && isTrue(dontWarn.value),
    exec,
    directory,
    moduleLoaded: modules(load("modules.conf"), settings.knownModules),
    namedAcls: mapsFamily(extconfig, "acls") ? undefined : namedAcls(load("acl.conf")),
    extraCodecs: new Set([...(sectionNames(load("codecs.conf")) ?? [])].map(asciiLower)),
    geolocationProfiles: sectionNames(load("geolocation.conf"), "profile"),
    sorcery: sorceryMappings(load("sorcery.conf")),
    realtimeFiles: realtimeMappings(extconfig),
  };
}

function namedAcls(load: ConfigLoad): Environment["namedAcls"] {
  return load.outcome === "missing" ? "absent" : sectionNames(load);
}

/** Names of the sections, of one `type` where it is given; undefined where there may be more than we see. */
function sectionNames(load: ConfigLoad, type?: string): Set<string> | undefined {
  if (load.partial) return undefined;
  const sections = load.sections.filter((section) => !section.template);
  const wanted =
    type === undefined
      ? sections
      : sections.filter((section) => firstOption(section, "type")?.value === type);
  return new Set(wanted.map((section) => section.name));
}

/** Whether extconfig.conf takes a family of objects from a database. */
function mapsFamily(extconfig: ConfigLoad, family: string): boolean {
  return lastOption(sectionNamed(extconfig, "settings"), family) !== undefined;
}

/** `autoload=yes` loads all but the "noload" ones; without it only the modules that are named load. */
function modules(load: ConfigLoad, known: readonly string[] = []): (module: string) => boolean {
  const section = sectionNamed(load, "modules");
  if (section === undefined) return () => true;
  const named = new Set(known.map((module) => module.replace(/\.so$/, "")));
  const refused = new Set<string>();
  const wanted = new Set<string>();
  for (const option of section.options) {
    const name = asciiLower(option.name);
    const module = trimBlanks(option.value).replace(/\.so$/, "");
    if (name === "noload") refused.add(module);
    else if (["load", "preload", "require", "preload-require"].includes(name)) wanted.add(module);
  }
  const autoload = lastOption(section, "autoload");
  if (autoload !== undefined && isTrue(autoload.value))
    return (module) => named.has(module) || !refused.has(module);
  return (module) => named.has(module) || (wanted.has(module) && !refused.has(module));
}

/** `type[/cache] = wizard,data` below a module's section. */
function sorceryMappings(load: ConfigLoad): Map<string, Mapping[]> {
  const mappings = new Map<string, Mapping[]>();
  for (const section of load.sections) {
    if (section.template || !/^(res_pjsip|acl$)/.test(section.name)) continue;
    for (const option of section.options) {
      const [name = "", kind] = option.name.split("/");
      if (kind === "cache") continue;
      const [source = "", file, ...rest] = option.value.split(",").map(trimBlanks);
      const mapping = {
        name,
        source,
        file,
        byType: rest.some((item) => item === `criteria=type=${name}`),
        option,
      };
      mappings.set(name, [...(mappings.get(name) ?? []), mapping]);
    }
  }
  return mappings;
}

/** `file.conf => driver,database[,table]` below [settings]. */
function realtimeMappings(load: ConfigLoad): Map<string, Mapping> {
  const mappings = new Map<string, Mapping>();
  for (const option of sectionNamed(load, "settings")?.options ?? []) {
    if (!option.name.endsWith(".conf")) continue;
    const [source = ""] = option.value.split(",").map(trimBlanks);
    mappings.set(option.name, { name: option.name, source, file: undefined, byType: true, option });
  }
  return mappings;
}
