// House rules that neither the compiler nor the linter holds: who imports whom, what every file begins with,
// how long it may be, and the shape of the tables.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import test from "node:test";
import { rules } from "../server/src/core/rules/registry.ts";

const core = "server/src/core";

/** Each layer of the core, and the layers that it may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  syntax: ["text"],
  config: ["text", "syntax"],
  catalog: ["text"],
  pjsip: ["text", "syntax", "config", "catalog"],
  dialplan: ["text", "syntax", "config", "catalog"],
  format: ["text", "syntax", "catalog", "dialplan"],
  workspace: ["text", "syntax", "config", "catalog", "pjsip", "dialplan", "format"],
  rules: ["text", "syntax", "config", "catalog", "pjsip", "dialplan", "format", "workspace"],
  features: ["text", "syntax", "config", "catalog", "pjsip", "dialplan", "workspace", "rules"],
  expectations: ["text", "syntax", "config", "catalog", "pjsip", "dialplan", "workspace", "rules"],
  "settings-file": ["text", "config", "catalog", "pjsip", "format", "workspace", "rules"],
  report: [
    "text",
    "syntax",
    "config",
    "catalog",
    "pjsip",
    "dialplan",
    "workspace",
    "rules",
    "expectations",
    "settings-file",
  ],
  baseline: ["text", "rules", "report"],
};

/** Hosts, and the hosts whose modules they may use; of the core they see its doors alone. */
const hostsMayImport: Readonly<Record<string, readonly string[]>> = {
  node: ["lsp"],
  browser: ["lsp"],
  lsp: [],
  cli: ["node"],
  package: ["cli", "node"],
};

const doors: ReadonlySet<string> = new Set(
  ["api.ts", "editor-api.ts", "expectations-api.ts", "pages-api.ts", "protocol.ts"].map(
    (name) => `${core}/${name}`,
  ),
);

/** Longer than 400 lines, with the reason. */
const long: Readonly<Record<string, string>> = {
  "server/src/core/rules/pages.ts": "generated, two lines for each rule",
};

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

/** Packages that the core may use, each in one module only. */
const packages: Readonly<Record<string, string>> = {
  "ip-cidr": `${core}/pjsip/address-range.ts`,
  "jsonc-parser": `${core}/settings-file/json-reader.ts`,
  yaml: `${core}/expectations/yaml-reader.ts`,
};

const sources = readSources(["server/src", "client", "site", "test", "server/catalog"]);

test("the layers of the core import only what stands left of them", () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    const layer = layerOf(path);
    if (layer === undefined) continue;
    const allowed = mayImport[layer];
    if (allowed === undefined) wrong.push(`${path}: the layer "${layer}" is not in the table`);
    for (const imported of imports) {
      if (packages[imported] === path) continue;
      const other = imported.startsWith(`${core}/`) ? layerOf(imported) : undefined;
      const fine = other === undefined ? false : other === layer || allowed?.includes(other);
      if (fine !== true) wrong.push(`${path} imports ${imported}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("hosts see nothing of the core but its doors", () => {
  const wrong: string[] = [];
  for (const { path, imports } of sources) {
    const host = /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? "core";
    if (host === "core") continue;
    const allowed = hostsMayImport[host];
    if (allowed === undefined) wrong.push(`${path}: the host "${host}" is not in the table`);
    for (const imported of imports.filter((other) => other.startsWith("server/src/"))) {
      const other = /^server\/src\/([^/]+)\//.exec(imported)?.[1] ?? "";
      if (doors.has(imported) || other === host || allowed?.includes(other)) continue;
      wrong.push(`${path} imports ${imported}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("imports name their file with its ending", () => {
  const wrong = sources.flatMap(({ path, imports }) =>
    imports
      .filter((imported) => imported.includes("/") && imported.startsWith("server/") && !existsSync(imported))
      .map((imported) => `${path} imports ${imported}`),
  );
  assert.deepEqual(wrong, []);
});

test("every file says what it is for", () => {
  const silent = sources.filter(({ path, text }) => !isRule(path, text) && !isExplained(text));
  assert.deepEqual(
    silent.map(({ path }) => path),
    [],
  );
});

test("no test is focused or skipped without a reason", () => {
  const wrong = sources
    .filter(({ path }) => path.startsWith("test/") && path !== "test/tidy.test.ts")
    .filter(({ text }) =>
      /\b(?:test|it|describe)\.(?:only|skip|todo)\b|\bonly: true|\bskip: true|\btodo:/.test(text),
    )
    .map(({ path }) => path);
  assert.deepEqual(wrong, []);
});

test("no file is longer than 400 lines", () => {
  const wrong = sources
    .filter(({ path, text }) => text.split("\n").length > 401 && long[path] === undefined)
    .map(({ path, text }) => `${path}: ${text.split("\n").length - 1}`);
  assert.deepEqual(wrong, []);
});

test("every kind of fault has a rule that gives it words", () => {
  const missing = [
    ["config/fault.ts", "ConfigFaultKind"],
    ["dialplan/fault.ts", "DialplanFaultKind"],
    ["pjsip/judgement.ts", "NameMistake"],
    ["pjsip/judgement.ts", "ObjectMistake"],
    ["pjsip/value-fault.ts", "ValueMistake"],
  ].flatMap(([path = "", type = ""]) => {
    const found = union(join(core, path), type);
    assert.ok(found.length > 0, `${path} has no union ${type}`);
    return found.filter((kind) => !describedKinds().has(kind)).map((kind) => `${type} ${kind}`);
  });
  assert.deepEqual(missing, []);
});

test("the tables of PJSIP options have the shape of option-spec.ts", () => {
  const folder = join(core, "catalog/tables/pjsip");
  const specPath = join(core, "catalog/option-spec.ts");
  const kinds = new Set(union(specPath, "OptionKind"));
  const optionKeys = fields(specPath, "OptionSpec");
  const objectKeys = fields(specPath, "ObjectSpec");
  const wrong: string[] = [];
  for (const name of readdirSync(folder)) {
    const table = JSON.parse(readFileSync(join(folder, name), "utf8")) as Table;
    if (Array.isArray(table)) continue;
    const say = (text: string): number => wrong.push(`${name}: ${text}`);
    checkKeys(table, objectKeys, say);
    if (!table.summary.endsWith(".")) say("the summary is no sentence");
    for (const option of table.options) {
      const tell = (text: string): number => say(`${option.name}: ${text}`);
      checkKeys(option, optionKeys, tell);
      if (!kinds.has(option.kind)) tell(`no kind "${option.kind}"`);
      if (!/^[A-Z0-9].*\.$/.test(option.summary)) tell("the summary is no sentence");
      if (!["last", "first", "accumulate", "perName"].includes(option.occurrence)) tell("odd occurrence");
      if (option.kind.startsWith("enum") && (option.values ?? []).length === 0)
        tell("an enum without values");
      if ((option.min ?? 0) > (option.max ?? Number.POSITIVE_INFINITY)) tell("min is above max");
    }
    const names = table.options.map((option) => option.name.toLowerCase());
    const repeated = names.filter((option, index) => names.indexOf(option) !== index);
    if (repeated.length > 0) say(`twice: ${repeated.join(", ")}`);
  }
  assert.deepEqual(wrong, []);
});

interface Table {
  readonly summary: string;
  readonly options: readonly {
    readonly name: string;
    readonly kind: string;
    readonly summary: string;
    readonly occurrence: string;
    readonly values?: readonly string[];
    readonly min?: number;
    readonly max?: number;
  }[];
}

interface Field {
  readonly name: string;
  readonly required: boolean;
}

function checkKeys(entry: object, known: readonly Field[], say: (text: string) => void): void {
  for (const key of Object.keys(entry)) {
    if (!known.some(({ name }) => name === key)) say(`unknown field "${key}"`);
  }
  for (const { name, required } of known) if (required && !(name in entry)) say(`no "${name}"`);
}

function readSources(folders: readonly string[]): Source[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => join(folder, name)),
    )
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

/** What a file imports: paths from the top of the checkout, or names of packages. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;"]*?\bfrom "([^"]+)"|^import "([^"]+)"/gm)].map(
    ([, from, bare]) => {
      const name = from ?? bare ?? "";
      return name.startsWith(".") ? normalize(join(dirname(path), name)) : name;
    },
  );
}

/** "syntax" for a file in server/src/core/syntax; undefined for api.ts and everything outside the core. */
function layerOf(path: string): string | undefined {
  return /^server\/src\/core\/([^/]+)\//.exec(path)?.[1];
}

/** The page of a rule explains it. */
function isRule(path: string, text: string): boolean {
  return path.startsWith(`${core}/rules/`) && /: \w*Rule = \{/.test(text);
}

/** Begins with a comment, or has one on its first export. */
function isExplained(text: string): boolean {
  return /^\/[/*]/.test(text) || /^[\s\S]*?\*\/\nexport /.test(text.slice(0, text.indexOf("\nexport ") + 8));
}

/** The words of `type NAME = | "a" | "b";`. */
function union(path: string, name: string): string[] {
  const body = new RegExp(`type ${name} =([^;]*);`).exec(readFileSync(path, "utf8"))?.[1] ?? "";
  return [...body.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
}

/** The fields of an interface. */
function fields(path: string, name: string): Field[] {
  const body =
    new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`).exec(readFileSync(path, "utf8"))?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)(\??):/gm)].map(([, field = "", optional]) => ({
    name: field,
    required: optional === "",
  }));
}

/** The kinds of faults that the rules of the registry take. */
function describedKinds(): Set<string> {
  return new Set(rules.flatMap((rule) => ("kinds" in rule ? rule.kinds : [])));
}
