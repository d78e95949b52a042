// The endpoints and AORs that PJSIP has for certain, for rules that look for names which nothing has.

import { mayHoldPlaceholders, placeholderIn } from "../../pjsip/placeholder.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import { isCertain } from "../../workspace/names.ts";
import { Candidates } from "../suggestions.ts";

/** The names of a type of object. */
export interface KnownObjects {
  readonly names: ReadonlySet<string>;
  /** Sections that Asterisk skips: why is a mistake of its own. */
  readonly skipped: ReadonlySet<string>;
  readonly has: (name: string) => boolean;
  /** The names, for who looks for what was meant. */
  readonly candidates: Candidates;
}

type Type = "endpoint" | "aor";

const known: InstallationQuestion<Type, KnownObjects | undefined> = { compute: readObjects };

/** The objects of a type; undefined where there may be others than we see, or where there are none at all. */
export function knownObjects(installation: Installation, type: Type): KnownObjects | undefined {
  return installation.ask(known, type);
}

function readObjects(installation: Installation, type: Type): KnownObjects | undefined {
  if (!isCertain(type, installation)) return undefined;
  const objects = installation.objects().ofType(type);
  // Who has none at all keeps them somewhere else.
  if (objects.length === 0) return undefined;
  const ids = objects.map(({ id }) => id);
  if (mayHoldPlaceholders(ids) && ids.some(isPlaceholder)) return undefined;
  const names = new Set(ids);
  const skipped = new Set(
    installation
      .pjsip(installation.load("pjsip.conf"))
      .selected.filter(({ object }) => object === undefined)
      .map(({ section }) => section.name),
  );
  const candidates = new Candidates(names);
  return { names, skipped, has: (name) => names.has(name) || skipped.has(name), candidates };
}

/** Whether a name still has to be filled in. */
export function isPlaceholder(name: string): boolean {
  return placeholderIn("endpoint", name) !== undefined;
}
