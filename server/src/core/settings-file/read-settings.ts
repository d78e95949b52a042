// Reads the text of asterisk-analyzer.json, or what an editor has set, which has the same keys.

import { parseVersion, series } from "../catalog/version.ts";
import { equalsChoices, type FormatSettings } from "../format/format-settings.ts";
import { readRange } from "../pjsip/address-range.ts";
import { isRuleOrGroup, type Level, levels, unknownRule } from "../rules/levels.ts";
import { profiles } from "../rules/profiles.ts";
import { type PlaceholderMarks, suppressionPolicies } from "../workspace/settings.ts";
import type { ChosenSettings, Override, SettingsFault } from "./chosen.ts";
import { cut, type Entry, type JsonNode, JsonReader } from "./json-reader.ts";

export interface ReadSettings {
  /** What could be understood. */
  readonly chosen: ChosenSettings;
  readonly faults: readonly SettingsFault[];
  /** The paths of other settings files in the order of the text, with their places. */
  readonly extended: readonly ExtendedFile[];
}

export interface ExtendedFile extends Omit<SettingsFault, "message"> {
  readonly path: string;
}

type Readable = { -readonly [Key in keyof ChosenSettings]-?: ChosenSettings[Key] | undefined };

/** How the value of each key is read. The schema has the same keys; test/settings-file.test.ts compares. */
const readers: { readonly [Key in keyof Readable]: (reader: JsonReader, value: JsonNode) => Readable[Key] } =
  {
    version: (reader, node) => {
      const text = node.type === "number" ? undefined : reader.text(node, '"version"');
      if (node.type === "number") reader.fault(node, `"version" stands in quotes: "${String(node.value)}"`);
      const version = text === undefined ? undefined : parseVersion(text);
      if (text !== undefined && version === undefined)
        reader.fault(node, `"version" has to be one of ${series.join(", ")}, or a release of these`);
      return version;
    },
    profile: (reader, node) => reader.word(node, '"profile"', profiles),
    rules: (reader, node) => rulesOf(reader, node, '"rules"'),
    overrides: (reader, node) =>
      reader.items(node, '"overrides"')?.flatMap((item) => overrideOf(reader, item) ?? []),
    ignore: (reader, node) => reader.texts(node, '"ignore"'),
    providers: (reader, node) => providersOf(reader, node),
    knownModules: (reader, node) => reader.texts(node, '"knownModules"'),
    knownApplications: (reader, node) => reader.texts(node, '"knownApplications"'),
    knownFunctions: (reader, node) => reader.texts(node, '"knownFunctions"'),
    astetcdir: (reader, node) => {
      const text = reader.text(node, '"astetcdir"');
      if (text === undefined || text.startsWith("/")) return text?.replace(/(?<=.)\/+$/, "");
      reader.fault(node, '"astetcdir" has to begin with "/", as in asterisk.conf');
      return undefined;
    },
    placeholders: (reader, node) =>
      reader.items(node, '"placeholders"')?.flatMap((item) => placeholderOf(reader, item) ?? []),
    suppressions: (reader, node) => reader.word(node, '"suppressions"', suppressionPolicies),
    format: (reader, node) => formatOf(reader, node),
    extends: (reader, node) => {
      const texts =
        node.type === "string" ? [reader.text(node, '"extends"')] : reader.texts(node, '"extends"');
      return texts?.filter((text) => text !== undefined);
    },
  };

/** The keys of a settings file. */
export const settingsKeys: readonly string[] = Object.keys(readers);

/** Reads the text of a settings file; never fails. */
export function readSettings(text: string): ReadSettings {
  const reader = new JsonReader(text);
  const chosen: { -readonly [Key in keyof Readable]?: Readable[Key] } = {};
  const entries = reader.root === undefined ? [] : (reader.entries(reader.root, "the document") ?? []);
  for (const entry of entries) {
    const { key, value } = entry;
    if (key === "$schema") continue;
    // An editor's way to say nothing about these two.
    if ((key === "version" || key === "astetcdir") && value.value === "") continue;
    if (isKey(key)) read(chosen, key, reader, value);
    else reader.unknownKey(entry, ["$schema", ...settingsKeys], elsewhere.get(key.toLowerCase()));
  }
  const named = entries.find(({ key }) => key === "extends")?.value;
  const extended = (
    named?.type === "array" ? (named.children ?? []) : named === undefined ? [] : [named]
  ).flatMap((node): ExtendedFile[] => {
    const text: unknown = node.type === "string" ? node.value : undefined;
    const path = typeof text === "string" ? text.trim() : "";
    return path === "" ? [] : [{ path, ...reader.placeOf(node) }];
  });
  return { chosen: chosen as ChosenSettings, faults: reader.faults, extended };
}

/** Names of the same thing in the settings of editors and on the command line, in small letters. */
const elsewhere: ReadonlyMap<string, string> = new Map([
  ["asteriskversion", "version"],
  ["asterisk-version", "version"],
  ["severity", "rules"],
  ["rule", "rules"],
  ["exclude", "ignore"],
  ["excludes", "ignore"],
  ["directory", "astetcdir"],
]);

function isKey(key: string): key is keyof Readable {
  return Object.hasOwn(readers, key);
}

function read<Key extends keyof Readable>(
  chosen: { [Name in keyof Readable]?: Readable[Name] },
  key: Key,
  reader: JsonReader,
  value: JsonNode,
): void {
  const found = readers[key](reader, value);
  if (found !== undefined) chosen[key] = found;
}

function rulesOf(reader: JsonReader, node: JsonNode, what: string): ReadonlyMap<string, Level> | undefined {
  const entries = reader.entries(node, what);
  if (entries === undefined) return undefined;
  const found = new Map<string, Level>();
  for (const { key, keyNode, value } of entries) {
    if (!isRuleOrGroup(key) && !reader.isFull) reader.fault(keyNode, unknownRule(cut(key)));
    const level = reader.word(value, `"${cut(key)}"`, levels);
    if (level !== undefined && isRuleOrGroup(key)) found.set(key, level);
  }
  return found;
}

function overrideOf(reader: JsonReader, node: JsonNode): Override | undefined {
  const { files, rules } = fields(reader, node, 'an item of "overrides"', ["files", "rules"]);
  if (files === undefined || rules === undefined) return undefined;
  const patterns = reader.texts(files, '"files"');
  const levelsOfRules = rulesOf(reader, rules, '"rules"');
  if (patterns === undefined || levelsOfRules === undefined) return undefined;
  return { files: patterns, rules: levelsOfRules };
}

function placeholderOf(reader: JsonReader, node: JsonNode): PlaceholderMarks | undefined {
  const { open, close } = fields(reader, node, 'an item of "placeholders"', ["open", "close"]);
  if (open === undefined || close === undefined) return undefined;
  const [first, last] = [reader.text(open, '"open"'), reader.text(close, '"close"')];
  if (first === undefined || last === undefined) return undefined;
  for (const one of [open, close])
    if (/[\r\n]/.test(String(one.value))) reader.fault(one, "a placeholder ends in its line");
  return { open: first, close: last };
}

function formatOf(reader: JsonReader, node: JsonNode): FormatSettings | undefined {
  const entries = reader.entries(node, '"format"');
  if (entries === undefined) return undefined;
  let found: FormatSettings = {};
  for (const entry of entries) {
    const { key, value } = entry;
    if (key === "equals") found = { ...found, equals: reader.word(value, '"equals"', equalsChoices) };
    else if (key !== "blankLines") reader.unknownKey(entry, ["equals", "blankLines"]);
    else if (typeof value.value === "number" && Number.isInteger(value.value) && value.value > 0)
      found = { ...found, blankLines: value.value };
    else reader.fault(value, '"blankLines" has to be a number from 1 on');
  }
  return found;
}

/** An object of which all these keys and no others are wanted. */
function fields<Name extends string>(
  reader: JsonReader,
  node: JsonNode,
  what: string,
  names: readonly Name[],
): { readonly [Key in Name]?: JsonNode } {
  const found: { [Key in Name]?: JsonNode } = {};
  const entries = reader.entries(node, what);
  for (const entry of entries ?? []) {
    const name = names.find((known) => known === entry.key);
    if (name === undefined) reader.unknownKey(entry, names);
    else found[name] = entry.value;
  }
  if (entries === undefined) return {};
  for (const name of names) if (found[name] === undefined) reader.fault(node, `${what} needs "${name}"`);
  return found;
}

function providersOf(reader: JsonReader, node: JsonNode): ReadonlyMap<string, readonly string[]> | undefined {
  const entries = reader.entries(node, '"providers"');
  if (entries === undefined) return undefined;
  return new Map(entries.map((entry) => [entry.key, rangesOf(reader, entry)]));
}

function rangesOf(reader: JsonReader, { key, value }: Entry): readonly string[] {
  const ranges: string[] = [];
  for (const item of reader.items(value, `"${cut(key)}"`) ?? []) {
    const text = reader.text(item, `an address of "${cut(key)}"`);
    if (text === undefined) continue;
    if (readRange(text) === undefined)
      reader.fault(item, `"${cut(text)}" of "${cut(key)}" is neither an address nor a network`);
    else ranges.push(text);
  }
  return ranges;
}
