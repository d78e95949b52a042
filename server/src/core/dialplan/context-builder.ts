// A context while it is being filled: ast_add_extension2 and add_priority in main/pbx.c.

import type { ConfigOption, ConfigSection } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import type { Context, Extension, Include, Priority, Step, Switch } from "./model.ts";
import { compareKeys, extensionKey, nameKey } from "./pattern/compare.ts";
import { matchesCallerId, matchesName } from "./pattern/matches.ts";
import { storedName } from "./pattern/normal-name.ts";

/** What becomes of a step that is to be registered. */
export type Registered =
  | { readonly outcome: "registered" }
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

interface Building {
  readonly name: string;
  readonly callerId: string | undefined;
  readonly unknown: boolean;
  readonly byNumber: Map<number, Priority>;
  readonly byLabel: Map<string, Priority>;
}

export class ContextBuilder {
  readonly name: string;
  readonly sections: ConfigSection[] = [];
  autohints = false;
  readonly #extensions = new Map<string, Building>();
  /** The extensions of a name, whatever caller-id they ask for. */
  readonly #byName = new Map<string, Building[]>();
  readonly #patterns: Building[] = [];
  readonly #firsts = new Map<string, Step>();
  readonly #includes = new Map<string, Include>();
  readonly #switches = new Map<string, Switch>();
  readonly #ignorePatterns = new Map<string, { readonly pattern: string; readonly option: ConfigOption }>();

  constructor(name: string) {
    this.name = name;
  }

  /** The first line for which this was asked with that name; this one, where it is. */
  firstOf(name: string, step: Step): Step {
    const first = this.#firsts.get(name) ?? step;
    this.#firsts.set(name, first);
    return first;
  }

  /**
   * Registers a priority; the first registration of a number wins. `unknown` is the name as it is written where what
   * it becomes is not known: lines of the same writing belong together.
   */
  add(
    { name, callerId, unknown }: ExtensionName,
    number: number,
    label: string | undefined,
    step: Step,
  ): Registered {
    const extension = this.#extension(name, callerId, unknown);
    const before = extension.byNumber.get(number);
    const labelBy = label === undefined ? undefined : usedLabel(extension, label, number);
    if (before !== undefined) return { outcome: "in-use", by: before, labelBy };
    const kept = labelBy === undefined ? label : undefined;
    const priority: Priority = { context: this.name, extension: name, number, label: kept, step };
    extension.byNumber.set(number, priority);
    if (kept !== undefined && !extension.byLabel.has(kept)) extension.byLabel.set(kept, priority);
    return labelBy === undefined ? { outcome: "registered" } : { outcome: "label-in-use", by: labelBy };
  }

  /** Whether an extension has any priority yet. */
  has({ name, callerId, unknown }: ExtensionName): boolean {
    return this.#extensions.has(keyOf(name, callerId, unknown));
  }

  /** The priority of a label in the extensions that a name matches (ast_findlabel_extension2). */
  findLabel(label: string, name: string, callerId: string | undefined): LabelFound {
    let found: LabelFound = "no-extension";
    const same = this.#byName.get(nameKey(storedName(name))) ?? [];
    for (const extension of [...same, ...this.#patterns]) {
      if (!matchesName(extension.name, name) || !matchesCallerId(extension.callerId, callerId)) continue;
      const priority = extension.byLabel.get(label);
      if (priority !== undefined) return { priority: priority.number };
      found = "no-label";
    }
    return found;
  }

  /** False where the very same include is there already; they are compared without case, times included. */
  include(value: string, include: Include): boolean {
    return addOnce(this.#includes, value, include);
  }

  addSwitch(value: string, added: Switch): boolean {
    return addOnce(this.#switches, value, added);
  }

  ignore(pattern: string, option: ConfigOption): boolean {
    return addOnce(this.#ignorePatterns, pattern, { pattern, option });
  }

  finish(): Context {
    const extensions = [...this.#extensions]
      .sort(([left], [right]) => compareKeys(left, right))
      .map(([, building]) => finished(building));
    return {
      name: this.name,
      sections: this.sections,
      extensions,
      includes: [...this.#includes.values()],
      switches: [...this.#switches.values()],
      ignorePatterns: [...this.#ignorePatterns.values()],
      autohints: this.autohints,
    };
  }

  #extension(name: string, callerId: string | undefined, unknown: string | undefined): Building {
    const key = keyOf(name, callerId, unknown);
    const known = this.#extensions.get(key);
    if (known !== undefined) return known;
    const made: Building = {
      name,
      callerId,
      unknown: unknown !== undefined,
      byNumber: new Map(),
      byLabel: new Map(),
    };
    this.#extensions.set(key, made);
    if (unknown !== undefined) return made;
    if (name.startsWith("_")) this.#patterns.push(made);
    const alike = nameKey(name);
    const same = this.#byName.get(alike);
    if (same === undefined) this.#byName.set(alike, [made]);
    else same.push(made);
    return made;
  }
}

function keyOf(name: string, callerId: string | undefined, unknown: string | undefined): string {
  return unknown === undefined ? extensionKey(name, callerId) : `unknown ${unknown}`;
}

/** The earlier priority that has the label, where add_priority comes across it. */
function usedLabel({ byLabel }: Building, label: string, number: number): Priority | undefined {
  const used = byLabel.get(label);
  return used === undefined || used.number === number ? undefined : used;
}

function addOnce<Value>(entries: Map<string, Value>, text: string, value: Value): boolean {
  const key = asciiLower(text);
  if (entries.has(key)) return false;
  entries.set(key, value);
  return true;
}

function finished({ name, callerId, unknown, byNumber }: Building): Extension {
  const priorities = [...byNumber.values()].filter(({ number }) => number !== hintNumber);
  priorities.sort((left, right) => left.number - right.number);
  return {
    name,
    callerId,
    shown: callerId === undefined ? name : `${name}/${callerId}`,
    priorities,
    hint: byNumber.get(hintNumber),
    unknown,
  };
}

/** The number that Asterisk gives a hint. */
export const hintNumber = -1;
