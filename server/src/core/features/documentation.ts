// What stands in the catalogue, as Markdown for hover and completion: options and types of PJSIP, codecs, variables.

import type { Codec } from "../catalog/codecs.ts";
import type { VariableSpec } from "../catalog/dialplan-spec.ts";
import type { ObjectSpec, OptionSpec } from "../catalog/option-spec.ts";
import { type AsteriskVersion, formatVersion, has } from "../catalog/version.ts";
import { badValueWords, defaultValue, valueWords, wordsOf } from "./documentation/option-words.ts";
import { listed, notInVersion, sinceWords } from "./documentation/since-words.ts";
import { code, paragraphs } from "./markdown.ts";

/** An option of an object type: what it means, takes and comes to where it is left out. */
export function optionDocumentation(spec: OptionSpec, type: string, version: AsteriskVersion): string {
  return paragraphs([
    `**${spec.name}** · option of ${type}`,
    standingOf(spec, version),
    spec.summary,
    optionFacts(spec, version).join("  \n"),
  ]);
}

/** An object type of pjsip.conf, or the wizard. */
export function objectDocumentation(spec: ObjectSpec): string {
  const needed = [
    ...(spec.required ?? []).filter((name) => name !== "type").map(code),
    ...(spec.requiredOneOf ?? []).map((names) => listed(names.map(code), "or")),
  ];
  return paragraphs([
    `**${spec.type}** · object of ${spec.file}`,
    spec.summary,
    needed.length === 0 ? undefined : `Must have: ${listed(needed)}.`,
    spec.single === true ? "Only one section of this type counts." : undefined,
    spec.module === "res_pjsip" ? undefined : `Read by ${code(spec.module)}.`,
  ]);
}

/** A codec by its entry in the catalogue. */
export function codecDocumentation(codec: Codec): string {
  const rate = codec.rate === undefined ? "" : `, ${codec.rate / 1000} kHz`;
  const frames = codec.framing;
  const module = codec.module;
  return paragraphs([
    `**${codec.name}** · codec (${codec.media}${rate})`,
    `${codec.summary.charAt(0).toUpperCase()}${codec.summary.slice(1)}.`,
    codec.usableInSdp ? undefined : "Cannot be offered over SIP.",
    codec.inAll ? undefined : "`all` does not include it.",
    frames === undefined
      ? undefined
      : `Framing: ${code(`${codec.name}:${frames.default}`)} milliseconds, ${frames.min} to ${frames.max}`,
    module === undefined
      ? undefined
      : `Translated by ${code(module)}${codec.external === true ? ", which does not come with Asterisk" : ""}.`,
  ]);
}

/** A channel variable that Asterisk itself sets, reads or answers. */
export function variableDocumentation(spec: VariableSpec, version: AsteriskVersion): string {
  const values = [...(spec.values ?? []), ...(spec.forms ?? [])];
  const by = (title: string, names: readonly string[] | undefined): string | undefined =>
    names === undefined || names.length === 0 ? undefined : `${title} ${listed(capped(names))}.`;
  return paragraphs([
    `**\${${spec.name}}** · ${variableKinds[spec.kind]}`,
    spec.removedIn !== undefined && spec.removedIn <= version.major
      ? `Gone since Asterisk ${spec.removedIn}${usingInstead(spec.replacement)}.`
      : undefined,
    spec.summary,
    values.length === 0 ? undefined : `Values: ${values.map(code).join(", ")}`,
    by("Set by", spec.setBy),
    by("Read by", spec.readBy),
    spec.inherited === undefined
      ? undefined
      : `Set it as ${code(spec.inherited + spec.name)}, so that the channels dialled inherit it.`,
  ]);
}

const variableKinds: Readonly<Record<VariableSpec["kind"], string>> = {
  builtin: "answered by Asterisk itself, setting it does nothing",
  set: "set by Asterisk",
  read: "read by Asterisk",
  "set+read": "set and read by Asterisk",
};

/** "default `60`" and what else one line of a completion list has room for. */
export function optionDetail(spec: OptionSpec, version: AsteriskVersion): string {
  const value = defaultValue(spec, version);
  const words = wordsOf(spec, version);
  const takes = words.length > 0 && words.length <= 4 ? words.join(" | ") : valueWords(spec);
  return value === undefined || value === "" ? takes : `${takes} (default ${value})`;
}

/** What is to be said of the option's place in the releases; undefined where nothing is. */
function standingOf(spec: OptionSpec, version: AsteriskVersion): string | undefined {
  const target = formatVersion(version);
  if (spec.removed !== undefined && has(spec.removed, version)) return `Gone in Asterisk ${target}.`;
  if (spec.deprecated !== undefined && has(spec.deprecated.since, version))
    return `Deprecated${usingInstead(spec.deprecated.use)}.`;
  const missing = notInVersion(spec.introduced, version);
  return missing === undefined ? undefined : `There is ${missing}: ${sinceWords(spec.introduced) ?? ""}.`;
}

function optionFacts(spec: OptionSpec, version: AsteriskVersion): string[] {
  const words = wordsOf(spec, version);
  const value = defaultValue(spec, version);
  const since = sinceWords(spec.introduced);
  const bad = badValueWords(spec);
  return [
    ...(spec.kind === "type" ? [] : [`Takes: ${valueWords(spec)}`]),
    ...(words.length === 0 ? [] : [`Words: ${words.map((word) => wordText(word, spec)).join(", ")}`]),
    ...(spec.knownValues === undefined ? [] : [`Known: ${spec.knownValues.map(code).join(", ")}`]),
    ...(value === undefined || value === "" ? [] : [`Default: ${code(value)}`]),
    ...(since === undefined ? [] : [`Asterisk: ${since}`]),
    ...(spec.occurrence in occurrenceWords && spec.kind !== "type"
      ? [occurrenceWords[spec.occurrence] ?? ""]
      : []),
    ...(bad === undefined ? [] : [bad]),
  ];
}

function wordText(word: string, spec: OptionSpec): string {
  const instead = spec.deprecatedValues?.[word];
  return instead === undefined ? code(word) : `${code(word)} (deprecated, use ${code(instead)})`;
}

const occurrenceWords: Readonly<Partial<Record<OptionSpec["occurrence"], string>>> = {
  accumulate: "Several lines add up.",
  first: "Only the first line counts.",
};

function usingInstead(replacement: string | undefined): string {
  return replacement === undefined ? "" : `, use ${code(replacement)}`;
}

/** Long lists say how many are left out. */
function capped(names: readonly string[]): string[] {
  const shown = names.slice(0, 8).map(code);
  return names.length > 8 ? [...shown, `${names.length - 8} others`] : shown;
}
