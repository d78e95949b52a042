// extensions.conf as pbx_config registers it: contexts with their extensions, and all that it logs or drops in
// silence meanwhile (pbx_load_config in pbx/pbx_config.c).

import type { ConfigLoad } from "../config/load.ts";
import { basesOf, type ConfigSection } from "../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../config/section-lookup.ts";
import { asciiLower } from "../text/ascii.ts";
import { ContextBuilder } from "./context-builder.ts";
import { isContext } from "./contexts.ts";
import { DialplanFaults } from "./fault-collector.ts";
import { atLoad, type Globals, type HasFunction } from "./load-time.ts";
import type { Context, Dialplan, GeneralOptions } from "./model.ts";
import { SectionReader } from "./section-reader.ts";
import { haveSameStructure } from "./structure.ts";

export interface DialplanSettings {
  /** `dontwarn` of asterisk.conf: no warning about "_." and "_!". */
  readonly dontWarn: boolean;
  readonly hasFunction: HasFunction;
}

interface KeptDialplan {
  readonly dialplan: Dialplan;
  /** Contexts about which more than their own lines decides. */
  readonly entangled: ReadonlySet<Context>;
  readonly dontWarn: boolean;
}

/** The last state of each dialplan. */
export class DialplanMemory {
  readonly #byRoot = new Map<string, KeptDialplan>();

  /** The last state, where what is reported of it has not changed. */
  of({ root }: ConfigLoad, { dontWarn }: DialplanSettings): KeptDialplan | undefined {
    const kept = this.#byRoot.get(root);
    return kept?.dontWarn === dontWarn ? kept : undefined;
  }

  keep(dialplan: Dialplan, entangled: ReadonlySet<Context>, { dontWarn }: DialplanSettings): void {
    this.#byRoot.set(dialplan.load.root, { dialplan, entangled, dontWarn });
  }
}

/**
 * Reads the sections of a load of extensions.conf. Contexts whose sections are the very objects of the last state that the
 * `memory` knows are taken over, with everything in them.
 */
export function readDialplan(
  load: ConfigLoad,
  settings: DialplanSettings,
  memory: DialplanMemory = new DialplanMemory(),
): Dialplan {
  const faults = new DialplanFaults(load);
  const complete = !load.partial && !load.sections.some(({ incomplete }) => incomplete);
  const globals = readGlobals(load, complete, settings.hasFunction);
  const repeated = repeatedSections(load);
  const reader = new SectionReader(globals, complete, settings, faults);
  const bases = basesOf(load.sections);
  const before = memory.of(load, settings);
  const filled = new Map<string, Context | ContextBuilder>();
  for (const section of load.sections) {
    if (!isContext(section)) continue;
    const { name } = section;
    let context = filled.get(name);
    if (context === undefined) {
      const sections = repeated.get(name) ?? [section];
      context = before && takenOver(before, name, sections);
      context ??= new ContextBuilder(name, sections);
      filled.set(name, context);
    }
    if (!(context instanceof ContextBuilder)) continue;
    const shared = section.bases.length > 0 || bases.has(section);
    const found = faults.all.length;
    reader.read(section, context, shared);
    if (shared || faults.all.length > found) context.isAlone = false;
  }
  const entangled = new Set<Context>();
  for (const [name, context] of filled) {
    if (!(context instanceof ContextBuilder)) continue;
    const finished = context.finish();
    filled.set(name, finished);
    if (!context.isAlone) entangled.add(finished);
  }
  const contexts = filled as ReadonlyMap<string, Context>;
  const dialplan = {
    load,
    general: generalOptions(load),
    globals,
    contexts,
    faults: faults.all,
    partial: !complete,
    structure: {},
  };
  const isAsBefore = before !== undefined && haveSameStructure(before.dialplan, dialplan);
  if (isAsBefore) dialplan.structure = before.dialplan.structure;
  memory.keep(dialplan, entangled, settings);
  return dialplan;
}

/** The sections of contexts that have several. */
function repeatedSections({ sections }: ConfigLoad): Map<string, ConfigSection[]> {
  const seen = new Set<string>();
  const repeated = new Map<string, ConfigSection[]>();
  for (const section of sections) {
    if (!isContext(section)) continue;
    if (seen.has(section.name)) repeated.set(section.name, []);
    seen.add(section.name);
  }
  if (repeated.size > 0)
    for (const section of sections) if (isContext(section)) repeated.get(section.name)?.push(section);
  return repeated;
}

/** The context of the last state, where it is made of just these sections and nothing else decided about it. */
function takenOver(
  { dialplan, entangled }: KeptDialplan,
  name: string,
  sections: readonly ConfigSection[],
): Context | undefined {
  const known = dialplan.contexts.get(name);
  if (known === undefined || entangled.has(known) || known.sections.length !== sections.length)
    return undefined;
  return known.sections.every((section, index) => section === sections[index]) ? known : undefined;
}

/** The first section of the name counts, and in it the last of equal options. */
function generalOptions(load: ConfigLoad): GeneralOptions {
  const section = sectionNamed(load, "general");
  const autofallthrough = lastOption(section, "autofallthrough");
  return {
    autofallthrough: autofallthrough === undefined || isTrue(autofallthrough.value),
    overrideswitch: lastOption(section, "overrideswitch")?.value,
  };
}

/** All sections of that name count, in order; a line may use the globals above it. */
function readGlobals(load: ConfigLoad, complete: boolean, hasFunction: HasFunction): Globals {
  const globals = new Map<string, string | undefined>();
  for (const section of load.sections) {
    if (section.template || asciiLower(section.name) !== "globals") continue;
    for (const option of section.options)
      setGlobal(option.name, option.value, globals, complete, hasFunction);
  }
  return globals;
}

function setGlobal(
  name: string,
  value: string,
  globals: Map<string, string | undefined>,
  complete: boolean,
  hasFunction: HasFunction,
): void {
  // A name that ends in ")" is a call of a function that writes.
  if (name.endsWith(")")) return;
  globals.set(name.replace(/^__?/, ""), atLoad(value, globals, complete, hasFunction));
}
