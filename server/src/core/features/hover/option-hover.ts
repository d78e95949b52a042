// Hover on an option and on its value: what it means, and what the section ends up with.

import { codecNamed } from "../../catalog/codecs.ts";
import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { ConfigSection } from "../../config/section.ts";
import { isFalse, isTrue } from "../../pjsip/values/booleans.ts";
import { sourceSpan } from "../../syntax/line.ts";
import { lineAt } from "../../syntax/line-at.ts";
import { asciiLower } from "../../text/ascii.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { maskValue } from "../../text/secrets.ts";
import { type Cursor, type Token, wizardPrefixes } from "../cursor.ts";
import { defaultValue } from "../documentation/option-words.ts";
import { listed } from "../documentation/since-words.ts";
import { codecDocumentation, optionDocumentation } from "../documentation.ts";
import { code, paragraphs } from "../markdown.ts";
import { maskedOption } from "../masked.ts";
import { moduleWords } from "../module-words.ts";
import { originText, writerOf } from "../places.ts";
import type { Subject } from "../subject.ts";
import { addressWords } from "./address-words.ts";
import { effectiveValue } from "./effective-value.ts";
import { namedHover } from "./name-hover.ts";
import { contextHover, objectHover } from "./object-hover.ts";
import { cosMeaning, tosMeaning } from "./service-classes.ts";
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
  if (spec === undefined) return linesText(section, name);
  const value = effectiveValue(section, name, spec);
  if (value === undefined) return undefined;
  const { text, options } = value;
  const shown = options.slice(0, 4).map((option) => originText(section, option));
  const more = options.length > 4 ? ` and ${options.length - 4} others` : "";
  const what = at?.template === true ? "Effective here" : `Effective in ${code(section.name)}`;
  return `${what}: ${text === "" ? "(empty)" : code(text)} (${shown.join("; ")}${more})`;
}

/** All lines of an option of which it is not known whether they add up; undefined where the one line is all. */
function linesText(section: ConfigSection, name: string): string | undefined {
  const lines = section.options.filter((option) => asciiLower(option.name) === asciiLower(name));
  const isPlain = lines.every(
    (option) => writerOf(section, option) === section && option.appends.length === 0,
  );
  if (lines.length === 0 || isPlain) return undefined;
  const shown = lines
    .slice(-4)
    .map((option) => `${code(maskedOption(option))} (${originText(section, option)})`);
  const more = lines.length > 4 ? `${lines.length - 4} more, then ` : "";
  return `In ${code(section.name)}: ${more}${shown.join(", then ")}`;
}

type ValueCursor = Extract<Cursor, { kind: "option-value" }>;

/** Kinds of options whose addresses are listed, each of which is a piece of its own. */
const listKinds: ReadonlySet<string> = new Set(["identifyMatch", "cidrAcl", "uriList", "enumList"]);

/** The piece of a value around an offset: an item of a list, or all of it. */
export function valueItem(subject: Subject, { spec, item }: ValueCursor, offset: number): Token {
  const isList = spec === undefined ? /^[^,]*[.:][^,]*,/.test(item.text) : listKinds.has(spec.kind);
  const { line, at } = lineAt(subject.text, offset);
  if (!isList || line?.kind !== "option" || at === undefined) return item;
  const { value, valueStart } = line;
  const inValue = Math.max(0, at - valueStart);
  const from = value.lastIndexOf(",", inValue - 1) + 1;
  const comma = value.indexOf(",", Math.max(from, inValue));
  const piece = value.slice(from, comma < 0 ? value.length : comma);
  const text = piece.trim();
  if (text === "") return item;
  const start = valueStart + from + (piece.length - piece.trimStart().length);
  return { text, span: sourceSpan(line, start, start + text.length) };
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

function meaningOf(subject: Subject, cursor: ValueCursor, text: string): string | undefined {
  const { spec, section } = cursor;
  if (spec === undefined) return otherMeaning(subject, cursor, text);
  const own = wordMeaning(spec.name, asciiLower(text));
  if (own !== undefined) return own;
  if (/^cos(?:_|$)/.test(spec.name)) return cosMeaning(text);
  const elsewhere = namedKinds[spec.refersTo ?? ""];
  if (elsewhere !== undefined) return namedHover(subject, elsewhere, text);
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
    case "uri":
    case "uriList":
      return uriMeaning(text);
    case "tos":
      return tosMeaning(text);
    case "identifyMatch":
      return sentence(addressWords(text)) ?? "A host name, looked up when Asterisk loads.";
    default:
      return addressLike(text);
  }
}

/** What options refer to in other files, as a kind of argument. */
const namedKinds: Readonly<Record<string, string>> = {
  "voicemail.conf:mailbox": "voicemail-mailbox",
  "musiconhold.conf:class": "moh-class",
};

/** The same for options of other files, by their names in lower case. */
const otherNames: Readonly<Record<string, string>> = {
  musicclass: "moh-class",
  musiconhold: "moh-class",
  mohinterpret: "moh-class",
  mohsuggest: "moh-class",
  parkedmusicclass: "moh-class",
  music_on_hold_class: "moh-class",
  parkinglot: "parking-lot",
  defaultrule: "queue-rule",
};

/** Values in files whose options no catalogue knows: contexts, endpoints, names and addresses. */
function otherMeaning(subject: Subject, cursor: ValueCursor, text: string): string | undefined {
  const name = cursor.name.text;
  const lower = asciiLower(name);
  if (cursor.root === "modules.conf" && /load|require/.test(lower)) {
    const words = moduleWords(subject.installation).get(text.replace(/\.so$/, ""));
    return words === undefined ? undefined : `Module: ${words}.`;
  }
  const named = otherNames[lower];
  if (named !== undefined) return namedHover(subject, named, text);
  if (/^tos(?:_|$)/.test(lower)) return tosMeaning(text);
  if (/^cos(?:_|$)/.test(lower)) return cosMeaning(text);
  if (/context$/i.test(name) && subject.installation.dialplan().contexts.has(text))
    return contextHover(subject, text);
  const endpoint = /^PJSIP\/([^/@&,]+)/i.exec(text)?.[1]?.trim();
  if (endpoint !== undefined) return objectHover(subject, "endpoint", endpoint);
  return addressLike(text);
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

/** Where a SIP address leads: "Goes to host `a.example.com`, port 5061, over TLS." */
function uriMeaning(text: string): string | undefined {
  const found =
    /^<?(sips?):(?:[^@;>]{0,200}@)?(\[[0-9a-f:.%]{1,60}\]|[^:;>?@]{1,255})(?::(\d{1,5}))?([^>]*)/i.exec(text);
  const [, scheme, host, port, rest] = found ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const transport = /;transport=([a-z]{2,4})/i.exec(rest ?? "")?.[1];
  const over =
    transport === undefined
      ? asciiLower(scheme) === "sips"
        ? ", over TLS"
        : ""
      : `, over ${transport.toUpperCase()}`;
  const about = addressWords(host);
  return `Goes to host ${code(host)}${about === undefined ? "" : ` (${about})`}${port === undefined ? "" : `, port ${port}`}${over}.`;
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
