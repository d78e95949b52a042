// Who names whom in an installation, found from the side of what is named.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { ConfigLoad } from "../config/load.ts";
import type { ConfigOption, ConfigSection } from "../config/section.ts";
import type { StepLine } from "../dialplan/lines.ts";
import type { Dialplan, Include } from "../dialplan/model.ts";
import type { Jump } from "../dialplan/step/jump.ts";
import type { PjsipObject } from "../pjsip/judgement.ts";
import { strippedItems } from "../pjsip/values/items.ts";
import { asciiLower } from "../text/ascii.ts";
import { addTo, groupedBy } from "../text/grouped.ts";
import type { EntryPoint } from "../workspace/elsewhere/entry-points.ts";
import type { Installation, InstallationQuestion } from "../workspace/installation.ts";

/** An object that names something, and in which option. */
export interface Naming {
  readonly object: PjsipObject;
  readonly option: ConfigOption;
  readonly spec: OptionSpec;
}

/** A line that may go to another place. */
export interface JumpLine {
  readonly line: StepLine;
  readonly jump: Jump;
}

export interface Relations {
  /** The objects that name an object of a type, or a context (target "extensions.conf:context"). */
  readonly namedBy: (target: string, name: string) => readonly Naming[];
  /** The objects of pjsip.conf and wizards that a section stands for. */
  readonly objectsOf: (section: ConfigSection) => readonly PjsipObject[];
  readonly object: (type: string, id: string) => PjsipObject | undefined;
  /** The objects of a name, of whatever type. */
  readonly named: (id: string) => readonly PjsipObject[];
  /** Steps of other contexts that jump to a context. */
  readonly jumpsTo: (context: string) => readonly JumpLine[];
  /** Contexts that include a context. */
  readonly includedBy: (context: string) => readonly IncludeIn[];
  /** Files besides pjsip.conf that name the context. */
  readonly entries: (context: string) => readonly EntryPoint[];
}

export interface IncludeIn {
  readonly context: string;
  readonly include: Include;
}

/** Each part is worked out when it is asked for, and anew only after a change of what it came from. */
export function relationsOf(installation: Installation): Relations {
  const { ask } = installation;
  const named = (id: string): readonly PjsipObject[] => ask(objectMaps, undefined).byName.get(id) ?? [];
  return {
    namedBy: (target, name) => ask(namings, undefined).get(`${target}\n${name}`) ?? [],
    objectsOf: (section) => ask(objectMaps, undefined).bySection.get(section) ?? [],
    object: (type, id) => named(id).find((object) => object.type === type),
    named,
    jumpsTo: (context) => ask(jumpLines, undefined).get(context) ?? [],
    includedBy: (context) => ask(includes, undefined).get(context) ?? [],
    entries: (context) => ask(entryPoints, undefined).get(context) ?? [],
  };
}

type ByName<Item> = InstallationQuestion<undefined, ReadonlyMap<string, readonly Item[]>>;

const objectMaps: InstallationQuestion<undefined, ObjectMaps> = { compute: readObjects };
const namings: ByName<Naming> = { compute: readNamings };
const jumpLines: ByName<JumpLine> = { compute: readJumps };
const includes: ByName<IncludeIn> = { compute: (installation) => readIncludes(installation.dialplan()) };
const entryPoints: ByName<EntryPoint> = {
  compute: (installation) =>
    groupedBy(installation.elsewhere().entryPoints().points, (point) => point.context),
};

interface ObjectMaps {
  readonly bySection: ReadonlyMap<ConfigSection, readonly PjsipObject[]>;
  readonly byName: ReadonlyMap<string, readonly PjsipObject[]>;
}

function readObjects(installation: Installation): ObjectMaps {
  const all = [...everyObject(installation)];
  return {
    bySection: groupedBy(all, ({ section }) => section),
    byName: groupedBy(all, ({ id }) => id),
  };
}

function* everyObject(installation: Installation): Generator<PjsipObject> {
  const objects = installation.objects();
  for (const type of installation.catalog.types.keys()) yield* objects.ofType(type);
}

/** Every line of an object's option that names other objects or contexts. Lines that count alone count as such. */
function readNamings(installation: Installation): ReadonlyMap<string, readonly Naming[]> {
  const found = new Map<string, Naming[]>();
  const { types } = installation.catalog;
  const objects = installation.objects();
  for (const { spec: type } of types.values()) {
    for (const spec of type.options) {
      const target = spec.refersTo;
      if (target === undefined || target === "codec") continue;
      const lower = asciiLower(spec.name);
      const lines =
        spec.occurrence === "accumulate" ? objects.lines(type.type, lower) : objects.last(type.type, lower);
      for (const { object, option } of lines) {
        const list = spec.kind === "refList";
        const names = list ? strippedItems(option.value).map(({ text }) => text) : [option.value];
        for (const name of names) {
          if (name === "") continue;
          const key = `${target}\n${name}`;
          addTo(found, key, { object, option, spec });
        }
      }
    }
  }
  return found;
}

function readJumps(installation: Installation): ReadonlyMap<string, readonly JumpLine[]> {
  const found = new Map<string, JumpLine[]>();
  for (const line of installation.steps(installation.dialplan()).jumping) {
    for (const jump of line.jumps) {
      const context = jump.context?.value;
      if (context === undefined) continue;
      addTo(found, context, { line, jump });
    }
  }
  return found;
}

function readIncludes({ contexts }: Dialplan): ReadonlyMap<string, readonly IncludeIn[]> {
  const all = [...contexts.values()].flatMap(({ name, includes }) =>
    includes.map((include) => ({ context: name, include })),
  );
  return groupedBy(all, ({ include }) => includedName(include));
}

/** The context that an include names: blanks around it do not count. */
export function includedName({ context }: Include): string {
  return context.trim();
}

const heirs = new WeakMap<ConfigLoad, ReadonlyMap<ConfigSection, readonly ConfigSection[]>>();

/** The sections of a load that inherit from a section directly. */
export function heirsOf(load: ConfigLoad, section: ConfigSection): readonly ConfigSection[] {
  let byBase = heirs.get(load);
  if (byBase === undefined) {
    const made = new Map<ConfigSection, ConfigSection[]>();
    for (const heir of load.sections) {
      for (const base of new Set(heir.bases.map((one) => one.section))) {
        addTo(made, base, heir);
      }
    }
    byBase = made;
    heirs.set(load, made);
  }
  return byBase.get(section) ?? [];
}
