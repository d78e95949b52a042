// Hover on an option and on its value: what it means, and what the section ends up with.

import { codecNamed } from "../../catalog/codecs.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import { isFalse, isTrue } from "../../pjsip/values/booleans.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isSecretName, maskValue } from "../../text/secrets.ts";
import { addressWords } from "../address-words.ts";
import type { Cursor, Token } from "../cursor.ts";
import { wizardPrefixes } from "../cursor.ts";
import { codecDocumentation, optionDocumentation } from "../documentation.ts";
import { effectiveValue } from "../effective-value.ts";
import { code, paragraphs } from "../markdown.ts";
import { defaultValue } from "../option-words.ts";
import { originText } from "../places.ts";
import { listed } from "../since-words.ts";
import type { Subject } from "../subject.ts";
import { contextHover, objectHover } from "./object-hover.ts";
import { wordMeaning } from "./word-meanings.ts";

export function optionNameHover(
  { installation }: Subject,
  cursor: Extract<Cursor, { kind: "option-name" }>,
): string | undefined {
  const { spec, token, section } = cursor;
  const { version } = installation.settings;
  const type = typeOf(section?.type, token.text);
  const known = spec ?? anyVersion(installation, type, token.text);
  const effective = effectiveText(cursor, token.text, known);
  if (known === undefined || type === undefined) return effective;
  return paragraphs([optionDocumentation(known, type, version), effective]);
}

/** What an option of a wizard such as "endpoint/context" belongs to. */
function typeOf(type: string | undefined, name: string): string | undefined {
  if (type !== "wizard" || !name.includes("/")) return type;
  return wizardPrefixes.get(asciiLower(name.slice(0, name.indexOf("/"))));
}

/** An option that the target version lacks. */
function anyVersion(
  { catalog }: Subject["installation"],
  type: string | undefined,
  name: string,
): OptionSpec | undefined {
  return catalog.types.get(type ?? "")?.optionOfAnyVersion(name.slice(name.lastIndexOf("/") + 1));
}

/** "Here: `alaw,ulaw` (from template phone, pjsip.conf:12)". */
export function effectiveText(
  { section: at }: Pick<Cursor, "section">,
  name: string,
  spec: OptionSpec | undefined,
): string | undefined {
  const section = at?.section;
  if (section === undefined || asciiLower(name) === "type") return undefined;
  const value = effectiveValue(section, name, spec);
  if (value === undefined) return undefined;
  const { text, options } = value;
  if (spec === undefined && options.length === 1 && options[0]?.appends.length === 0) {
    const lines = section.options.filter((option) => asciiLower(option.name) === asciiLower(name));
    if (lines.length < 2) return undefined;
  }
  const shown = options.slice(0, 4).map((option) => originText(section, option));
  const more = options.length > 4 ? ` and ${options.length - 4} others` : "";
  const what = at?.template === true ? "Effective here" : `Effective in ${code(section.name)}`;
  return `${what}: ${text === "" ? "(empty)" : code(text)} (${shown.join("; ")}${more})`;
}

type ValueCursor = Extract<Cursor, { kind: "option-value" }>;

/** Kinds of options whose addresses are listed, each of which is a piece of its own. */
const listKinds: ReadonlySet<string> = new Set(["identifyMatch", "cidrAcl", "uriList", "enumList"]);

/** The piece of a value around an offset: an item of a list, or all of it. */
export function valueItem({ spec, item }: ValueCursor, offset: number): Token {
  const { text, span } = item;
  const isList = spec === undefined ? /^[^,]*[.:][^,]*,/.test(text) : listKinds.has(spec.kind);
  if (!isList || text.length !== span.end - span.start) return item;
  const at = offset - span.start;
  const from = text.lastIndexOf(",", at - 1) + 1;
  const comma = text.indexOf(",", at);
  const piece = text.slice(from, comma < 0 ? text.length : comma);
  const start = span.start + from + (piece.length - piece.trimStart().length);
  const own = piece.trim();
  return own === "" ? item : { text: own, span: { start, end: start + own.length } };
}

export function optionValueHover(subject: Subject, cursor: ValueCursor, item: Token): string | undefined {
  const { spec, name, section } = cursor;
  const secret = spec?.secret === true || isSecretName(name.text);
  const shown = secret ? "***" : maskValue(asciiLower(name.text), item.text);
  const meaning = secret ? "A secret: it is not shown." : meaningOf(subject, cursor, item.text);
  const effective = isWholeStory(cursor) ? undefined : effectiveText(cursor, name.text, spec);
  const { version } = subject.installation.settings;
  const standard = spec === undefined ? undefined : defaultValue(spec, version);
  const isDefault = standard !== undefined && asciiLower(standard) === asciiLower(item.text);
  if (meaning === undefined && effective === undefined) return undefined;
  if (spec?.kind === "codecList" && codecNamed(asciiLower(item.text).replace(/^!|:.*$/g, "")) !== undefined)
    return paragraphs([meaning, effective]);
  const owner = section?.type === undefined ? "" : ` · ${section.type}`;
  return paragraphs([
    `**${name.text}** = ${code(shown)}${owner}`,
    meaning,
    isDefault ? "This is the default." : undefined,
    effective,
  ]);
}

/** Whether the line under the pointer alone makes the value. */
function isWholeStory({ section: at, name, spec }: ValueCursor): boolean {
  const section = at?.section;
  if (section === undefined) return true;
  const options = effectiveValue(section, name.text, spec)?.options ?? [];
  const [only] = options;
  if (options.length !== 1 || only === undefined) return false;
  return only.appends.length === 0 && only.line.start <= name.span.start && name.span.end <= only.line.end;
}

function meaningOf(subject: Subject, { spec, section }: ValueCursor, text: string): string | undefined {
  if (spec === undefined) return addressLike(text);
  const own = wordMeaning(spec.name, asciiLower(text));
  if (own !== undefined) return own;
  switch (spec.kind) {
    case "type": {
      const type = subject.installation.catalog.types.get(text);
      return type?.spec.summary ?? (section?.type === "wizard" ? "A wizard." : undefined);
    }
    case "bool":
      return isTrue(text)
        ? "Counts as yes."
        : isFalse(text)
          ? "Counts as no."
          : "No word that Asterisk knows, so it counts as no.";
    case "codecList":
      return codecMeaning(text);
    case "ref":
    case "refList":
      return refMeaning(subject, spec, text);
    case "context":
      return contextHover(subject, text);
    case "uint":
    case "int":
    case "double":
      return durationWords(text, spec);
    case "identifyMatch":
      return sentence(addressWords(text)) ?? "A host name, looked up when Asterisk loads.";
    default:
      return addressLike(text);
  }
}

function codecMeaning(text: string): string | undefined {
  const lower = asciiLower(text);
  const name = lower.replace(/^!/, "").replace(/:.*$/, "");
  const removed = lower.startsWith("!") ? "Taken off the list." : undefined;
  const frames = /:(\d+)/.exec(lower)?.[1];
  if (name === "all") return paragraphs([removed ?? "All codecs that Asterisk has.", undefined]);
  const codec = codecNamed(name);
  if (codec === undefined) return undefined;
  const framing = frames === undefined ? undefined : `Packets of ${frames} ms here.`;
  return paragraphs([codecDocumentation(codec), framing, removed]);
}

function refMeaning(subject: Subject, spec: OptionSpec, name: string): string | undefined {
  const target = spec.refersTo;
  if (target === undefined || !subject.installation.catalog.types.has(target)) return undefined;
  return (
    objectHover(subject, target, name) ??
    (subject.installation.objects().partial
      ? `No ${target} named ${code(name)} is seen here.`
      : `There is no ${target} named ${code(name)}.`)
  );
}

/** "1 hour" for 3600 seconds. */
function durationWords(text: string, { unit }: OptionSpec): string | undefined {
  if (unit === undefined || !/^\d{1,12}(?:\.\d+)?$/.test(text)) return undefined;
  const seconds = unit === "ms" ? Number(text) / 1000 : Number(text);
  if (unit === "s" && seconds < 60) return undefined;
  const units: readonly (readonly [number, string])[] = [
    [86_400, "day"],
    [3600, "hour"],
    [60, "minute"],
    [1, "second"],
  ];
  const parts: string[] = [];
  let left = seconds;
  for (const [size, word] of units) {
    const count = size === 1 ? Math.round(left * 1000) / 1000 : Math.floor(left / size);
    if (count === 0) continue;
    parts.push(`${count} ${word}${count === 1 ? "" : "s"}`);
    left -= count * size;
  }
  return parts.length === 0 ? undefined : `${listed(parts)}.`;
}

function sentence(words: string | undefined): string | undefined {
  return words === undefined ? undefined : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Values elsewhere that are addresses beyond doubt. */
function addressLike(text: string): string | undefined {
  if (!/^!?(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9a-f:]*::?[0-9a-f:.]*\]?)(?:[:/][\d.]+)?$/i.test(text.trim()))
    return undefined;
  if (!/[.:].*[.:]/.test(text)) return undefined;
  return sentence(addressWords(text));
}
