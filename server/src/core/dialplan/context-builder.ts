// A context while it is being filled: ast_add_extension2 and add_priority in main/pbx.c.

import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { exact } from "../text/exact.ts";
import { addTo } from "../text/grouped.ts";
import type { Context, Extension, Include, Priority, Step, Switch } from "./model.ts";
import { extensionKey, nameKey } from "./pattern/compare.ts";
import { dialledText, type Matcher, matcherOf, matchesCallerId, matchesDialled } from "./pattern/matches.ts";
import { storedName } from "./pattern/normal-name.ts";

/** Why a step is not registered, or not with its label. */
export type Refused =
  | { readonly outcome: "label-in-use"; readonly by: Priority }
  | { readonly outcome: "in-use"; readonly by: Priority; readonly labelBy: Priority | undefined };

/** How a label that stands for a priority is found, or not. */
export type LabelFound = { readonly priority: number } | "no-label" | "no-extension";

/** The name of an extension as it is stored. */
export interface ExtensionName {
  readonly name: string;
  readonly callerId: string | undefined;
  /** The text of the name where a variable in it has no value that we know. */
  readonly unknown: string | undefined;
}

/** Shared by all extensions without priorities; never written to. */
const noPriorities: Registered[] = [];

/** Shared by all extensions without labels; never written to. */
const noLabels = new Map<string, Priority>();

/** An extension that is being filled. */
class Building implements Extension {
  readonly context: string;
  readonly name: string;
  readonly callerId: string | undefined;
  readonly unknown: boolean;
  priorities = noPriorities;
  hint: Registered | undefined = undefined;
  labels = noLabels;

  constructor(context: string, { name, callerId, unknown }: ExtensionName) {
    this.context = context;
    this.name = name;
    this.callerId = callerId;
    this.unknown = unknown !== undefined;
  }

  get shown(): string {
    return this.callerId === undefined ? this.name : `${this.name}/${this.callerId}`;
  }
}

class Registered implements Priority {
  readonly extension: Building;
  readonly number: number;
  readonly label: string | undefined;
  ordinal = 0;
  readonly step: Step;

  constructor(extension: Building, number: number, label: string | undefined, step: Step) {
    this.extension = extension;
    this.number = number;
    this.label = label;
    this.step = step;
  }

  get context(): string {
    return this.extension.context;
  }
}

interface Named {
  readonly extension: Building;
  readonly matcher: Matcher;
}

export class ContextBuilder {
  readonly name: string;
  readonly sections: readonly ConfigSection[];
  autohints = false;
  /** Whether its lines alone say what it holds. */
  isAlone = true;
  readonly #extensions = new Map<string, Building>();
  /** Made when a label is first looked for. */
  #byName: NameIndex | undefined;
  /** The extension of the line before, which mostly is that of the next one. */
  #latest: { readonly name: ExtensionName; readonly building: Building } | undefined;
  /** Made when one is first asked for. */
  #firsts: Map<string, Step> | undefined;
  readonly #includes: Include[] = [];
  readonly #switches: Switch[] = [];
  readonly #ignorePatterns: Context["ignorePatterns"][number][] = [];
  /** The lines of all three, by what they say. */
  readonly #statements = new Map<string, ConfigOption>();

  constructor(name: string, sections: readonly ConfigSection[]) {
    this.name = name;
    this.sections = sections;
  }

  /** The first line for which this was asked with that name; this one, where it is. */
  firstOf(name: string, step: Step): Step {
    this.#firsts ??= new Map();
    const first = this.#firsts.get(name) ?? step;
    this.#firsts.set(name, first);
    return first;
  }

  /**
   * Registers a priority; the first registration of a number wins. Undefined where all is well. `unknown` is the name as it is written where what
   * it becomes is not known: lines of the same writing belong together.
   */
  add(
    extensionName: ExtensionName,
    number: number,
    label: string | undefined,
    step: Step,
  ): Refused | undefined {
    const extension = this.#extension(extensionName);
    const at = number === hintNumber ? 0 : placeFor(extension.priorities, number);
    const next = number === hintNumber ? extension.hint : extension.priorities[at];
    const before = next?.number === number ? next : undefined;
    const labelBy = label === undefined ? undefined : usedLabel(extension, label, number);
    if (before !== undefined) return { outcome: "in-use", by: before, labelBy };
    const kept = labelBy === undefined ? label : undefined;
    const priority = new Registered(extension, number, kept, step);
    if (number === hintNumber) extension.hint = priority;
    else if (at === extension.priorities.length) append(extension, priority);
    else extension.priorities.splice(at, 0, priority);
    if (kept !== undefined) {
      if (extension.labels === noLabels) extension.labels = new Map();
      if (!extension.labels.has(kept)) extension.labels.set(kept, priority);
    }
    return labelBy && { outcome: "label-in-use", by: labelBy };
  }

  /** Whether an extension has any priority yet. */
  has(extensionName: ExtensionName): boolean {
    if (this.#latest?.name === extensionName) return true;
    const { name, callerId, unknown } = extensionName;
    return this.#extensions.has(keyOf(name, callerId, unknown));
  }

  /** The priority of a label in the extensions that a name matches (ast_findlabel_extension2). */
  findLabel(label: string, name: string, callerId: string | undefined): LabelFound {
    let found: LabelFound = "no-extension";
    const dialled = dialledText(name);
    if (this.#byName === undefined) {
      this.#byName = new NameIndex();
      for (const building of this.#extensions.values()) this.#byName.add(building);
    }
    for (const { extension, matcher } of this.#byName.near(name)) {
      if (!matchesDialled(matcher, dialled)) continue;
      if (!matchesCallerId(extension.callerId, callerId)) continue;
      const priority = extension.labels.get(label);
      if (priority !== undefined) return { priority: priority.number };
      found = "no-label";
    }
    return found;
  }

  /** The line that gave the very same include before; they are compared without case, times included. */
  include(value: string, include: Include): ConfigOption | undefined {
    return this.#addOnce(this.#includes, `include ${value}`, include);
  }

  addSwitch(value: string, added: Switch): ConfigOption | undefined {
    return this.#addOnce(this.#switches, `switch ${value}`, added);
  }

  ignore(pattern: string, option: ConfigOption): ConfigOption | undefined {
    return this.#addOnce(this.#ignorePatterns, `ignorepat ${pattern}`, { pattern, option });
  }

  finish(): Context {
    // Strings sort by their UTF-16 units, which is the order of keys.
    const keys = [...this.#extensions.keys()].sort();
    const extensions = keys.map((key) => finished(this.#extensions.get(key) as Building));
    numberPriorities(extensions);
    return {
      name: this.name,
      sections: this.sections,
      extensions,
      includes: exact(this.#includes),
      switches: exact(this.#switches),
      ignorePatterns: exact(this.#ignorePatterns),
      autohints: this.autohints,
    };
  }

  /** Adds a statement where there is none of that text yet; otherwise says which line gave it. */
  #addOnce<Statement extends { readonly option: ConfigOption }>(
    list: Statement[],
    text: string,
    statement: Statement,
  ): ConfigOption | undefined {
    const key = asciiLower(text);
    const before = this.#statements.get(key);
    if (before !== undefined) return before;
    this.#statements.set(key, statement.option);
    list.push(statement);
    return undefined;
  }

  #extension(extensionName: ExtensionName): Building {
    const { name, callerId, unknown } = extensionName;
    const latest = this.#latest;
    if (latest !== undefined && latest.name === extensionName) return latest.building;
    if (latest?.name.name === name && latest.name.callerId === callerId && latest.name.unknown === unknown)
      return latest.building;
    const key = keyOf(name, callerId, unknown);
    let building = this.#extensions.get(key);
    if (building === undefined) {
      building = new Building(this.name, extensionName);
      this.#extensions.set(key, building);
      this.#byName?.add(building);
    }
    this.#latest = { name: extensionName, building };
    return building;
  }
}

/** The extensions of a context, by what they match. */
class NameIndex {
  readonly #byName = new Map<string, Named[]>();
  readonly #patterns: Named[] = [];

  add(extension: Building): void {
    const { name, unknown } = extension;
    if (unknown) return;
    const named = { extension, matcher: matcherOf(name) };
    if (name.startsWith("_")) this.#patterns.push(named);
    const key = nameKey(name);
    addTo(this.#byName, key, named);
  }

  /** Those that may match a name: the ones that are called so, and all patterns. */
  near(name: string): readonly Named[] {
    return [...(this.#byName.get(nameKey(storedName(name))) ?? []), ...this.#patterns];
  }
}

function keyOf(name: string, callerId: string | undefined, unknown: string | undefined): string {
  return unknown === undefined ? extensionKey(name, callerId) : `unknown ${unknown}`;
}

/** The earlier priority that has the label, where add_priority comes across it. */
function usedLabel({ labels }: Extension, label: string, number: number): Priority | undefined {
  const used = labels.get(label);
  return used === undefined || used.number === number ? undefined : used;
}

/** Where a number belongs among ascending ones; mostly behind them. */
function placeFor(priorities: readonly Priority[], number: number): number {
  let high = priorities.length;
  if (high === 0 || (priorities[high - 1]?.number ?? 0) < number) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((priorities[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Most extensions have one or two. */
function append(extension: Building, priority: Registered): void {
  const { priorities } = extension;
  if (priorities.length === 0) extension.priorities = [priority];
  else if (priorities.length === 1) extension.priorities = [priorities[0] as Registered, priority];
  else priorities.push(priority);
}

/** A list that grew has room for many more. */
function finished(extension: Building): Building {
  const { priorities } = extension;
  if (priorities.length > 2) extension.priorities = priorities.slice();
  return extension;
}

function numberPriorities(extensions: readonly Building[]): void {
  let ordinal = 0;
  for (const { hint, priorities } of extensions) {
    if (hint !== undefined) hint.ordinal = ordinal++;
    for (let index = 0; index < priorities.length; index++)
      (priorities[index] as Registered).ordinal = ordinal++;
  }
}

/** The number that Asterisk gives a hint. */
export const hintNumber = -1;
