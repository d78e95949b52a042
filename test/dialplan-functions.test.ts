// The catalogue of dialplan functions and channel variables: its shape, its sentences, its look-ups, and whether it
// carries every fact that we have.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import type {
  FunctionArgumentSpec,
  FunctionSpec,
  VariableSpec,
} from "../server/src/core/catalog/dialplan-spec.ts";
import { functionCatalog } from "../server/src/core/catalog/functions.ts";
import { pjsipCatalog } from "../server/src/core/catalog/pjsip.ts";
import functionTable from "../server/src/core/catalog/tables/dialplan/functions.json" with { type: "json" };
import variableTable from "../server/src/core/catalog/tables/dialplan/variables.json" with { type: "json" };
import { isBuiltin, variable, variableNames } from "../server/src/core/catalog/variables.ts";
import { newestVersion, parseVersion } from "../server/src/core/catalog/version.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

const functions = functionTable as unknown as readonly FunctionSpec[];
const variables = variableTable as unknown as readonly VariableSpec[];
const folder = "server/src/core/catalog/";
const specText = `${readFileSync(`${folder}dialplan-spec.ts`)}${readFileSync(`${folder}argument-kinds.ts`)}`;

test("the tables have the shape of dialplan-spec.ts", () => {
  const wrong: string[] = [];
  const kinds = new Set(union("FunctionArgumentKind"));
  const argumentFields = [...fields("ArgumentSpec"), ...fields("FunctionArgumentSpec")];
  const functionFields = [...fields("DialplanEntry"), ...fields("FunctionSpec")];
  for (const spec of functions) {
    const say = (text: string): number => wrong.push(`${spec.name}: ${text}`);
    checkFields(spec, functionFields, say);
    for (const argument of [...spec.arguments, ...(spec.writeArguments ?? [])]) {
      const tell = (text: string): number => say(`${argument.name}: ${text}`);
      checkFields(argument, argumentFields, tell);
      checkArgument(argument, kinds, tell);
    }
    for (const option of spec.options) checkFields(option, fields("OptionLetter"), say);
    for (const target of spec.targets ?? []) {
      checkFields(target, fields("FunctionTarget"), say);
      const names = spec.arguments.map(({ name }) => name);
      if (!target.arguments.every((name) => names.includes(name))) say("a target without its argument");
    }
    for (const values of Object.values(spec.writeValuesByEnding ?? {})) if (values.length === 0) say("empty");
    if (!spec.write && spec.writeValues !== undefined) say("values to write, but it cannot be written");
    if (!spec.read && !spec.write) say("of no use");
    const before = spec.arguments.slice(0, -1);
    if (before.some(({ repeatable }) => repeatable === true)) say("something after what repeats");
  }
  for (const spec of variables) {
    checkFields(spec, fields("VariableSpec"), (text) => wrong.push(`${spec.name}: ${text}`));
    if (spec.family !== undefined && !/^n+$/.test(spec.name.slice(spec.family.length)))
      wrong.push(`${spec.name}: not of the family ${spec.family}`);
  }
  assert.deepEqual(wrong, []);
});

test("no name comes twice", () => {
  assert.equal(new Set(functions.map(({ name }) => name)).size, functions.length);
  assert.equal(new Set(variables.map(({ name }) => name)).size, variables.length);
});

test("summaries, notes and phrases are one sentence each", () => {
  const texts = [
    ...functions.map(({ name, summary }) => ({ name, text: summary })),
    ...functions.flatMap(({ name, notes = [] }) => notes.map((text) => ({ name, text }))),
    ...functions.flatMap((spec) =>
      spec.arguments.flatMap(({ items = [] }) => items.map(({ name, summary }) => ({ name, text: summary }))),
    ),
    ...variables.map(({ name, summary }) => ({ name, text: summary })),
  ];
  const wrong = texts.filter(({ text }) => !/^[A-Z0-9].*[^.]\.$/.test(text) || text.includes(". "));
  assert.deepEqual(wrong, []);
});

test("different variables have different summaries", () => {
  const seen = new Map<string, string>();
  const same: string[] = [];
  for (const { name, summary } of [...functions, ...variables]) {
    const other = seen.get(summary);
    if (other !== undefined) same.push(`${name} is described as ${other}`);
    seen.set(summary, name);
  }
  assert.deepEqual(same, []);
});

test("patterns are regular expressions that look for other words than the listed ones", () => {
  for (const { name, arguments: given } of functions) {
    for (const { pattern } of given) {
      if (pattern !== undefined) assert.doesNotThrow(() => new RegExp(`^(?:${pattern})$`, "i"), name);
    }
  }
  const words = argument("CALLERID", "datatype");
  for (const word of ["number", "ani", "ANI2", "priv-number-pres", "dnid", "pres", "ton"])
    assert.ok(takes(words, word), word);
  for (const word of ["nmu", "name-", "ani-", "priv", "source", "name-plan"])
    assert.ok(!takes(words, word), word);
  assert.ok(takes(argument("REDIRECTING", "datatype"), "from-number"));
  assert.ok(!takes(argument("REDIRECTING", "datatype"), "num"));
});

test("functions are looked up by version and exact name", () => {
  const newest = functionCatalog(newestVersion);
  assert.equal(newest.function("LEN")?.module, "func_strings");
  assert.equal(newest.function("len"), undefined);
  assert.equal(newest.ignoringCase("len")?.name, "LEN");
  assert.equal(newest.function("SIPPEER"), undefined);
  assert.equal(newest.ofAnyVersion("SIPPEER")?.removedIn, 21);
  assert.equal(newest.ofAnyVersion("sippeer"), undefined);
  assert.equal(newest.function("VALID_EXTEN"), undefined);
  assert.ok(newest.names().includes("EVAL_SUB"));
  assert.equal(newest.function("constructor"), undefined);
  const has = (name: string, version: string): boolean => {
    const parsed = parseVersion(version);
    assert.ok(parsed);
    return functionCatalog(parsed).function(name) !== undefined;
  };
  assert.ok(has("SIP_HEADER", "20"));
  assert.ok(!has("SIP_HEADER", "21"));
  assert.ok(!has("DELETE", "20.5.0"));
  assert.ok(has("DELETE", "20.6.0"));
  assert.ok(has("DELETE", "22.0.0"));
  assert.ok(!has("DIGIT_SUM", "21"));
  assert.ok(has("VALID_EXTEN", "22"));
});

test("what is gone names what took its place", () => {
  const silent = functions.filter((spec) => spec.removedIn !== undefined && spec.replacement === undefined);
  assert.deepEqual(
    silent.map(({ name }) => name),
    ["CHECKSIPDOMAIN", "mISDN_CC"],
  );
});

test("variables are looked up by exact name, or by family and number", () => {
  assert.equal(variable("DIALSTATUS")?.values?.includes("BUSY"), true);
  assert.equal(variable("dialstatus"), undefined);
  assert.equal(variable("ARG1")?.name, "ARGn");
  assert.equal(variable("ARG120")?.name, "ARGn");
  assert.equal(variable("SIPADDHEADER01")?.removedIn, 21);
  for (const name of ["ARG", "ARGn", "ARGx1", "", "7", "EXTEN1", "constructor"])
    assert.equal(variable(name), undefined, name);
  assert.ok(isBuiltin("EXTEN"));
  assert.ok(!isBuiltin("exten"));
  assert.ok(!isBuiltin("DIALSTATUS"));
  assert.ok(variableNames().includes("EPOCH"));
});

test("every fact about functions is carried", { skip: skipWithoutShared }, () => {
  const facts = read<{ functions: readonly FunctionFact[] }>("dialplan-functions.json").functions;
  assert.ok(facts.length > 200);
  assert.equal(functions.length, facts.length);
  const types = pjsipCatalog(newestVersion).types;
  for (const fact of facts) {
    const spec = functions.find(({ name }) => name === fact.name);
    assert.ok(spec, fact.name);
    assert.ok(spec.module === fact.module || fact.module.startsWith("core ("), fact.name);
    for (const key of [
      "syntax",
      "read",
      "write",
      "presentIn",
      "removedIn",
      "deprecatedIn",
      "replacement",
    ] as const)
      assert.deepEqual(spec[key], fact[key], `${fact.name} ${key}`);
    assert.deepEqual(
      [spec.since, spec.separator, spec.dangerous, spec.otherModules, spec.silentOptions],
      [
        fact.sinceMajor,
        fact.argSeparator,
        fact.dangerous,
        fact.alternateModules,
        fact.acceptedUndocumentedOptions,
      ],
      fact.name,
    );
    assert.notEqual(spec.summary, `${fact.synopsis}.`, fact.name);
    assert.deepEqual(letters(spec.options), letters(fact.options), fact.name);
    assert.equal(spec.notes !== undefined || fact.notes === undefined, true, fact.name);
    const written = [...(spec.writeValues ?? []), spec.writeForm ?? ""].join();
    for (const value of fact.writeValues ?? [])
      assert.ok(/^$|[< ]/.test(value) || written.includes(value), `${fact.name}=${value}`);
    const sets = Object.values(spec.writeValuesByEnding ?? {});
    assert.deepEqual(sets, Object.values(fact.valueSets ?? {}), fact.name);
    for (const name of fact.setsVariables ?? []) assert.ok(spec.variables?.includes(name), fact.name);
    for (const version of fact.sinceVersions ?? []) {
      const [major = "", minor] = version.split(".");
      if (Number(major) >= 18 && minor !== "0") assert.equal(spec.introduced?.[major], version, fact.name);
    }
    let repeats = false;
    for (const given of fact.args) {
      const found = [...spec.arguments, ...(spec.writeArguments ?? [])].find(
        ({ name }) => name === given.name,
      );
      if (found === undefined) assert.ok(repeats, `${fact.name} ${given.name}`);
      else checkFact(`${fact.name} ${given.name}`, found, given, types);
      repeats ||= given.repeatable === true;
    }
    for (const target of fact.targets ?? []) {
      if (fact.name === "CHANNEL") continue;
      const whole = spec.targets?.some(({ kind, form }) => kind === target.type && form === target.form);
      const single = spec.arguments.some(({ name, kind }) => name === target.args[0] && kind === target.type);
      assert.ok(whole === true || single, `${fact.name} ${target.type}`);
    }
  }
});

test("every fact about variables is carried", { skip: skipWithoutShared }, () => {
  const facts = read<{ variables: readonly VariableFact[] }>("channel-variables.json").variables;
  assert.ok(facts.length > 400);
  assert.deepEqual(
    variableNames(),
    facts.map(({ name }) => name),
  );
  for (const fact of facts) {
    const spec = variables.find(({ name }) => name === fact.name);
    assert.ok(spec, fact.name);
    assert.deepEqual(
      [spec.kind, spec.removedIn, spec.replacement, spec.inherited, spec.everywhere === true],
      [fact.kind, fact.removedIn, fact.replacement, fact.inheritedByCallees, fact.scope === "everywhere"],
      fact.name,
    );
    assert.equal(isBuiltin(fact.name), fact.readOnly);
    assert.notEqual(spec.summary, `${fact.synopsis}.`, fact.name);
    const bare = (names: readonly string[] = []): string[] => names.map((name) => name.replace("()", ""));
    const modules = (names: readonly string[] = []): string[] => [
      ...new Set(names.map((name) => name.replace(/ \(.*/, ""))),
    ];
    for (const name of bare(fact.setBy)) assert.ok(spec.setBy?.includes(name), `${fact.name} ${name}`);
    assert.deepEqual(spec.readBy ?? [], bare(fact.readBy), fact.name);
    assert.deepEqual(spec.setByModules ?? [], modules(fact.setByModules), fact.name);
    assert.deepEqual(spec.readByModules ?? [], modules(fact.readByModules), fact.name);
    assert.deepEqual(spec.formerlySetByModules, fact.alsoSetBefore21By, fact.name);
    assert.deepEqual(spec.formerlyReadByModules, fact.alsoReadBefore21By, fact.name);
    const known = [...(spec.values ?? []), ...(spec.forms ?? [])];
    for (const value of fact.values ?? []) {
      if (value === "filename") assert.equal(spec.valueKind, "sound-file", fact.name);
      // One fact repeats a misprint of Asterisk's documentation; its code writes SUCCESS.
      else assert.ok(known.includes(value === "SUCESS" ? "SUCCESS" : value), `${fact.name} ${value}`);
    }
  }
});

interface ArgumentFact {
  readonly name: string;
  readonly required: boolean;
  readonly kind: string;
  readonly values?: readonly string[];
  readonly repeatable?: boolean;
  readonly default?: string;
  readonly partSeparator?: string;
  readonly parts?: FunctionArgumentSpec["parts"];
  readonly items?: readonly {
    value: string;
    read: boolean;
    write: boolean;
    tech: string;
    replacement?: string;
  }[];
}

interface FunctionFact {
  readonly name: string;
  readonly module: string;
  readonly synopsis: string;
  readonly syntax: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly args: readonly ArgumentFact[];
  readonly argSeparator?: string;
  readonly options: FunctionSpec["options"];
  readonly acceptedUndocumentedOptions?: readonly string[];
  readonly alternateModules?: readonly string[];
  readonly sinceMajor: number;
  readonly sinceVersions?: readonly string[];
  readonly presentIn: readonly number[];
  readonly deprecatedIn?: number;
  readonly removedIn?: number;
  readonly replacement?: string;
  readonly dangerous?: FunctionSpec["dangerous"];
  readonly notes?: readonly string[];
  readonly writeValues?: readonly string[];
  readonly valueSets?: Readonly<Record<string, readonly string[]>>;
  readonly setsVariables?: readonly string[];
  readonly targets?: readonly { args: readonly string[]; type: string; form?: string }[];
}

interface VariableFact {
  readonly name: string;
  readonly kind: string;
  readonly scope: string;
  readonly readOnly: boolean;
  readonly synopsis: string;
  readonly setBy?: readonly string[];
  readonly readBy?: readonly string[];
  readonly setByModules?: readonly string[];
  readonly readByModules?: readonly string[];
  readonly alsoSetBefore21By?: readonly string[];
  readonly alsoReadBefore21By?: readonly string[];
  readonly inheritedByCallees?: string;
  readonly values?: readonly string[];
  readonly removedIn?: number;
  readonly replacement?: string;
}

function checkArgument(
  { kind, values = [], items, pattern, parts, partSeparator, open, forms }: FunctionArgumentSpec,
  kinds: ReadonlySet<string>,
  say: (text: string) => void,
): void {
  if (!kinds.has(kind)) say(`no kind "${kind}"`);
  if (kind === "enum" && values.length === 0 && items === undefined) say("an enum without words");
  if (values.some((value) => /[<>[\]\s]/.test(value))) say("a value that is no word");
  if (new Set(values).size !== values.length) say("a value twice");
  if ((parts === undefined) !== (partSeparator === undefined)) say("parts without a separator");
  if (forms !== undefined && open !== true && pattern === undefined) say("forms that nothing takes");
  for (const item of items ?? []) checkFields(item, fields("FunctionItem"), say);
}

function checkFact(
  name: string,
  found: FunctionArgumentSpec,
  given: ArgumentFact,
  types: ReturnType<typeof pjsipCatalog>["types"],
): void {
  if (found.kind !== "hook-id") assert.equal(found.required, given.required, name);
  assert.equal(found.default, given.default, name);
  const pjsipType = /^pjsip-(endpoint|aor)-option$/.exec(found.kind)?.[1];
  if (pjsipType === undefined) {
    assert.equal(found.kind, given.kind, name);
    if (given.parts !== undefined) assert.deepEqual(found.parts, given.parts, name);
  }
  for (const value of given.values ?? []) {
    if (given.kind === "options" || value === "number") continue;
    const known =
      pjsipType === undefined
        ? [...(found.values ?? []), ...(found.forms ?? [])].includes(value)
        : types.get(pjsipType)?.option(value) !== undefined;
    assert.ok(known, `${name} ${value}`);
  }
  for (const item of given.items ?? []) {
    const same = found.items?.find(
      (other) => other.name === item.value && (other.technology ?? "any") === item.tech.replace(/ .*/, ""),
    );
    assert.ok(same, `${name} ${item.value}`);
    assert.deepEqual([same.read, same.write, same.replacement], [item.read, item.write, item.replacement]);
  }
}

function letters(options: FunctionSpec["options"]): unknown[] {
  return options.map(({ letter, hasArgument, argumentRequired, argumentNames = [], presentIn }) => [
    letter,
    hasArgument,
    argumentRequired,
    argumentNames,
    presentIn,
  ]);
}

function argument(of: string, name: string): FunctionArgumentSpec {
  const found = functions.find((spec) => spec.name === of)?.arguments.find((given) => given.name === name);
  assert.ok(found);
  return found;
}

function takes({ values = [], pattern = "" }: FunctionArgumentSpec, word: string): boolean {
  return values.includes(word) || new RegExp(`^(?:${pattern})$`, "i").test(word);
}

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(sharedFolder ?? "", "facts", name), "utf8")) as Content;
}

function checkFields(
  entry: object,
  known: readonly { readonly name: string; readonly required: boolean }[],
  say: (text: string) => void,
): void {
  for (const key of Object.keys(entry))
    if (!known.some(({ name }) => name === key)) say(`unknown field "${key}"`);
  for (const { name, required } of known) if (required && !(name in entry)) say(`no "${name}"`);
}

/** The fields of an interface. */
function fields(name: string): { name: string; required: boolean }[] {
  const body = new RegExp(`interface ${name} [^{]*\\{([\\s\\S]*?)\\n\\}`).exec(specText)?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)(\??):/gm)].map(([, field = "", optional]) => ({
    name: field,
    required: optional === "",
  }));
}

/** The words of `type NAME = | "a" | "b";`. */
function union(name: string): string[] {
  const body = new RegExp(`type ${name} =([^;]*);`).exec(specText)?.[1] ?? "";
  return [...body.matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
}
