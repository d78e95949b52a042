// What the user has set in the editor, for each folder that is open in it.

import type { Connection } from "vscode-languageserver";
import { type ChosenSettings, readSettings, type SettingsLayer } from "../core/api.ts";
import { allInlayHints, type InlayHintKinds } from "../core/editor-api.ts";
import { isBelow, uriOf } from "./places.ts";

/** Name of our section in the editor's settings. */
const section = "asterisk-analyzer";

/** The editor's settings that decide what is found, each with the key of asterisk-analyzer.json that means the same. */
export const sharedSettings: Readonly<Record<string, keyof ChosenSettings>> = {
  asteriskVersion: "version",
  profile: "profile",
  rules: "rules",
  overrides: "overrides",
  ignore: "ignore",
  providers: "providers",
  knownModules: "knownModules",
  knownApplications: "knownApplications",
  knownFunctions: "knownFunctions",
  astetcdir: "astetcdir",
  placeholders: "placeholders",
  suppressions: "suppressions",
  format: "format",
};

/** What an editor says about a folder. */
export interface EditorSettings {
  readonly layer: SettingsLayer;
  readonly inlayHints: InlayHintKinds;
}

const origin = "settings of the editor";

export class Configuration {
  readonly #byFolder = new Map<string, EditorSettings>();
  #general: EditorSettings = { layer: { chosen: {}, origin }, inlayHints: allInlayHints };

  /** The settings for a folder: those of the workspace folder that holds it. */
  readonly of = (folder: string): EditorSettings => {
    const holders = [...this.#byFolder.keys()].filter((one) => one === folder || isBelow(folder, one));
    const nearest = holders.sort((left, right) => right.length - left.length)[0];
    return (nearest === undefined ? undefined : this.#byFolder.get(nearest)) ?? this.#general;
  };

  /** Takes settings that came unasked, from a client that does not answer questions. */
  use(value: unknown, warn: (text: string) => void): void {
    this.#byFolder.clear();
    this.#general = settingsOf(value, warn);
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
        settingsOf(values[index], () => {}, folder),
      );
  }
}

/** Reads settings of unknown shape; what cannot be understood is told and left out. */
function settingsOf(value: unknown, warn: (text: string) => void, folder?: string): EditorSettings {
  let chosen: ChosenSettings = {};
  for (const [name, key] of Object.entries(sharedSettings)) {
    const set = isRecord(value) ? value[name] : undefined;
    if (set === undefined || set === null || set === "") continue;
    const read = readSettings(JSON.stringify({ [key]: set }));
    chosen = { ...chosen, ...read.chosen };
    for (const { message } of read.faults) warn(`${section}.${name}: ${message}`);
  }
  const layer = { chosen, origin, ...(folder === undefined ? {} : { folder }) };
  return { layer, inlayHints: inlayHintsOf(value) };
}

/** `inlayHints.priorities` and its like; all are on unless they are switched off. */
function inlayHintsOf(value: unknown): InlayHintKinds {
  const { inlayHints: chosen } = isRecord(value) ? value : {};
  const { priorities, inherited, includes } = isRecord(chosen) ? chosen : {};
  return { priorities: priorities !== false, inherited: inherited !== false, includes: includes !== false };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
