// extensions.conf as pbx_config registers it: contexts with their extensions, and all that it logs or drops in
// silence meanwhile (pbx_load_config in pbx/pbx_config.c).

import type { ConfigLoad } from "../config/load.ts";
import type { ConfigSection } from "../config/section.ts";
import { isTrue, lastOption, sectionNamed } from "../config/section-lookup.ts";
import { asciiLower } from "../text/ascii.ts";
import { addTo } from "../text/grouped.ts";
import { ContextBuilder } from "./context-builder.ts";
import { isReserved } from "./contexts.ts";
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
  /** Contexts that their own lines alone decide about. */
  readonly alone: ReadonlyMap<string, Context>;
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

  keep(dialplan: Dialplan, alone: ReadonlyMap<string, Context>, { dontWarn }: DialplanSettings): void {
    this.#byRoot.set(dialplan.load.root, { dialplan, alone, dontWarn });
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
  const sectionsOf = new Map<string, ConfigSection[]>();
  for (const section of load.sections)
    if (!section.template && !isReserved(section.name)) addTo(sectionsOf, section.name, section);
  const reader = new SectionReader(globals, complete, settings, faults);
  const bases = new Set(load.sections.flatMap((section) => section.bases.map((base) => base.section)));
  const before = memory.of(load, settings);
  const filled = new Map<string, Context | ContextBuilder>();
  for (const section of load.sections) {
    const { name } = section;
    const sections = sectionsOf.get(name);
    if (sections === undefined || section.template) continue;
    let context = filled.get(name);
    if (context === undefined) {
      const known = before?.alone.get(name);
      const isSame = known !== undefined && isMadeOf(known, sections);
      if (isSame) reader.again(known);
      context = isSame ? known : new ContextBuilder(name, sections);
      filled.set(name, context);
    }
    if (!(context instanceof ContextBuilder)) continue;
    const shared = section.bases.length > 0 || bases.has(section);
    const found = faults.all.length;
    reader.read(section, context, shared);
    if (shared || faults.all.length > found) context.isAlone = false;
  }
  const contexts = new Map<string, Context>();
  const alone = new Map<string, Context>();
  for (const [name, context] of filled) {
    const isBuilt = context instanceof ContextBuilder;
    const finished = isBuilt ? context.finish() : context;
    contexts.set(name, finished);
    if (!isBuilt || context.isAlone) alone.set(name, finished);
  }
  const dialplan = {
    load,
    general: generalOptions(load),
    globals,
    contexts,
    stepCount: reader.stepCount,
    faults: faults.all,
    partial: !complete,
    structure: {},
  };
  const isAsBefore = before !== undefined && haveSameStructure(before.dialplan, dialplan);
  if (isAsBefore) dialplan.structure = before.dialplan.structure;
  memory.keep(dialplan, alone, settings);
  return dialplan;
}

function isMadeOf(context: Context, sections: readonly ConfigSection[]): boolean {
  return (
    context.sections.length === sections.length &&
    context.sections.every((section, index) => section === sections[index])
  );
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
