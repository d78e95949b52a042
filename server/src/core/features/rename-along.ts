// What is renamed along with an endpoint: the sections of the same name that serve it, as `[6001]` is mostly written
// three times. What others refer to as well keeps its name.

import type { PjsipObject } from "../pjsip/judgement.ts";
import { lastValue } from "../pjsip/objects/object-fault.ts";
import { wholeNumber } from "../pjsip/values/c-number.ts";
import type { Span } from "../text/span.ts";
import type { Subject } from "./subject.ts";
import type { NamedThing, Occurrence } from "./symbols/symbol.ts";
import { type SymbolIndex, symbolIndex } from "./symbols/symbol-index.ts";

export interface Companion {
  readonly thing: NamedThing;
  /** What it means beyond this configuration, where it means something there. */
  readonly question: Question | undefined;
}

/** Something for the user to confirm, in a few words and in a sentence. */
export interface Question {
  readonly label: string;
  readonly description: string;
}

/** Things besides an endpoint that take its new name; none for other things. */
export function companions(subject: Subject, thing: NamedThing, newName: string): readonly Companion[] {
  if (thing.kind !== "endpoint") return [];
  const { installation } = subject;
  const index = symbolIndex(subject);
  const { objects } = installation.pjsip(installation.load("pjsip.conf"));
  const family = objects.filter(({ id }) => id === thing.name);
  const sections = family.flatMap(partsOf);
  const found = new Map<NamedThing, Companion>();
  for (const object of family) {
    const own = index.thing(object.type, object.id);
    if (own === undefined || own === thing) continue;
    const uses = index.of(own).filter(({ role }) => role === "reference");
    const isTheirs = uses.every((place) => place.literal && isIn(place, sections));
    const isServing = uses.length > 0 || namesOneOf(object, thing.name, index);
    if (!isTheirs || !isServing || isTaken(object.type, newName, index)) continue;
    found.set(own, { thing: own, question: questionAbout(object, newName) });
  }
  return [...found.values()];
}

interface Part {
  readonly file: string;
  readonly span: Span;
}

/** The lines of an object's own section, and of those that append to it. */
function partsOf({ section }: PjsipObject): Part[] {
  return [{ file: section.file, line: section.header }, ...section.appended].map(({ file, line }) => {
    const { headers, text } = file.lines;
    const next = headers.find(({ start }) => start > line.start);
    return { file: file.path, span: { start: line.start, end: next?.start ?? text.length } };
  });
}

function isIn({ file, span }: Occurrence, parts: readonly Part[]): boolean {
  return parts.some(
    (part) => part.file === file && part.span.start <= span.start && span.end <= part.span.end,
  );
}

/** Whether a section names the endpoint, or another object of its name. */
function namesOneOf(object: PjsipObject, name: string, index: SymbolIndex): boolean {
  const parts = partsOf(object);
  return index
    .inFile(object.section.file.path)
    .some((place) => place.role === "reference" && place.thing.name === name && isIn(place, parts));
}

function isTaken(kind: string, name: string, index: SymbolIndex): boolean {
  const other = index.thing(kind, name);
  return other !== undefined && index.of(other).some(({ role }) => role === "definition");
}

/** A phone registers with the name of the aor. */
function questionAbout(object: PjsipObject, newName: string): Question | undefined {
  if (object.type !== "aor") return undefined;
  const most = wholeNumber(lastValue(object, "max_contacts"));
  if (typeof most !== "object" || most.value <= 0n) return undefined;
  return {
    label: `Rename aor ${object.id}, too`,
    description: `Phones that register as ${object.id} have to register as ${newName} then`,
  };
}
