// What the user has set, for each folder that is open in the editor.

import type { Connection } from "vscode-languageserver";
import {
  defaultSettings,
  isLevel,
  isRuleOrGroup,
  type Level,
  parseVersion,
  readRange,
  ruleLevels,
  type Settings,
  unknownRule,
} from "../core/api.ts";
import { allInlayHints, formatSettingsOf, type InlayHintKinds } from "../core/editor-api.ts";
import { isBelow, uriOf } from "./places.ts";
import type { CheckOptions } from "./snapshot.ts";

/** Name of our section in the editor's settings. */
const section = "asterisk-analyzer";

export class Configuration {
  readonly #byFolder = new Map<string, CheckOptions>();
  #general: CheckOptions = {
    settings: defaultSettings,
    levels: ruleLevels(new Map()),
    inlayHints: allInlayHints,
    format: {},
  };

  /** The settings for a folder: those of the workspace folder that holds it. */
  readonly of = (folder: string): CheckOptions => {
    const holders = [...this.#byFolder.keys()].filter((one) => one === folder || isBelow(folder, one));
    const nearest = holders.sort((left, right) => right.length - left.length)[0];
    return (nearest === undefined ? undefined : this.#byFolder.get(nearest)) ?? this.#general;
  };

  /** Takes settings that came unasked, from a client that does not answer questions. */
  use(value: unknown, warn: (text: string) => void): void {
    this.#byFolder.clear();
    this.#general = optionsOf(value, warn);
  }

  /** Asks the client. */
  async fetch(
    connection: Connection,
    folders: readonly string[],
    warn: (text: string) => void,
  ): Promise<void> {
    const items = [{ section }, ...folders.map((folder) => ({ section, scopeUri: uriOf(folder) }))];
    const [general, ...values] = await connection.workspace.getConfiguration(items);
    this.use(general, warn);
    for (const [index, folder] of folders.entries())
      this.#byFolder.set(
        folder,
        optionsOf(values[index], () => {}),
      );
  }
}

/** Reads settings of unknown shape; what cannot be understood is told and left out. */
function optionsOf(value: unknown, warn: (text: string) => void): CheckOptions {
  const { asteriskVersion, rules, providers, knownApplications, format } = isRecord(value) ? value : {};
  return {
    settings: {
      ...defaultSettings,
      knownFunctions: functionsOf(value),
      version: versionOf(asteriskVersion, warn),
      providers: providersOf(providers, warn),
      knownApplications: namesOf(knownApplications),
    },
    levels: ruleLevels(levelsOf(rules, warn)),
    inlayHints: inlayHintsOf(value),
    format: formatSettingsOf(format, (text) => warn(`${section}.${text}`)),
  };
}

/** `inlayHints.priorities` and its like; all are on unless they are switched off. */
function inlayHintsOf(value: unknown): InlayHintKinds {
  const { inlayHints: chosen } = isRecord(value) ? value : {};
  const { priorities, inherited, includes } = isRecord(chosen) ? chosen : {};
  return { priorities: priorities !== false, inherited: inherited !== false, includes: includes !== false };
}

function functionsOf(value: unknown): readonly string[] {
  const { knownFunctions: names } = isRecord(value) ? value : {};
  return Array.isArray(names) ? names.map((name) => String(name).trim()) : [];
}

function levelsOf(rules: unknown, warn: (text: string) => void): Map<string, Level> {
  const chosen = new Map<string, Level>();
  for (const [id, level] of Object.entries(isRecord(rules) ? rules : {})) {
    if (!isRuleOrGroup(id)) warn(`${section}.rules: ${unknownRule(id)}`);
    else if (typeof level === "string" && isLevel(level)) chosen.set(id, level);
    else warn(`${section}.rules: "${id}" takes off, error, warning or hint`);
  }
  return chosen;
}

function versionOf(wanted: unknown, warn: (text: string) => void): Settings["version"] {
  if (wanted === undefined || wanted === null || wanted === "") return defaultSettings.version;
  const version = parseVersion(String(wanted));
  if (version === undefined) warn(`${section}.asteriskVersion: there is no "${wanted}"`);
  return version ?? defaultSettings.version;
}

function providersOf(providers: unknown, warn: (text: string) => void): Map<string, readonly string[]> {
  const known = new Map<string, readonly string[]>();
  for (const [name, list] of Object.entries(isRecord(providers) ? providers : {})) {
    const texts = (Array.isArray(list) ? list : [list]).map((text) => String(text).trim());
    const ranges = texts.filter((text) => readRange(text) !== undefined);
    for (const text of texts.filter((one) => !ranges.includes(one)))
      warn(`${section}.providers: "${text}" of "${name}" is neither an address nor a network`);
    known.set(name, ranges);
  }
  return known;
}

function namesOf(names: unknown): readonly string[] {
  return Array.isArray(names) ? names.map((name) => String(name).trim()) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
