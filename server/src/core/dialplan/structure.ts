// What searches of a dialplan depend on: which extensions, priorities and labels there are, not what their steps do.

import type { Context, Dialplan, Extension, Include, Switch } from "./model.ts";

/** Whether each search finds the same in two states of a dialplan. */
export function haveSameStructure(left: Dialplan, right: Dialplan): boolean {
  if (left.partial !== right.partial || left.general.overrideswitch !== right.general.overrideswitch)
    return false;
  return areSame([...left.contexts.values()], [...right.contexts.values()], sameContext);
}

function sameContext(left: Context, right: Context): boolean {
  return (
    left === right ||
    (left.name === right.name &&
      left.autohints === right.autohints &&
      areSame(left.extensions, right.extensions, sameExtension) &&
      areSame(left.includes, right.includes, sameInclude) &&
      areSame(left.switches, right.switches, sameSwitch))
  );
}

function sameExtension(left: Extension, right: Extension): boolean {
  return (
    left.name === right.name &&
    left.callerId === right.callerId &&
    left.unknown === right.unknown &&
    (left.hint === undefined) === (right.hint === undefined) &&
    left.hint?.label === right.hint?.label &&
    areSame(
      left.priorities,
      right.priorities,
      (one, other) => one.number === other.number && one.label === other.label,
    )
  );
}

function sameInclude(left: Include, right: Include): boolean {
  return left.context === right.context && left.times === right.times;
}

function sameSwitch(left: Switch, right: Switch): boolean {
  return left.kind === right.kind && left.name === right.name && left.data === right.data;
}

function areSame<Item>(
  left: readonly Item[],
  right: readonly Item[],
  same: (left: Item, right: Item) => boolean,
): boolean {
  return left.length === right.length && left.every((item, index) => same(item, right[index] as Item));
}
