// Which objects name which: the names that lead nowhere, and the names that are used.

import type { OptionSpec } from "../catalog/option-spec.ts";
import type { PjsipCatalog } from "../catalog/pjsip.ts";
import type { ConfigOption } from "../config/section.ts";
import type { PjsipObject } from "./judgement.ts";
import { holdsPlaceholder } from "./placeholder.ts";
import { type Item, stripped, strippedItems } from "./values/items.ts";

/** What can be named: a type of object, or a context of the dialplan. */
export type Target = string;

/** A name in an option that nothing has, however many objects inherit the option. */
export interface MissingReference {
  /** The type of the objects that have the option. */
  readonly type: string;
  /** The option, spelled as in the catalogue. */
  readonly name: string;
  readonly target: Target;
  readonly option: ConfigOption;
  readonly item: Item;
  /** Whether all other names in the option are missing as well. */
  readonly alone: boolean;
  /** The first hundred objects that have the option, and how many there are. */
  readonly objects: readonly PjsipObject[];
  readonly hits: number;
}

export interface References {
  readonly missing: readonly MissingReference[];
  /** The names of a target that exist and are in no option; empty where we cannot know. */
  readonly unused: (target: Target) => ReadonlySet<string>;
  /** Values of options that no type knows: they may be meant as names. */
  readonly mentioned: ReadonlySet<string>;
  /** Targets that a name refers to which still has to be filled in. */
  readonly unfilled: ReadonlySet<Target>;
}

/** Names of a target besides those of the objects; undefined where there may be more than we see. */
export type KnownNames = (target: Target) => Iterable<string> | undefined;

export const contextTarget = "extensions.conf:context";

const targets: ReadonlySet<Target> = new Set([
  ...["aor", "auth", "endpoint", "transport", "outbound-publish", "asterisk-publication", contextTarget],
]);

const maximumObjects = 100;

interface Naming {
  readonly name: string;
  readonly target: Target;
  readonly list: boolean;
  readonly repeats: boolean;
}

interface Group {
  readonly missing: Omit<MissingReference, "objects" | "hits">;
  readonly objects: PjsipObject[];
  hits: number;
}

/** Follows the names in the options of all objects. */
export function followReferences(
  objects: readonly PjsipObject[],
  catalog: PjsipCatalog,
  known: KnownNames,
): References {
  const namingsOf = namingFinder(catalog);
  // Each name with whether it has been met.
  const names = new Map<Target, Map<string, boolean>>();
  for (const target of targets) {
    const existing = known(target);
    if (existing === undefined) continue;
    const met = new Map<string, boolean>();
    for (const name of existing) met.set(name, false);
    names.set(target, met);
  }
  for (const { type, id } of objects) names.get(type)?.set(id, false);
  const mentioned = new Set<string>();
  const unfilled = new Set<Target>();
  const groups: Group[] = [];
  /** What was found in lines that several objects may have. */
  const shared = new Map<ConfigOption, readonly Group[]>();
  const done: Naming[] = [];
  for (const object of objects) {
    const namings = namingsOf(object.type);
    if (!namings.any) continue;
    done.length = 0;
    // From the end, since the last line of an option counts.
    for (let index = object.options.length - 1; index >= 0; index--) {
      const option = object.options[index];
      if (option === undefined) continue;
      const naming = namings.byName.get(option.name) ?? namings.find(option.name);
      if (naming === "no-name") continue;
      if (naming === "no-option") {
        mentioned.add(option.value);
        continue;
      }
      if (done.includes(naming) && !naming.repeats) continue;
      done.push(naming);
      follow(object, option, naming);
    }
  }
  const missing = groups.map((group) => ({ ...group.missing, objects: group.objects, hits: group.hits }));
  return { missing, unused: unusedNames(names), mentioned, unfilled };

  function follow(object: PjsipObject, option: ConfigOption, naming: Naming): void {
    const { header, file } = object.section;
    if (option.file === file && option.line.start > header.start) {
      const found = lost(object, option, naming);
      if (found.length > 0) groups.push(...found);
      return;
    }
    const before = shared.get(option);
    if (before === undefined) {
      const found = lost(object, option, naming);
      shared.set(option, found);
      groups.push(...found);
      return;
    }
    // An inherited line has been followed: only those who have it are counted.
    for (const group of before) {
      group.hits++;
      if (group.hits <= maximumObjects) group.objects.push(object);
    }
  }

  /** The names in a line that nothing has. */
  function lost(object: PjsipObject, option: ConfigOption, naming: Naming): readonly Group[] {
    const { name, target, list } = naming;
    const existing = names.get(target);
    if (existing === undefined) return noGroups;
    if (existing.has(option.value)) {
      existing.set(option.value, true);
      return noGroups;
    }
    const items = list ? strippedItems(option.value) : [stripped(option.value, 0, option.value.length)];
    const wrong: Item[] = [];
    let found = 0;
    for (const item of items) {
      if (item.text === "") continue;
      if (existing.has(item.text)) {
        existing.set(item.text, true);
        found++;
      } else wrong.push(item);
    }
    if (wrong.length === 0) return noGroups;
    if (holdsPlaceholder(name, option.value)) {
      unfilled.add(target);
      return noGroups;
    }
    const { type } = object;
    return wrong.map((item) => ({
      missing: { type, name, target, option, item, alone: found === 0 },
      objects: [object],
      hits: 1,
    }));
  }
}

/** Does not hold the names that were met, which are most of them. */
function unusedNames(names: ReadonlyMap<Target, ReadonlyMap<string, boolean>>): References["unused"] {
  const left = new Map<Target, readonly string[]>();
  for (const [target, ofTarget] of names)
    left.set(
      target,
      [...ofTarget].flatMap(([name, met]) => (met ? [] : [name])),
    );
  return (target) => new Set(left.get(target));
}

const noGroups: readonly Group[] = [];

interface Namings {
  /** Whether any option of the type names something. */
  readonly any: boolean;
  readonly byName: ReadonlyMap<string, Naming | "no-name" | "no-option">;
  /** The same for a name that has not been met yet. */
  readonly find: (name: string) => Naming | "no-name" | "no-option";
}

/** Finds what the options of a type name, and remembers the answers. */
function namingFinder(catalog: PjsipCatalog): (type: string) => Namings {
  const byType = new Map<string, Namings>();
  return (type) => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const options = catalog.types.get(type);
    const byName = new Map<string, Naming | "no-name" | "no-option">();
    const find = (name: string): Naming | "no-name" | "no-option" => {
      const naming = namingOf(options?.option(name));
      byName.set(name, naming);
      return naming;
    };
    const any = options?.spec.options.some((spec) => targets.has(spec.refersTo ?? "")) === true;
    const made = { any, byName, find };
    byType.set(type, made);
    return made;
  };
}

function namingOf(spec: OptionSpec | undefined): Naming | "no-name" | "no-option" {
  if (spec === undefined) return "no-option";
  const target = spec.refersTo ?? "";
  if (!targets.has(target)) return "no-name";
  return { name: spec.name, target, list: spec.kind === "refList", repeats: spec.occurrence !== "last" };
}
