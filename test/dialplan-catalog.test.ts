// The catalogue of dialplan applications: the shape of its tables, its look-ups, and the facts it was made from.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { applicationCatalog } from "../server/src/core/catalog/applications.ts";
import type {
  ApplicationSpec,
  ArgumentSpec,
  FormerApplication,
  OptionLetter,
} from "../server/src/core/catalog/dialplan-spec.ts";
import { type AsteriskVersion, parseVersion, series } from "../server/src/core/catalog/version.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

const catalog = "server/src/core/catalog";
const spec = readFileSync(join(catalog, "dialplan-spec.ts"), "utf8");
const kindsText = readFileSync(join(catalog, "argument-kinds.ts"), "utf8");
const { applications } = readTable<{ applications: ApplicationSpec[] }>("applications.json");
const { former } = readTable<{ former: FormerApplication[] }>("former-applications.json");
const functionNames = namesOfFunctions();

test("the tables of applications have the shape of dialplan-spec.ts", () => {
  const kinds = new Set(
    [
      ...(/type ApplicationArgumentKind =([^;]*);/.exec(kindsText)?.[1] ?? "").matchAll(/^\s*\| "([^"]+)"/gm),
    ].map(([, kind]) => kind),
  );
  const keys = new Map([
    ["application", [...fields("DialplanEntry"), ...fields("ApplicationSpec")]],
    ...["ArgumentSpec", "ArgumentPart", "OptionLetter", "FormerApplication"].map(
      (name) => [name, fields(name)] as const,
    ),
  ]);
  const wrong: string[] = [];
  const check = (where: string, entry: object, name: string): void => {
    const known = keys.get(name) ?? [];
    for (const key of Object.keys(entry)) {
      if (!known.some((field) => field.name === key)) wrong.push(`${where}: unknown field "${key}"`);
    }
    for (const field of known) {
      if (field.required && !(field.name in entry)) wrong.push(`${where}: no "${field.name}"`);
    }
  };
  const checkKind = (where: string, kind: string | undefined): void => {
    if (kind !== undefined && !kinds.has(kind)) wrong.push(`${where}: no kind "${kind}"`);
  };
  for (const application of applications) {
    check(application.name, application, "application");
    for (const argument of application.arguments) {
      const where = `${application.name}, ${argument.name}`;
      check(where, argument, "ArgumentSpec");
      checkKind(where, argument.kind);
      if (argument.kind === "enum" && argument.values === undefined) wrong.push(`${where}: no values`);
      for (const part of argument.parts ?? []) {
        check(where, part, "ArgumentPart");
        checkKind(where, part.kind);
      }
    }
    for (const option of application.options) {
      const where = `${application.name}, option ${option.letter}`;
      check(where, option, "OptionLetter");
      checkKind(where, option.argumentKind);
      if (option.summary !== undefined && !isSentence(option.summary)) wrong.push(`${where}: no sentence`);
    }
  }
  for (const application of former) check(application.name, application, "FormerApplication");
  assert.deepEqual(wrong, []);
});

test("each application has a sentence of its own", () => {
  const wrong = applications.flatMap(({ name, summary, note }) =>
    [summary, ...(note === undefined ? [] : [note])]
      .filter((sentence) => !isSentence(sentence) || sentence.length > 160)
      .map((sentence) => `${name}: ${sentence}`),
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(repeated(applications.map(({ summary }) => summary)), []);
});

test("names occur once, in alphabetical order", () => {
  for (const names of [
    applications.map(({ name }) => name.toLowerCase()),
    former.map(({ name }) => name.toLowerCase()),
  ]) {
    assert.deepEqual(repeated(names), []);
    assert.deepEqual(names, [...names].sort());
  }
  const known = new Set(applications.map(({ name }) => name.toLowerCase()));
  assert.deepEqual(
    former.filter(({ name }) => known.has(name.toLowerCase())),
    [],
  );
});

test("what an application says of itself fits together", () => {
  const wrong: string[] = [];
  for (const application of applications) {
    const say = (text: string): number => wrong.push(`${application.name}: ${text}`);
    const names = application.arguments.map(({ name }) => name);
    if (repeated(names).length > 0) say(`arguments twice: ${repeated(names).join(", ")}`);
    for (const name of application.location ?? []) if (!names.includes(name)) say(`no argument ${name}`);
    const takesLetters = application.arguments.some(
      ({ kind }) => kind === "options" || kind === "word-options",
    );
    if (takesLetters !== application.options.length + (application.silentOptions?.length ?? 0) > 0)
      say("letters without an argument for them, or the other way round");
    if (application.removedIn !== undefined && application.presentIn.includes(application.removedIn))
      say("there although it was removed");
    if (application.removedIn === undefined && !application.presentIn.includes(23))
      say("gone without a word");
    for (const major of Object.keys(application.introduced ?? {}))
      if (!application.presentIn.includes(Number(major))) say(`introduced in ${major}, where it is not`);
    if (application.incomplete !== undefined && !application.arguments.some(({ required }) => required))
      say("can never be incomplete");
  }
  assert.deepEqual(wrong, []);
});

test("option letters occur once in every version", () => {
  const wrong = series.flatMap((major) =>
    applications.flatMap(({ name, options, silentOptions }) => {
      const here = options.filter(({ presentIn }) => presentIn?.includes(Number(major)) !== false);
      const silent = (silentOptions ?? []).map((option) => option.replace("()", ""));
      return repeated([...here.map(({ letter }) => letter), ...silent]).map((letter) => `${name}, ${letter}`);
    }),
  );
  assert.deepEqual(wrong, []);
});

test("a replacement is an application, a function or a few words", () => {
  const known = new Set(applications.map(({ name }) => name));
  const wrong = [...applications, ...former].flatMap(({ name, replacement }) =>
    replacement === undefined || isReplacement(replacement, known) ? [] : [`${name}: ${replacement}`],
  );
  assert.deepEqual(wrong, []);
});

test("an application is found by its name in any case, where its version has it", () => {
  const newest = applicationCatalog(versionOf("23"));
  assert.equal(newest.application("dial")?.name, "Dial");
  assert.equal(newest.application("BACKGROUND")?.name, "BackGround");
  assert.equal(newest.application("Macro"), undefined);
  assert.equal(newest.ofAnyVersion("macro")?.replacement, "Gosub");
  assert.equal(newest.former("setvar")?.replacement, "Set");
  assert.equal(newest.application("Dail"), undefined);
  assert.equal(newest.application("constructor"), undefined);
  assert.ok(newest.names().includes("Goto"));
  assert.ok(!newest.names().includes("Macro"));
  assert.equal(applicationCatalog(versionOf("20")).application("Macro")?.name, "Macro");
});

test("what came in the middle of a series is not in its first releases", () => {
  assert.equal(applicationCatalog(versionOf("20.0.0")).application("If"), undefined);
  assert.equal(applicationCatalog(versionOf("20.1.0")).application("If")?.name, "If");
  assert.equal(applicationCatalog(versionOf("21")).application("StasisBroadcast"), undefined);
  assert.equal(applicationCatalog(versionOf("22.7.0")).application("StasisBroadcast")?.since, 20);
});

test("arguments and letters are those of the version", () => {
  const names = (version: string): readonly string[] =>
    applicationCatalog(versionOf(version))
      .application("Queue")
      ?.arguments.map(({ name }) => name) ?? [];
  assert.deepEqual(names("20").slice(5), ["AGI", "macro", "gosub", "rule", "position"]);
  assert.deepEqual(names("21").slice(5), ["AGI", "gosub", "rule", "position"]);
  const letters = (version: string): string =>
    (applicationCatalog(versionOf(version)).application("Dial")?.options ?? [])
      .map(({ letter }) => letter)
      .join("");
  assert.ok(letters("20").includes("M"));
  assert.ok(!letters("23").includes("M"));
});

interface Fact {
  readonly name: string;
  readonly module: string;
  readonly sinceMajor: number;
  readonly presentIn: readonly number[];
  readonly removedIn?: number;
  readonly deprecatedIn?: number;
  readonly replacement?: string;
  readonly alternateModules?: readonly string[];
  readonly args: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly separator?: string;
  }[];
  readonly argsBefore21?: readonly string[];
  readonly options: readonly {
    readonly letter: string;
    readonly hasArgument: boolean;
    readonly argumentRequired?: boolean;
    readonly presentIn?: readonly number[];
  }[];
  readonly acceptedUndocumentedOptions?: readonly string[];
  readonly documentedVariables?: readonly string[];
}

/** Where we know better: arguments that the code reads beyond those of the facts, or does not insist on. */
const otherwise: Readonly<Record<string, readonly string[]>> = {
  CELGenUserEvent: ["event-name!", "extra"],
  DateTime: ["unixtime", "timezone", "format", "options"],
  // Without a file it takes the one of MVM_FILENAME.
  MinivmDelete: ["filename"],
  Stasis: ["app_name!", "args,"],
  StasisBroadcast: ["timeout", "app_filter", "args:", "notify_claimed"],
  StoreDTMF: ["direction!", "variable", "max_digits"],
  UserEvent: ["eventname!", "body,"],
  // Its documentation says "mailboxs".
  VoiceMail: ["mailboxes!&", "options"],
};

test("every fact about applications is carried", { skip: skipWithoutShared }, () => {
  const facts = JSON.parse(
    readFileSync(join(sharedFolder ?? "", "facts/dialplan-applications.json"), "utf8"),
  ) as { readonly applications: readonly Fact[]; readonly removedBefore18: readonly FormerApplication[] };
  const ours = new Map(applications.map((application) => [application.name, application]));
  const gone = new Map(former.map((application) => [application.name, application]));
  for (const fact of facts.applications) {
    const newest = Math.max(...fact.presentIn);
    if (newest < 18) {
      assert.equal(gone.get(fact.name)?.lastSeenIn, String(newest), fact.name);
      continue;
    }
    const application = ours.get(fact.name);
    assert.ok(application !== undefined, fact.name);
    assert.deepEqual(carried(application), expected(fact), fact.name);
    assert.deepEqual(
      signature(application.arguments, 23),
      otherwise[fact.name] ?? marked(fact.args),
      fact.name,
    );
    if (fact.argsBefore21 !== undefined) {
      const before = signature(application.arguments, 20).map((name) => name.replace(/[!&]/g, ""));
      assert.deepEqual(before, fact.argsBefore21);
    }
  }
  for (const fact of facts.removedBefore18) {
    const found = gone.get(fact.name);
    assert.equal(found?.lastSeenIn, fact.lastSeenIn, fact.name);
    if (fact.replacement !== undefined && fact.name !== "Skel") assert.ok(found?.replacement, fact.name);
  }
  const names = new Set(facts.applications.map(({ name }) => name));
  assert.deepEqual(
    applications.filter(({ name }) => !names.has(name)),
    [],
  );
});

/** What must be equal in the table and in the facts. */
function carried(application: ApplicationSpec): object {
  return {
    module: application.module,
    presentIn: application.presentIn,
    since: application.since,
    removedIn: application.removedIn,
    deprecatedIn: application.deprecatedIn,
    replaced: application.replacement !== undefined,
    otherModules: (application.otherModules ?? []).filter((module) => module !== "app_meetme"),
    letters: application.name.startsWith("OSP") ? [] : application.options.map(letterMark),
    silent: application.name === "DateTime" ? [] : (application.silentOptions ?? []),
    variables: application.variables ?? [],
  };
}

function expected(fact: Fact): object {
  return {
    module: fact.module.replace(/^core .*/, "core"),
    presentIn: fact.presentIn,
    since: fact.sinceMajor,
    removedIn: fact.removedIn,
    deprecatedIn: fact.deprecatedIn,
    replaced: fact.replacement !== undefined,
    otherModules: fact.alternateModules ?? [],
    letters: fact.options.map(letterMark),
    silent: fact.acceptedUndocumentedOptions ?? [],
    variables: fact.documentedVariables ?? [],
  };
}

/** "b(!)" takes an argument and insists on it; versions follow where 18 or a later one lacks the letter. */
function letterMark(
  option: Pick<OptionLetter, "letter" | "hasArgument" | "argumentRequired" | "presentIn">,
): string {
  const lacking =
    option.presentIn !== undefined &&
    [18, 19, 20, 21, 22, 23].some((major) => !option.presentIn?.includes(major));
  const argument = option.hasArgument ? `(${option.argumentRequired === true ? "!" : ""})` : "";
  return `${option.letter}${argument}${lacking ? option.presentIn?.join() : ""}`;
}

/** The names of the arguments that a version has, "!" behind the required ones, "&" behind those with several. */
function signature(list: readonly ArgumentSpec[], major: number): string[] {
  return marked(list.filter(({ presentIn }) => presentIn?.includes(major) !== false));
}

function marked(list: readonly { name: string; required: boolean; separator?: string }[]): string[] {
  return list.map(({ name, required, separator }) => `${name}${required ? "!" : ""}${separator ?? ""}`);
}

function versionOf(text: string): AsteriskVersion {
  const version = parseVersion(text);
  assert.ok(version !== undefined, text);
  return version;
}

function readTable<Table>(name: string): Table {
  return JSON.parse(readFileSync(join(catalog, "tables/dialplan", name), "utf8")) as Table;
}

/** The functions of the catalogue, where it has them. */
function namesOfFunctions(): ReadonlySet<string> | undefined {
  if (!existsSync(join(catalog, "tables/dialplan/functions.json"))) return undefined;
  const table = readTable<{ functions?: readonly { readonly name: string }[] }>("functions.json");
  return table.functions === undefined ? undefined : new Set(table.functions.map(({ name }) => name));
}

/** Every NAME( of it is an application or a function; a single word is an application. */
function isReplacement(text: string, known: ReadonlySet<string>): boolean {
  const called = [...text.matchAll(/(\w+)\(/g)].map(([, name = ""]) => name);
  if (called.length === 0) return text.includes(" ") || known.has(text);
  return called.every(
    (name) =>
      known.has(name) || (functionNames === undefined ? /^[A-Z_0-9]+$/.test(name) : functionNames.has(name)),
  );
}

function isSentence(text: string): boolean {
  return /^[A-Z][^\n]*[^. ]\.$/.test(text);
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** The fields of an interface of dialplan-spec.ts. */
function fields(name: string): { readonly name: string; readonly required: boolean }[] {
  const body = new RegExp(`interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(spec)?.[1] ?? "";
  return [...body.matchAll(/^ {2}readonly (\w+)(\??):/gm)].map(([, field = "", optional]) => ({
    name: field,
    required: optional === "",
  }));
}
