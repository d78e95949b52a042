import type { PjsipCatalog } from "../../catalog/pjsip.ts";
import { type Place, valuePlace } from "../../config/option-span.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { firstOption } from "../../config/section-lookup.ts";
import { type CodecSet, codecSets } from "../../pjsip/codec-set.ts";
import type { PjsipObject } from "../../pjsip/judgement.ts";
import { headerPlace } from "../../pjsip/model.ts";
import { asciiLower } from "../../text/ascii.ts";
import { closest } from "../../text/closest.ts";
import { addTo } from "../../text/grouped.ts";
import { lineRemoved } from "../fix.ts";
import type { Finding, Fix, PjsipRule } from "../rule.ts";
import { counted, quoted } from "../words.ts";

export const nothingAllowed: PjsipRule = {
  id: "codec/nothing-allowed",
  on: "pjsip",
  effect: "call-fails",
  summary: "Endpoint that is left without any codec",
  // What we could not read may allow some.
  check: ({ objects, load }, { catalog }) => (load.partial ? [] : codecFindings(objects, "allow", catalog)),
};

/** The endpoints among some objects that have no codec; `allow` is the option as it is to be written. */
export function* codecFindings(
  objects: readonly PjsipObject[],
  allow: string,
  catalog: PjsipCatalog,
): Generator<Finding> {
  const without = new Map<ConfigOption | ConfigSection, Bare[]>();
  const types = new Map<ConfigOption, number>();
  const codecs = codecSets();
  for (const object of objects) {
    if (object.type !== "endpoint") continue;
    const type = inheritedType(object);
    if (type !== undefined) types.set(type, (types.get(type) ?? 0) + 1);
    const bare = withoutCodecs(object, codecs(object.options), catalog);
    if (bare === undefined) continue;
    const owner = bare.emptiedBy ?? type ?? object.section;
    addTo(without, owner, bare);
  }
  for (const [owner, endpoints] of without) yield* findings(owner, endpoints, types, allow);
}

interface Bare {
  readonly object: PjsipObject;
  /** The line that takes all codecs away; undefined where there is no "allow" at all. */
  readonly emptiedBy: ConfigOption | undefined;
  readonly anyAllowed: boolean;
}

/** An endpoint that ends up without codecs; not where a list is empty for a mistake in it, which other rules report. */
function withoutCodecs(
  object: PjsipObject,
  { names, anyAllowed, emptiedBy }: CodecSet,
  catalog: PjsipCatalog,
): Bare | undefined {
  if (names.size > 0) return undefined;
  if (anyAllowed) return emptiedBy === undefined ? undefined : { object, emptiedBy, anyAllowed };
  const allow = object.options.findLast(({ name }) => asciiLower(name) === "allow");
  if (allow === undefined) {
    return hasMisspelled(object, catalog) ? undefined : { object, emptiedBy: undefined, anyAllowed };
  }
  return /^\s*!\s*all\s*$/i.test(allow.value) ? { object, emptiedBy: allow, anyAllowed } : undefined;
}

/** Whether there is an unknown option that is meant to be "allow". */
function hasMisspelled({ options }: PjsipObject, catalog: PjsipCatalog): boolean {
  const endpoint = catalog.types.get("endpoint");
  return options.some(
    ({ name }) => endpoint?.option(name) === undefined && closest(name, ["allow"]) !== undefined,
  );
}

/** The `type` line of a template, which all its heirs share. */
function inheritedType({ section }: PjsipObject): ConfigOption | undefined {
  if (section.bases.length === 0) return undefined;
  const type = firstOption(section, "type");
  return section.bases.some(
    (base) => base.section !== section && type !== undefined && base.section.options.includes(type),
  )
    ? type
    : undefined;
}

function* findings(
  owner: ConfigOption | ConfigSection,
  endpoints: readonly Bare[],
  types: ReadonlyMap<ConfigOption, number>,
  allow: string,
): Generator<Finding> {
  const [first] = endpoints;
  if (first === undefined) return;
  if (first.emptiedBy !== undefined) {
    yield { ...valuePlace(first.emptiedBy), message: emptied(endpoints), fixes: moved(first) };
  } else if ("header" in owner || types.get(owner) !== endpoints.length || endpoints.length === 1) {
    // Where other heirs of the template have codecs, each one that has none is a mistake of its own.
    for (const { object } of endpoints) {
      yield { ...headerPlace(object.section), message: neverAllowed([object.id], allow) };
    }
  } else {
    yield {
      ...valuePlace(owner),
      message: neverAllowed(
        endpoints.map(({ object }) => object.id),
        allow,
      ),
    };
  }
}

function neverAllowed(ids: readonly string[], allow: string): string {
  const no = ids.length === 1 ? "has" : "have";
  return `${counted("endpoint", ids)} ${no} no "${allow}" and thus no codec: ${outcome}`;
}

const outcome = "Asterisk answers every call with 488 and offers no media in its own";

function emptied(endpoints: readonly Bare[]): string {
  const [first] = endpoints;
  const line = `${first?.emptiedBy?.line.name ?? ""} = ${first?.emptiedBy?.value ?? ""}`;
  const ids = endpoints.map(({ object }) => object.id);
  const how =
    first?.anyAllowed === true
      ? "takes away the codecs that were allowed before it"
      : "takes codecs away, and no other line allows any";
  return `${quoted(line)} ${how}, so ${counted("endpoint", ids)} ${ids.length === 1 ? "has" : "have"} none: ${outcome}`;
}

/** Moves "disallow = all" before the first "allow" of its own section. */
function moved({ object, emptiedBy }: Bare): Fix[] {
  if (emptiedBy === undefined || asciiLower(emptiedBy.name) !== "disallow") return [];
  const first = object.options.find(({ name }) => asciiLower(name) === "allow");
  const removed = lineRemoved(emptiedBy);
  if (first === undefined || removed === undefined || !areNeighbours(object, first, emptiedBy)) return [];
  const { file, line } = emptiedBy;
  const place: Place = { file, span: { start: first.line.start, end: first.line.start } };
  const inserted = { ...place, text: `${file.lines.text.slice(line.start, line.end)}\n` };
  return [{ title: "Move it before the first allow", safe: false, edits: [inserted, removed] }];
}

/** Whether both lines are written below one header. */
function areNeighbours(object: PjsipObject, first: ConfigOption, last: ConfigOption): boolean {
  if (first.file !== last.file || first.line.start > last.line.start) return false;
  const writer = object.section.bases.find((base) => base.section.options.includes(last))?.section;
  if (writer === undefined) return first.line.start > object.section.header.start;
  return writer.options.includes(first) && first.line.start > writer.header.start;
}
