// What stands above the headers of a file: how often a thing is used, what identifies an endpoint, who enters a context.

import { valuePlace } from "../config/option-span.ts";
import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { counted } from "../text/counted.ts";
import type { Span } from "../text/span.ts";
import type { Location } from "./navigation.ts";
import { relationsOf } from "./relations.ts";
import type { Subject } from "./subject.ts";
import type { Occurrence } from "./symbols/symbol.ts";
import { type SymbolIndex, symbolIndex } from "./symbols/symbol-index.ts";

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  readonly locations: readonly Location[];
}

const matching: ReadonlySet<string> = new Set(["match", "match_header", "match_request_uri"]);

/** Kinds of things of which it is worth knowing who uses them. */
const ofInterest: ReadonlySet<string> = new Set([
  "template",
  "aor",
  "auth",
  "transport",
  "endpoint",
  "wizard",
  "acl",
]);

/** The lenses of a file, each with the places it leads to. */
export function codeLenses(subject: Subject): readonly CodeLens[] {
  const index = symbolIndex(subject);
  const matches = matchesByEndpoint(subject);
  return index
    .inFile(subject.file)
    .flatMap((one) => (one.role === "definition" ? lensesOf(subject, index, matches, one) : []));
}

function lensesOf(
  subject: Subject,
  index: SymbolIndex,
  matches: Matches,
  { thing, span }: Occurrence,
): CodeLens[] {
  const uses = index.of(thing).filter(({ role }) => role === "reference");
  if (thing.kind === "context") {
    const title = contextText(subject, thing.name);
    return title === "" ? [] : lens(span, uses, () => title);
  }
  if (!ofInterest.has(thing.kind)) return [];
  const references = lens(span, uses, (count) => counted(count, "reference"), true);
  if (thing.kind !== "endpoint") return references;
  return [...references, ...identifiedBy(span, matches.get(thing.name) ?? [])];
}

/** The lines that tell requests of an endpoint, by its name. */
type Matches = ReadonlyMap<string, readonly ConfigOption[]>;

function matchesByEndpoint({ installation }: Subject): Matches {
  const found = new Map<string, ConfigOption[]>();
  for (const { options } of installation.objects().ofType("identify")) {
    const endpoint = options.findLast(({ name }) => asciiLower(name) === "endpoint")?.value;
    if (endpoint === undefined) continue;
    const matches = options.filter(({ name }) => matching.has(asciiLower(name)));
    found.set(endpoint, [...(found.get(endpoint) ?? []), ...matches]);
  }
  return found;
}

function identifiedBy(span: Span, matches: readonly ConfigOption[]): CodeLens[] {
  if (matches.length === 0) return [];
  const shown = matches.slice(0, 2).map(({ value }) => value);
  const rest = matches.length > shown.length ? ` and ${matches.length - shown.length} more` : "";
  const locations = matches.map((option) => {
    const place = valuePlace(option);
    return { file: place.file.path, span: place.span };
  });
  return [{ span, title: `identified by ${shown.join(", ")}${rest}`, locations }];
}

function lens(
  span: Span,
  uses: readonly Occurrence[],
  title: (count: number) => string,
  evenIfNone = false,
): CodeLens[] {
  if (uses.length === 0 && !evenIfNone) return [];
  return [{ span, title: title(uses.length), locations: uses.map(({ file, span }) => ({ file, span })) }];
}

/** By how many others a context is entered, and in which way. */
function contextText({ installation }: Subject, name: string): string {
  const relations = relationsOf(installation);
  const objects = new Set(
    relations.namedBy("extensions.conf:context", name).map(({ object }) => object.section),
  );
  const entries = relations.entries(name).filter(({ kind }) => kind !== "default");
  const included = relations.includedBy(name).length;
  const jumps = relations
    .jumpsTo(name)
    .filter(({ line }) => line.places.some(({ context }) => context !== name)).length;
  const entered = [
    ...(objects.size === 0 ? [] : [counted(objects.size, "endpoint")]),
    ...(entries.length === 0
      ? []
      : [counted(entries.length, "place in other files", "places in other files")]),
    ...(jumps === 0 ? [] : [counted(jumps, "jump")]),
  ];
  const parts = [
    ...(entered.length === 0 ? [] : [`entered from ${entered.join(", ")}`]),
    ...(included === 0 ? [] : [`included by ${counted(included, "context")}`]),
  ];
  return parts.join("; ");
}
