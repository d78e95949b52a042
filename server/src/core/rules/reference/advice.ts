// What the rules about names that lead nowhere share: what was most likely meant, and fixes.

import { valuePlace } from "../../config/option-span.ts";
import { headerPlace, isMade } from "../../pjsip/model.ts";
import { contextTarget, type MissingReference } from "../../pjsip/references.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Installation } from "../../workspace/installation.ts";
import { allObjects } from "../../workspace/names.ts";
import { closestName } from "../config/headers.ts";
import { changedTo, pieceOf } from "../fix.ts";
import type { Effect, Finding, Fix, Related } from "../rule.ts";
import { counted, quoted } from "../words.ts";

/** What a rule says of one missing name. */
export interface Words {
  readonly effect?: Effect;
  /** What Asterisk does, for the end of the sentence. */
  readonly outcome: string;
  readonly runtimeLog?: readonly string[];
}

/** Beyond so many missing names the closest ones are not looked for: something else is wrong. */
const maximumGuessed = 50;

/** The findings for the missing names that a rule is about. */
export function* missingNames(
  installation: Installation,
  isOurs: (missing: MissingReference) => boolean,
  words: (missing: MissingReference) => Words,
): Generator<Finding> {
  const ours = installation.references().missing.filter(isOurs);
  if (ours.length === 0) return;
  const advise = adviser(installation, ours.length <= maximumGuessed);
  for (const missing of ours) {
    const { option, item } = missing;
    const { outcome, ...rest } = words(missing);
    const { what, fixes, related } = advise(missing);
    yield {
      ...(isMade(option) ? valuePlace(option) : valuePlace(option, item.start, item.end)),
      ...rest,
      message: `${what}: ${outcome}`,
      fixes,
      related,
    };
  }
}

/** "endpoint "6001"", or how many there are. */
export function whose({ type, objects, hits }: MissingReference): string {
  const ids = objects.map(({ id }) => id);
  return hits > ids.length ? `${hits} objects of type ${type}` : counted(type, ids);
}

/** Lines of a log for each of the first objects. */
export function forEach({ objects }: MissingReference, texts: (id: string) => readonly string[]): string[] {
  return objects.slice(0, 5).flatMap(({ id }) => texts(id));
}

interface Advice {
  readonly what: string;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
}

function adviser(installation: Installation, guess: boolean): (missing: MissingReference) => Advice {
  const byTarget = new Map<string, Names>();
  const contexts = installation.contexts();
  return (missing) => {
    const { target } = missing;
    let names = byTarget.get(target);
    if (names === undefined) {
      names =
        target === contextTarget
          ? contextsByName(installation, contexts)
          : objectsByName(installation, target);
      byTarget.set(target, names);
    }
    return advice(missing, names, guess);
  };
}

interface Names {
  readonly own: ReadonlySet<string>;
  readonly byLower: ReadonlyMap<string, string>;
  /** Where else the name stands: as what, and the place. */
  readonly others: ReadonlyMap<string, { readonly as: string; readonly related: Related }>;
}

function objectsByName(installation: Installation, target: string): Names {
  const own = new Set<string>();
  const others = new Map<string, { as: string; related: Related }>();
  for (const { type, id, section } of allObjects(installation)) {
    if (type === target) own.add(id);
    else if (!others.has(id)) {
      const message = `${type} ${quoted(id)}`;
      others.set(id, {
        as: `[${id}] is ${withArticle(type)} only`,
        related: { ...headerPlace(section), message },
      });
    }
  }
  for (const section of installation.load("pjsip.conf").sections) {
    if (!section.template || others.has(section.name)) continue;
    const related = { ...headerPlace(section), message: "the template" };
    others.set(section.name, { as: `[${section.name}] is a template only`, related });
  }
  return { own, byLower: lowered(own), others };
}

function contextsByName(installation: Installation, contexts: ReadonlySet<string> | undefined): Names {
  const own = contexts ?? new Set<string>();
  const others = new Map<string, { as: string; related: Related }>();
  for (const section of installation.load("extensions.conf").sections) {
    if (!section.template || own.has(section.name)) continue;
    const related = { ...headerPlace(section), message: "the template" };
    others.set(section.name, { as: `[${section.name}] is a template only`, related });
  }
  return { own, byLower: lowered(own), others };
}

function lowered(names: ReadonlySet<string>): Map<string, string> {
  return new Map([...names].map((name) => [asciiLower(name), name]));
}

function advice(missing: MissingReference, names: Names, guess: boolean): Advice {
  const { item, target } = missing;
  const text = item.text;
  const thing = target === contextTarget ? "extensions.conf has no context" : `there is no ${target}`;
  const what = `${thing} ${quoted(text)}`;
  const sameLetters = names.byLower.get(asciiLower(text));
  if (sameLetters !== undefined) {
    const reason = ` ([${sameLetters}] is another name, since case counts)`;
    return { what: `${what}${reason}`, fixes: change(missing, sameLetters), related: [] };
  }
  const near = formOf(text, target, names.own) ?? (guess ? likely(text, names.own) : undefined);
  const other = names.others.get(text);
  const reasons = [other?.as, near === undefined ? undefined : `did you mean ${quoted(near)}?`].filter(
    (reason) => reason !== undefined,
  );
  return {
    what: reasons.length === 0 ? what : `${what} (${reasons.join("; ")})`,
    fixes: near === undefined ? [] : change(missing, near),
    related: other === undefined ? [] : [other.related],
  };
}

/** "6001-aor" for 6001, and the other way round. */
function formOf(text: string, target: string, names: ReadonlySet<string>): string | undefined {
  const forms = ["-", "_", ""].flatMap((join) => [`${text}${join}${target}`, `${target}${join}${text}`]);
  const bare = new RegExp(`^${target}[-_]|[-_]?${target}s?$`);
  const withoutEnd = text.replace(/[-_][^-_]+$/, "");
  return [...forms, text.replace(bare, ""), withoutEnd].find((form) => form !== text && names.has(form));
}

/** The only name with something behind it or in front of it, or else the closest one. */
function likely(text: string, names: ReadonlySet<string>): string | undefined {
  const longer = [...names].filter((name) => /^[-_]/.test(name.slice(text.length)) && name.startsWith(text));
  const other = [...names].filter((name) => /[-_]$/.test(name.slice(0, -text.length)) && name.endsWith(text));
  const [only, ...rest] = [...longer, ...other];
  return only !== undefined && rest.length === 0 ? only : closestName(text, names);
}

function change({ option, item }: MissingReference, name: string): readonly Fix[] {
  const place = pieceOf(option, item.start, item.end);
  return changedTo(place, name, false);
}

function withArticle(type: string): string {
  return `${/^[aeio]/.test(type) ? "an" : "a"} ${type}`;
}
