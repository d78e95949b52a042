// extensions.conf as pbx_config registers it: contexts with their extensions, and all that it logs or drops in
// silence meanwhile (pbx_load_config in pbx/pbx_config.c).

import type { ConfigLoad } from "../config/load.ts";
import { isTrue, lastOption, sectionNamed } from "../config/section-lookup.ts";
import { asciiLower } from "../text/ascii.ts";
import { ContextBuilder } from "./context-builder.ts";
import { isReserved } from "./contexts.ts";
import { DialplanFaults } from "./fault-collector.ts";
import { atLoad, type Globals, type HasFunction } from "./load-time.ts";
import type { Dialplan, GeneralOptions } from "./model.ts";
import { SectionReader } from "./section-reader.ts";

export interface DialplanSettings {
  /** `dontwarn` of asterisk.conf: no warning about "_." and "_!". */
  readonly dontWarn: boolean;
  readonly hasFunction: HasFunction;
}

/** Reads the sections of a load of extensions.conf. */
export function readDialplan(load: ConfigLoad, settings: DialplanSettings): Dialplan {
  const faults = new DialplanFaults(load);
  const complete = !load.partial && !load.sections.some(({ incomplete }) => incomplete);
  const globals = readGlobals(load, complete, settings.hasFunction);
  const builders = new Map<string, ContextBuilder>();
  const reader = new SectionReader(globals, complete, settings, faults);
  const bases = new Set(load.sections.flatMap((section) => section.bases.map((base) => base.section)));
  for (const section of load.sections) {
    if (section.template || isReserved(section.name)) continue;
    let builder = builders.get(section.name);
    if (builder === undefined) {
      builder = new ContextBuilder(section.name);
      builders.set(section.name, builder);
    }
    builder.sections.push(section);
    reader.read(section, builder, section.bases.length > 0 || bases.has(section));
  }
  return {
    load,
    general: generalOptions(load),
    globals,
    contexts: new Map([...builders].map(([name, builder]) => [name, builder.finish()])),
    stepCount: reader.stepCount,
    faults: faults.all,
    partial: !complete,
  };
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
