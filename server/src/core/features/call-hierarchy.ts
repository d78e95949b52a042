// Which contexts a call goes to from a context, and from where it comes: includes, jumps, subroutines.

import { type Place, valuePlace } from "../config/option-span.ts";
import type { Context } from "../dialplan/model.ts";
import { headerPlace } from "../pjsip/model.ts";
import { contextTarget } from "../pjsip/references.ts";
import { counted } from "../text/counted.ts";
import type { Span } from "../text/span.ts";
import type { Installation } from "../workspace/installation.ts";
import type { Location } from "./navigation.ts";
import { includedName, type JumpLine, relationsOf } from "./relations.ts";
import type { Subject } from "./subject.ts";
import { symbolIndex } from "./symbols/symbol-index.ts";

/** A context, or an endpoint or section whose calls enter one. */
export interface CallItem {
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly file: string;
  readonly span: Span;
}

export interface CallEdge {
  readonly item: CallItem;
  /** Where the one names the other, in the file of whoever names. */
  readonly ranges: readonly Location[];
}

/** The context at an offset: by its name, or because the offset lies within it. */
export function callItem(subject: Subject, offset: number): CallItem | undefined {
  const { installation, file } = subject;
  const thing = symbolIndex(subject).at(file, offset)?.thing;
  if (thing?.kind === "context") return contextItem(installation, thing.name);
  const around = contextAround(installation, file, offset);
  return around === undefined ? undefined : itemOf(around);
}

/** The context of this name. */
function contextItem(installation: Installation, name: string): CallItem | undefined {
  const context = installation.dialplan().contexts.get(name);
  return context === undefined ? undefined : itemOf(context);
}

/** Where calls go from a context. */
export function outgoingCalls(installation: Installation, name: string): readonly CallEdge[] {
  const edges = new Edges();
  const dialplan = installation.dialplan();
  const add = (to: string, place: Place): void => {
    const item = contextItem(installation, to);
    if (item !== undefined) edges.add(item, place);
  };
  for (const include of dialplan.contexts.get(name)?.includes ?? [])
    add(includedName(include), valuePlace(include.option));
  for (const line of installation.steps(dialplan).jumping) {
    if (!line.places.some(({ context }) => context === name)) continue;
    for (const jump of line.jumps)
      if (jump.context?.value !== undefined) add(jump.context.value, jumpPlace({ line, jump }));
  }
  return edges.all;
}

/** From where calls come into a context: other contexts, and endpoints that name it. */
export function incomingCalls({ installation }: Subject, name: string): readonly CallEdge[] {
  const edges = new Edges();
  const relations = relationsOf(installation);
  const add = (from: string, place: Place): void => {
    const item = contextItem(installation, from);
    if (item !== undefined) edges.add(item, place);
  };
  for (const { context, include } of relations.includedBy(name)) add(context, valuePlace(include.option));
  for (const jumpLine of relations.jumpsTo(name))
    for (const from of new Set(jumpLine.line.places.map(({ context }) => context)))
      add(from, jumpPlace(jumpLine));
  for (const { object, option, spec } of relations.namedBy(contextTarget, name)) {
    if (object.type !== "endpoint" || spec.name !== "context") continue;
    const { file, span } = headerPlace(object.section);
    const item = { kind: object.type, name: object.id, detail: "endpoint", file: file.path, span };
    edges.add(item, valuePlace(option));
  }
  return edges.all;
}

function jumpPlace({ line, jump }: JumpLine): Place {
  return valuePlace(line.step.option, jump.start, jump.end);
}

class Edges {
  readonly #byName = new Map<string, { readonly item: CallItem; readonly ranges: Location[] }>();

  get all(): readonly CallEdge[] {
    return [...this.#byName.values()];
  }

  add(item: CallItem, { file, span }: Place): void {
    const key = `${item.kind}\0${item.name}`;
    const known = this.#byName.get(key) ?? { item, ranges: [] };
    known.ranges.push({ file: file.path, span });
    this.#byName.set(key, known);
  }
}

function contextAround(installation: Installation, file: string, offset: number): Context | undefined {
  let nearest: { readonly context: Context; readonly start: number } | undefined;
  for (const context of installation.dialplan().contexts.values()) {
    for (const section of context.sections) {
      const { start } = section.header;
      if (section.file.path !== file || start > offset) continue;
      if (nearest === undefined || start > nearest.start) nearest = { context, start };
    }
  }
  return nearest?.context;
}

function itemOf(context: Context): CallItem | undefined {
  const [section] = context.sections;
  if (section === undefined) return undefined;
  const { file, span } = headerPlace(section);
  const detail = counted(context.extensions.length, "extension");
  return { kind: "context", name: context.name, detail, file: file.path, span };
}
