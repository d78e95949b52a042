// What the rules about names share that the dialplan gives and another file defines.

import { valuePlace } from "../../config/option-span.ts";
import type { ConfigOption } from "../../config/section.ts";
import type { StepLine } from "../../dialplan/lines.ts";
import { hasGap, type KnownText, knownText, knownValue, splitKnown } from "../../dialplan/step/known-text.ts";
import type { NameUse } from "../../dialplan/step/references.ts";
import { placeholderIn } from "../../pjsip/placeholder.ts";
import { type Item, stripped, strippedItems } from "../../pjsip/values/items.ts";
import { asciiLower } from "../../text/ascii.ts";
import { addTo } from "../../text/grouped.ts";
import type { NameSet } from "../../workspace/elsewhere/name-set.ts";
import type { Installation, InstallationQuestion } from "../../workspace/installation.ts";
import { placeOf } from "../application/places.ts";
import type { Effect, Finding } from "../rule.ts";
import { Suggestions } from "../suggestions.ts";
import { quotedPiece } from "../words.ts";
import { guess } from "./words.ts";

/** What happens where a name is missing. */
export interface Outcome {
  readonly text: string;
  readonly effect?: Effect;
  readonly log?: (name: string) => string;
}

/** A name in the dialplan. */
export interface Used {
  readonly line: StepLine;
  readonly known: KnownText;
  /** The application or function in lower case. */
  readonly of: string;
  /** The letter of the option that it stands in. */
  readonly option: string | undefined;
}

const byKind: InstallationQuestion<undefined, ReadonlyMap<string, readonly Used[]>> = { compute: collect };

/** The names of a kind in the steps of extensions.conf. */
export function usedNames(installation: Installation, kind: string): readonly Used[] {
  return installation.ask(byKind, undefined).get(kind) ?? [];
}

function collect(installation: Installation): Map<string, Used[]> {
  const found = new Map<string, Used[]>();
  const add = (kind: string, used: Used): void => {
    addTo(found, kind, used);
  };
  const { naming, writing, resolve } = installation.steps(installation.dialplan());
  for (const line of naming) {
    for (const { kind, known, of, option } of line.names as readonly NameUse[])
      add(kind, { line, known, of: asciiLower(of), option });
  }
  for (const line of writing) {
    for (const { variable, function: written, value } of line.writes) {
      const word = written?.arguments[0]?.value;
      const source = line.step.option.value;
      const target = written === undefined ? variable : `${written.name}(${word})`;
      const kind = target === undefined ? undefined : kindsOfWrites.get(target);
      if (kind === undefined) continue;
      const known = knownText(source, value, resolve);
      for (const part of kind === "feature" ? splitKnown(known, "#") : [known])
        add(kind, { line, known: part, of: "set", option: undefined });
    }
  }
  return found;
}

/** The devices that the hints of extensions.conf watch. */
export function* watchedDevices(installation: Installation): Generator<Pick<Used, "line" | "known">> {
  for (const line of installation.steps(installation.dialplan()).hints)
    for (const known of line.hint?.devices ?? []) yield { line, known };
}

/** Variables and functions that are set to such a name. */
const kindsOfWrites: ReadonlyMap<string, string> = new Map([
  ["DYNAMIC_FEATURES", "feature"],
  ["CHANNEL(musicclass)", "moh-class"],
  ["CHANNEL(parkinglot)", "parking-lot"],
  ["PARKINGLOT", "parking-lot"],
]);

/** The whole name where it is known and a name at all. */
export function nameOf({ known }: Used): string | undefined {
  if (hasGap(known)) return undefined;
  const name = knownValue(known)?.trim();
  return name === undefined || name === "" || isOdd(name) ? undefined : name;
}

/** Whether a text is another kind of mistake than a name that is missing. */
export function isOdd(name: string): boolean {
  return /[${}|"\\^]/.test(name) || placeholderIn("context", name) !== undefined;
}

/** A name in the dialplan that nothing has. */
export interface MissingName {
  readonly line: StepLine;
  readonly known: KnownText;
  readonly name: string;
  /** Where the closest one is looked for. */
  readonly names: NameSet;
  /** What it should be: "queues.conf has no queue". */
  readonly what: string;
  readonly outcome: Outcome;
}

export function* findingsOf(missing: readonly MissingName[]): Generator<Finding> {
  const bySet = new Map<NameSet, Suggestions>();
  for (const { line, known, name, names, what, outcome } of missing) {
    const { start, end } = known;
    const { option } = line.step;
    const suggestions = bySet.get(names) ?? new Suggestions(names.names());
    bySet.set(names, suggestions);
    const { remark, fixes } = guess(option, { text: name, start, end }, suggestions);
    const { text, effect, log } = outcome;
    yield {
      ...placeOf(line, known),
      message: `${what} ${quotedPiece(name)}${remark}: ${text}`,
      ...(effect === undefined ? {} : { effect }),
      runtimeLog: log === undefined ? [] : [log(name)],
      // What a variable holds is not written here.
      fixes: option.value.slice(start, end) === name ? fixes : [],
    };
  }
}

/** Names of the dialplan that a set does not have. */
export function missingNames(
  installation: Installation,
  kind: string,
  names: NameSet,
  what: string,
  outcomeOf: (used: Used) => Outcome | undefined,
): Generator<Finding> {
  const missing: MissingName[] = [];
  for (const used of usedNames(installation, kind)) {
    const name = nameOf(used);
    if (name === undefined || names.has(name)) continue;
    const outcome = outcomeOf(used);
    if (outcome !== undefined)
      missing.push({ line: used.line, known: used.known, name, names, what, outcome });
  }
  return findingsOf(missing);
}

/** Names in an option of another file that a set does not have; each line once. */
export function* missingInOptions(
  options: Iterable<ConfigOption>,
  list: boolean,
  names: { readonly has: (name: string) => boolean; readonly set: NameSet },
  what: string,
  text: string,
): Generator<Finding> {
  const missing: { readonly option: ConfigOption; readonly item: Item }[] = [];
  for (const option of new Set(options)) {
    const { value } = option;
    const items: readonly Item[] = list ? strippedItems(value) : [stripped(value, 0, value.length)];
    for (const item of items)
      if (item.text !== "" && !names.has(item.text) && !isOdd(item.text)) missing.push({ option, item });
  }
  const suggestions = new Suggestions(names.set.names());
  for (const { option, item } of missing) {
    const { remark, fixes } = guess(option, item, suggestions);
    yield {
      ...valuePlace(option, item.start, item.end),
      message: `${what} ${quotedPiece(item.text)}${remark}: ${text}`,
      effect: "works-otherwise",
      fixes,
    };
  }
}

/** The lines of an option in the objects of a type of PJSIP. */
export function linesOf(installation: Installation, type: string, name: string): ConfigOption[] {
  return installation
    .objects()
    .last(type, name)
    .map(({ option }) => option);
}

/** The lines of an option in the sections of a file. */
export function linesIn(installation: Installation, file: string, name: string): ConfigOption[] {
  return installation
    .load(file)
    .sections.filter(({ template }) => !template)
    .flatMap(({ options }) => options.filter((option) => asciiLower(option.name) === name));
}
