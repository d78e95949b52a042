// All jumps of a dialplan that find nothing, each with what was most likely meant. The rules of this folder share them,
// each takes its own.

import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import type { Jump } from "../../dialplan/step/jump.ts";
import type { DialplanCatalog } from "../../workspace/dialplan-parts.ts";
import type { Installation } from "../../workspace/installation.ts";
import { filledNames, reachOf } from "../../workspace/jumps/reach.ts";
import { isMissing, type Miss, Targets } from "../../workspace/jumps/targets.ts";
import { perLine } from "../../workspace/per-context.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";
import { hasPipes } from "../leftover/pipe-as-separator.ts";
import { contextsFor, Doubts } from "./doubts.ts";

/** Which rule tells of it. */
export type JumpMistake =
  | "blank-in-target"
  | "context-as-extension"
  | "extension-as-priority"
  | "unknown-context"
  | "unknown-extension"
  | "unknown-label"
  | "unknown-priority";

export interface BrokenJump {
  readonly mistake: JumpMistake;
  readonly line: StepLine;
  readonly jump: Jump;
  readonly miss: Miss;
  /** What the whole location should be, where that is known. */
  readonly meant: string | undefined;
  readonly targets: Targets;
}

const none: readonly BrokenJump[] = [];
export const brokenJumps: PerDialplan<readonly BrokenJump[]> = perDialplan(findBroken);

function findBroken(dialplan: Dialplan, installation: Installation): readonly BrokenJump[] {
  const contexts = contextsFor(dialplan, installation);
  if (contexts === undefined) return none;
  const targets = new Targets(dialplan, contexts, installation);
  const steps = installation.steps(dialplan);
  let doubts: Doubts | undefined;
  const withMacros = installation.dialplanCatalog.applications.application("Macro") !== undefined;
  const broken: BrokenJump[] = [];
  const { dialplanCatalog } = installation;
  const given = [dialplan.structure, contexts, filledNames(installation), dialplanCatalog] as const;
  for (const found of missing(steps, given, targets)) {
    // What this version does not have is another mistake.
    if (found.jump.kind === "macro" && !withMacros) continue;
    doubts ??= new Doubts(dialplan, steps, installation, reachOf(dialplan, installation));
    if (!doubts.about(found.miss)) broken.push({ ...found, targets });
  }
  return broken;
}

type Missing = Omit<BrokenJump, "targets">;

/** All that depends on which contexts, extensions and labels there are, and on nothing else. */
const missing = perLine<readonly [object, ReadonlySet<string>, object, DialplanCatalog], Missing, Targets>(
  ({ jumping }) => jumping,
  (line, add, [, , , { applications }], targets) => {
    for (const jump of line.jumps) {
      const known = jump.call.spec;
      const spec = known === undefined ? undefined : applications.application(known.name);
      // Nor is a location whose separators are those of old.
      if (spec === undefined || hasPipes({ call: jump.call, spec })) continue;
      if (makesItsContext(jump)) continue;
      const found = judge(line, jump, targets);
      if (found !== undefined) add(found);
    }
  },
);

/** A parking lot that is made during a call brings its context along. */
function makesItsContext({ kind, call: { name, source, data } }: Jump): boolean {
  if (kind !== "context" || (name !== "set" && name !== "mset")) return false;
  return source.slice(data.start, data.end).includes("PARKINGDYNCONTEXT");
}

function judge(line: StepLine, jump: Jump, targets: Targets): Missing | undefined {
  for (const place of line.places) {
    const miss = targets.missOf(jump, place);
    if (miss !== undefined) return { line, jump, miss, ...understood(jump, miss, targets) };
  }
  return undefined;
}

/** The mistake that explains it best. */
function understood(
  jump: Jump,
  miss: Miss,
  targets: Targets,
): { readonly mistake: JumpMistake; readonly meant: string | undefined } {
  const trimmed = withoutBlanks(jump, miss, targets);
  if (trimmed !== undefined) return { mistake: "blank-in-target", meant: trimmed };
  const behindContext = contextFirst(jump, miss, targets);
  if (behindContext !== undefined) return { mistake: "context-as-extension", meant: behindContext };
  const asExtension = extensionAlone(jump, miss, targets);
  if (asExtension !== undefined) return { mistake: "extension-as-priority", meant: asExtension };
  return { mistake: `unknown-${miss.lacking}`, meant: undefined };
}

/** The location without blanks at the ends of its parts, where that is found. */
function withoutBlanks(jump: Jump, { place }: Miss, targets: Targets): string | undefined {
  const parts = [jump.context, jump.extension, jump.priority].filter((part) => part !== undefined);
  const texts = parts.filter(({ start, end }) => start < end).map(({ value }) => value ?? "");
  const trimmed = texts.map((text) => text.trim());
  if (texts.every((text, index) => text === trimmed[index])) return undefined;
  if (jump.kind === "context") return trimmed[0] !== "" && has(targets, trimmed[0]) ? trimmed[0] : undefined;
  const [context, extension, priority] = partsOf(trimmed, jump);
  if (extension === undefined && jump.extension !== undefined) return undefined;
  const from = context ?? place.context;
  const wanted = extension ?? place.extension.name;
  const found = targets.find(from, wanted, priority === undefined ? 1 : numberOrLabel(priority));
  return isMissing(found) ? undefined : trimmed.join(",");
}

function has(targets: Targets, name: string | undefined): boolean {
  return name !== undefined && targets.hasContext(name);
}

function partsOf(
  texts: readonly string[],
  jump: Jump,
): readonly [context: string | undefined, extension: string | undefined, priority: string | undefined] {
  const rest = [...texts];
  const context = jump.context === undefined || isImplied(jump.context) ? undefined : rest.shift();
  const extension = jump.extension === undefined || isImplied(jump.extension) ? undefined : rest.shift();
  return [context ?? jump.context?.value, extension ?? jump.extension?.value, rest[0]];
}

function isImplied({ start, end }: { readonly start: number; readonly end: number }): boolean {
  return start === end;
}

/** Goto(menu) and Goto(menu,1), where "menu" is a context and no label or extension. */
function contextFirst(jump: Jump, miss: Miss, targets: Targets): string | undefined {
  if (!isLocation(jump) || jump.context !== undefined) return undefined;
  const { priority } = jump;
  if (priority?.value === undefined) return undefined;
  const name = jump.extension === undefined ? priority.value : jump.extension.value;
  if (name === undefined || !targets.hasContext(name)) return undefined;
  if (jump.extension === undefined) {
    return miss.lacking === "label" && targets.find(name, "s", 1) === "found" ? `${name},s,1` : undefined;
  }
  if (miss.lacking !== "extension") return undefined;
  const found = ["s", priority.value].map((extension) => targets.find(name, extension, 1) === "found");
  if (found[0] === true && priority.value === "1") return `${name},s,1`;
  return found[1] === true ? `${name},${priority.value},1` : undefined;
}

/** Goto(1111), where an extension of that name is in reach, and no such priority or label. */
function extensionAlone(jump: Jump, { place }: Miss, targets: Targets): string | undefined {
  const { priority, extension, context } = jump;
  if (!isLocation(jump) || extension !== undefined || context !== undefined || !priority?.value)
    return undefined;
  const found = targets.find(place.context, priority.value, 1);
  return found === "found" ? `${priority.value},1` : undefined;
}

/** Whether it is written as a location of one to three parts. */
function isLocation({ kind, priority }: Jump): boolean {
  return (kind === "goto" || kind === "gosub") && priority !== undefined && !isImplied(priority);
}

function numberOrLabel(text: string): number | string {
  return /^[+-]?[0-9]+$/.test(text) ? Number.parseInt(text, 10) : text;
}
