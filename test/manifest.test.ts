// What the manifest of the extension says has to be true: rules, versions, commands, pictures, and the pattern that
// reads our own output. The lists of rules in it are generated: `UPDATE=1 npm test` writes them.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  formatVersion,
  groupOf,
  newestVersion,
  rules,
  series,
  settingsKeys,
} from "../server/src/core/api.ts";
import { sharedSettings } from "../server/src/lsp/configuration.ts";
import { directoryWith, run } from "./support/command-line.ts";
import { settingsPage } from "./support/settings-page.ts";

interface Property {
  readonly default?: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly markdownDescription?: string;
  readonly pattern?: string;
}

interface MenuItem {
  readonly command: string;
  readonly when: string;
}

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly browser: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Property>>;
    }[];
    readonly menus: {
      readonly commandPalette: readonly MenuItem[];
      readonly "editor/context": readonly MenuItem[];
    };
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly { readonly description: string; readonly media: { readonly image: string } }[];
    }[];
    readonly jsonValidation: readonly { readonly url: string }[];
  };
}

const manifestPath = "package.json";
const schemaPath = "server/schemas/settings.schema.json";
const { UPDATE } = process.env;
const update = UPDATE !== undefined;
const prefix = "asterisk-analyzer.";

const manifest = JSON.parse(readFileSync(manifestPath, "utf8")) as Manifest;
const settings: Readonly<Record<string, Property>> = Object.assign(
  {},
  ...manifest.contributes.configuration.map(({ properties }) => properties),
);

test("the settings list every rule and every group", () => {
  const named = [
    ...groups().map((group) => ({ id: group, summary: `All rules of the group ${group}.` })),
    ...rules,
  ];
  const propertyNames = {
    enum: named.map(({ id }) => id),
    enumDescriptions: named.map(({ summary }) => summary),
  };
  fresh(manifestPath, (value) => {
    for (const { properties } of value.contributes.configuration) {
      const setting = properties[`${prefix}rules`];
      if (setting !== undefined) Object.assign(setting, { propertyNames });
    }
  });
  fresh(schemaPath, (value) => Object.assign(value.properties.rules, { propertyNames }));
});

test("the file of settings has the settings of the editor that decide what is found", () => {
  const schema = JSON.parse(readFileSync(schemaPath, "utf8"));
  const named = Object.keys(settings)
    .map((name) => name.slice(prefix.length))
    .filter((name) => !/^(?:inlayHints|codeLens|trace)\./.test(name));
  // What an editor has in several settings is one key of the file.
  const shared = named.filter((name) => !name.includes("."));
  const all = new Set(named.map((name) => name.replace(/\..*/, "")));
  assert.deepEqual(
    [...all].sort(),
    Object.keys(sharedSettings).sort(),
    "what the server reads of the editor",
  );
  assert.deepEqual(
    named.filter((name) => name.startsWith("format.")).map((name) => name.slice("format.".length)),
    Object.keys(schema.properties.format.properties),
  );
  const keys = Object.values(sharedSettings);
  assert.deepEqual([...keys, "extends"].sort(), [...settingsKeys].sort(), "what is read of the file");
  assert.deepEqual(Object.keys(schema.properties).sort(), ["$schema", ...settingsKeys].sort());
  for (const name of shared) {
    const words = settings[`${prefix}${name}`]?.markdownDescription;
    const key = sharedSettings[name] ?? "";
    assert.equal(schema.properties[key].markdownDescription, words, name);
  }
});

test("the page about the settings is made of the schema", () => {
  const page = "docs/settings.md";
  const schema = JSON.parse(readFileSync(schemaPath, "utf8"));
  const editor = new Map(Object.entries(sharedSettings).map(([name, key]) => [key, name]));
  const text = settingsPage(schema, editor);
  if (update) writeFileSync(page, text);
  else
    assert.equal(
      readFileSync(page, "utf8"),
      text,
      `${page} is stale: run UPDATE=1 npm test, and read the diff`,
    );
});

test("settings are described, ordered, and kept for each folder", () => {
  const wrong = Object.entries(settings)
    .filter(
      ([name, { scope, order, markdownDescription: words }]) =>
        order === undefined ||
        words === undefined ||
        scope !== (name.endsWith("trace.server") ? "window" : "resource"),
    )
    .map(([name]) => name);
  assert.deepEqual(wrong, []);
});

test("the settings know every release series", () => {
  const { pattern = "" } = settings[`${prefix}asteriskVersion`] ?? {};
  for (const major of series) assert.match(`${major}`, new RegExp(pattern));
  assert.match(formatVersion(newestVersion), new RegExp(pattern));
  assert.doesNotMatch("17", new RegExp(pattern));
  const offered = readFileSync("client/src/version.ts", "utf8");
  for (const major of series) assert.match(offered, new RegExp(`version: "${major}"`));
});

test("commands are implemented, and offered where they mean something", () => {
  const { commands, menus } = manifest.contributes;
  const implemented = [...clientSources().matchAll(/\bregister\("(\w+)"/g)].map(
    ([, name]) => `${prefix}${name}`,
  );
  assert.deepEqual(commands.map(({ command }) => command).sort(), implemented.sort());
  assert.deepEqual(new Set(commands.map(({ category }) => category)), new Set(["Asterisk"]));
  const inPalette = menus.commandPalette.map(({ command }) => command);
  assert.deepEqual(inPalette.sort(), implemented.sort());
  for (const { when } of Object.values(menus).flat()) assert.match(when, /editorLangId/);
});

test("pictures and schemas are there, and links of the walkthrough run commands that exist", () => {
  const { walkthroughs, jsonValidation, commands } = manifest.contributes;
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const paths = [
    ...steps.map(({ media }) => media.image),
    ...jsonValidation.map(({ url }) => url),
    manifest.icon,
  ];
  assert.deepEqual(
    paths.filter((path) => !existsSync(path)),
    [],
  );
  const linked = steps.flatMap(({ description }) => [...description.matchAll(/command:([\w.-]+)/g)]);
  const own = linked.map(([, command = ""]) => command).filter((command) => command.startsWith(prefix));
  assert.ok(own.length > 0);
  for (const command of own)
    assert.ok(
      commands.some((known) => known.command === command),
      command,
    );
});

test("the problem matcher reads what lint prints", (context) => {
  const directory = directoryWith(context, {
    "pjsip.conf": "[phone]\ntype = endpoint\ncontext = in\ndisallow = all\nallow = pcmu\nfoo = bar\n",
    "extensions.conf": "[in]\nexten => s,1,Hangup()\n",
  });
  const { output } = run(directory, ["lint", "."]);
  const { regexp = "" } = manifest.contributes.problemMatchers[0]?.pattern ?? {};
  const lines = output.split("\n").map((line) => new RegExp(regexp).exec(line));
  const found = lines.flatMap((match) => (match === null ? [] : [match.slice(1)]));
  const headings = output.match(/^\S.*\[[\w/-]+\]$/gm) ?? [];
  assert.ok(headings.length > 1);
  assert.equal(found.length, headings.length);
  const [file, line, column, severity, message, rule] =
    found.find(([, , , , , id]) => id === "codec/unknown-codec") ?? [];
  assert.equal(file, "pjsip.conf");
  assert.deepEqual([line, column, severity, rule], ["5", "9", "error", "codec/unknown-codec"]);
  assert.match(message ?? "", /"ulaw"/);
});

/** Compares a generated file with what it should be, or writes it. */
// biome-ignore lint/suspicious/noExplicitAny: files of two shapes are changed in one place each
function fresh(path: string, change: (value: any) => void): void {
  const text = readFileSync(path, "utf8");
  const value = JSON.parse(text);
  change(value);
  const same = JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
  if (!same && update) writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
  else assert.ok(same, `${path} is stale: run UPDATE=1 npm test, and read the diff`);
}

function groups(): string[] {
  return [...new Set(rules.map(({ id }) => groupOf(id)))];
}

function clientSources(): string {
  return readdirSync("client/src")
    .map((name) => readFileSync(join("client/src", name), "utf8"))
    .join("\n");
}
