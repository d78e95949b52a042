// Blocks of steps: While with EndWhile, If with EndIf, matched within an extension as Asterisk matches them
// (find_matching_endwhile in apps/app_while.c, apps/app_if.c).

import type { StepLine } from "../../dialplan/lines.ts";
import type { Context, Dialplan, Extension, Priority } from "../../dialplan/model.ts";
import { isPatternName } from "../../dialplan/pattern/parse-pattern.ts";
import type { DialplanSteps } from "../../dialplan/steps.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { calledNames, callsOf } from "../application/calls.ts";

export interface BlockKind {
  /** Names as people write them. */
  readonly open: string;
  readonly close: string;
  readonly inside: readonly string[];
}

const blockKinds: readonly BlockKind[] = [
  { open: "While", close: "EndWhile", inside: ["ExitWhile", "ContinueWhile"] },
  { open: "If", close: "EndIf", inside: ["ElseIf", "Else", "ExitIf"] },
];

export interface Stray {
  readonly kind: BlockKind;
  readonly role: "open" | "close" | "inside";
  readonly line: StepLine;
  readonly place: Priority;
}

/** What in the extensions has no partner. */
export const strayBlocks: PerDialplan<readonly Stray[]> = perDialplan((dialplan, installation) =>
  findStrays(dialplan, installation.steps(dialplan), calledNames(dialplan, installation)),
);

function findStrays(dialplan: Dialplan, steps: DialplanSteps, used: ReadonlyMap<string, unknown>): Stray[] {
  const strays: Stray[] = [];
  for (const kind of blockKinds) {
    const names = rolesOf(kind);
    if (![...names.keys()].some((name) => used.has(name))) continue;
    for (const context of dialplan.contexts.values()) {
      const holders = context.extensions.filter((extension) => holds(extension, steps, names));
      for (const extension of holders)
        if (!mayContinueElsewhere(extension, holders, context))
          strays.push(...unmatched(extension, steps, kind));
    }
  }
  return strays;
}

function rolesOf({ open, close, inside }: BlockKind): Map<string, Stray["role"]> {
  const roles = new Map<string, Stray["role"]>();
  roles.set(open.toLowerCase(), "open");
  roles.set(close.toLowerCase(), "close");
  for (const name of inside) roles.set(name.toLowerCase(), "inside");
  return roles;
}

function holds(extension: Extension, steps: DialplanSteps, names: ReadonlyMap<string, unknown>): boolean {
  return extension.priorities.some((priority) => {
    const line = steps.lineOf(priority);
    return line !== undefined && callsOf(line).some(({ name }) => names.has(name));
  });
}

/** Whether another extension of the context may have a part of its blocks. */
function mayContinueElsewhere(
  extension: Extension,
  holders: readonly Extension[],
  { extensions }: Context,
): boolean {
  if (extension.unknown || extension.callerId !== undefined) return true;
  if (holders.length === 1) return false;
  if (isPatternName(extension.name)) return true;
  return extensions.length > 1 && holders.some((other) => other !== extension && isPatternName(other.name));
}

function unmatched(extension: Extension, steps: DialplanSteps, kind: BlockKind): Stray[] {
  const roles = rolesOf(kind);
  const open: Stray[] = [];
  const strays: Stray[] = [];
  let met = false;
  for (const priority of extension.priorities) {
    const line = steps.lineOf(priority);
    if (line?.call === undefined) continue;
    const found = callsOf(line).filter(({ name }) => roles.has(name));
    for (const call of found) {
      const role = roles.get(call.name);
      // Blocks that begin or end under a condition follow no order that we could tell.
      if (call !== line.call && role !== "inside") return [];
      const stray = { kind, role: role ?? "inside", line, place: priority };
      if (role === "open") {
        open.push(stray);
        met = true;
      } else if (role === "inside") {
        if (!met && call === line.call) strays.push(stray);
      } else if (open.pop() === undefined) strays.push(stray);
    }
  }
  return [...open, ...strays];
}
