// The names that exist in an installation, by what they name; and where we cannot know.

import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { Files } from "../config/files.ts";
import type { ConfigLoad } from "../config/load.ts";
import { lastOption, sectionNamed } from "../config/section-lookup.ts";
import { asksElsewhere, contextNames } from "../dialplan/contexts.ts";
import type { PjsipObject } from "../pjsip/judgement.ts";
import type { PjsipModel } from "../pjsip/model.ts";
import { contextTarget, type KnownNames } from "../pjsip/references.ts";
import type { WizardModel } from "../pjsip/wizard-model.ts";
import { isHidden } from "../syntax/template/marks.ts";
import { contextsMade } from "./elsewhere/contexts-made.ts";
import type { Environment } from "./environment.ts";
import type { Settings } from "./settings.ts";

/** What of an installation decides which names there are. */
interface Parts {
  readonly files: Files;
  readonly environment: Environment;
  readonly settings: Settings;
  readonly catalog: PjsipCatalog;
  readonly load: (root: string) => ConfigLoad;
  readonly pjsip: (load: ConfigLoad) => PjsipModel;
  readonly wizard: (load: ConfigLoad) => WizardModel;
  readonly contextsBesideScripts: () => ReadonlySet<string> | undefined;
}

/** All objects of pjsip.conf and of the wizards. */
export function allObjects({ load, pjsip, wizard }: Parts): readonly PjsipObject[] {
  const own = pjsip(load("pjsip.conf")).objects;
  const made = wizard(load("pjsip_wizard.conf")).wizards.flatMap(({ objects }) => objects);
  return made.length === 0 ? own : [...own, ...made];
}

/** The contexts of the dialplan; undefined where there may be others than we see. */
export function knownContexts(parts: Parts): ReadonlySet<string> | undefined {
  const { files, environment } = parts;
  for (const [file, module] of [
    ["extensions.ael", "pbx_ael"],
    ["extensions.lua", "pbx_lua"],
  ] as const) {
    if (environment.moduleLoaded(module) && files.read(file) !== "absent") return undefined;
  }
  return parts.contextsBesideScripts();
}

/** The same where what AEL and Lua make does not matter. */
export function knownBesideScripts(parts: Parts): ReadonlySet<string> | undefined {
  const { load, environment, pjsip, wizard } = parts;
  const dialplan = load("extensions.conf");
  if (dialplan.outcome !== "loaded" || dialplan.partial || !environment.moduleLoaded("pbx_config"))
    return undefined;
  if (environment.realtimeFiles.has("extensions.conf") || asksElsewhere(dialplan)) return undefined;
  if (lastOption(sectionNamed(load("extconfig.conf"), "settings"), "extensions") !== undefined)
    return undefined;
  const names = contextNames(dialplan);
  for (const { context } of contextsMade(parts)) names.add(context);
  const made = [
    ...pjsip(load("pjsip.conf"))
      .objects.filter(({ type }) => type === "global")
      .map(({ section }) => lastOption(section, "regcontext")),
    ...wizard(load("pjsip_wizard.conf")).wizards.map(({ section }) => lastOption(section, "hint_context")),
  ];
  for (const option of made) if (option !== undefined) names.add(option.value);
  // A context whose name a template engine fills in may be any.
  return [...names].some(isHidden) ? undefined : names;
}

/** Whether a context that is not in extensions.conf is made by another module. */
export function contextsElsewhere(installation: {
  readonly contexts: () => ReadonlySet<string> | undefined;
}): (name: string) => boolean {
  return (name) => installation.contexts()?.has(name) === true;
}

/** The contexts, and names of sections that may be meant for any type of object. */
export function knownNames(parts: Parts, contexts: ReadonlySet<string> | undefined): KnownNames {
  // That Asterisk skips a section is a mistake of its own.
  const skipped = parts
    .pjsip(parts.load("pjsip.conf"))
    .selected.filter(({ object }) => object === undefined)
    .map(({ section }) => section.name);
  return (target) => {
    if (target === contextTarget) return contexts;
    return isCertain(target, parts) ? skipped : undefined;
  };
}

/** Whether we see all objects of a type. */
export function isCertain(type: string, { load, environment, catalog }: Parts): boolean {
  const objects = load("pjsip.conf");
  const wizards = load("pjsip_wizard.conf");
  const { sorcery, realtimeFiles } = environment;
  return (
    objects.outcome === "loaded" &&
    !objects.partial &&
    (wizards.outcome === "missing" || (wizards.outcome === "loaded" && !wizards.partial)) &&
    !realtimeFiles.has("pjsip.conf") &&
    !realtimeFiles.has("pjsip_wizard.conf") &&
    isReadFromPjsip(type, environment, catalog) &&
    (sorcery.get(type) ?? []).every(({ source, file }) => source === "config" && file === "pjsip.conf")
  );
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
