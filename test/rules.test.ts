// Runs every example of every rule page, and keeps what is generated from rules and pages fresh:
// `UPDATE=1 npm test` writes it.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { type Problem, type Rule, ruleNamed, rules } from "../server/src/core/api.ts";
import { severityOf } from "../server/src/core/rules/rule.ts";
import { problemsOf } from "./support/example-problems.ts";
import {
  type Example,
  type Expected,
  generatedLine,
  groupFiles,
  type Page,
  placeIn,
  readPages,
  rulesFolder,
  showsMessage,
  withoutMarks,
} from "./support/pages.ts";

const pages = readPages();
const { UPDATE } = process.env;
const update = UPDATE !== undefined;
const advice = "generated text is stale: run UPDATE=1 npm test, and read the diff";

for (const page of pages) {
  test(page.id, () => {
    const rule = ruleNamed(page.id);
    assert.ok(rule !== undefined, `${page.path} has no rule in registry.ts`);
    const wrong = [...page.mistakes, ...checkPage(page, rule)];
    if (wrong.length > 0) assert.fail(`${page.path}\n${wrong.join("\n")}`);
  });
}

test("every rule has a page", () => {
  const known = new Set(pages.map(({ id }) => id));
  assert.deepEqual(
    rules.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    [],
  );
});

test("every module that holds a rule is registered", () => {
  const ids = groupFiles(".ts")
    .filter((path) => /: \w*Rule = \{/.test(readFileSync(join(rulesFolder, path), "utf8")))
    .map((path) => path.replace(/\.ts$/, ""));
  const registered = rules.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id) => !registered.includes(id)),
    [],
    "not in registry.ts",
  );
  assert.deepEqual(
    registered.filter((id) => !ids.includes(id)),
    [],
    "no module of that name",
  );
});

test("no two rules share an id or a kind of fault", () => {
  const taken = rules.flatMap((rule) => [rule.id, ...("kinds" in rule ? rule.kinds : [])]);
  assert.deepEqual(
    taken.filter((name, index) => taken.indexOf(name) !== index),
    [],
  );
});

test("the generated line of every page is fresh", () => {
  for (const page of pages) {
    const rule = ruleNamed(page.id);
    if (rule === undefined) continue;
    const line = `<!-- generated: ${facts(rule, page).join(" · ")} -->`;
    if (update && page.generated !== line) writeFileSync(page.path, withGenerated(page.text, line));
    else if (!update) assert.equal(page.generated, line, `${page.path}: ${advice}`);
  }
});

test("pages.ts and the index are fresh", () => {
  for (const [path, text] of [
    [join(rulesFolder, "pages.ts"), pagesModule()],
    [join(rulesFolder, "README.md"), indexPage()],
  ] as const) {
    if (update) writeFileSync(path, text);
    else assert.equal(readFileSync(path, "utf8"), text, `${path}: ${advice}`);
  }
});

function checkPage(page: Page, rule: Rule): string[] {
  const wrong: string[] = [];
  if (page.title !== `# ${rule.id}`) wrong.push(`the title is not "# ${rule.id}"`);
  for (const verdict of ["Bad", "Good"]) {
    if (!page.examples.some((example) => example.verdict === verdict))
      wrong.push(`no "## ${verdict}" example`);
  }
  let logs = 0;
  for (const example of page.examples) {
    const say = (text: string): number => wrong.push(`line ${example.line} (${example.heading}): ${text}`);
    const problems = problemsOf(example, example.files, rule);
    compare(example, problems, say);
    const ours = problems.filter((problem) => problem.rule === rule.id);
    if (example.verdict === "Bad" && ours.length === 0) say(`no problem of ${rule.id}`);
    for (const message of ours.flatMap(({ log, runtimeLog }) => [...log, ...runtimeLog])) {
      logs++;
      if (!showsMessage(page, message)) say(`no log block of the page matches "${message}"`);
    }
    checkFixes(example, problems, rule, say);
  }
  if (logs === 0 && page.log.length > 0)
    wrong.push("a log block, but no example makes Asterisk log anything");
  if (
    page.log.length === 0 &&
    !/silent|logs nothing|says nothing|no message|without a (word|message)/i.test(
      page.prose.replace(/\s+/g, " "),
    )
  )
    wrong.push("neither a log block, nor does the prose say that Asterisk is silent");
  return wrong;
}

/** All announced problems and no others. */
function compare(example: Example, problems: readonly Problem[], say: (text: string) => void): void {
  const left = [...example.expected];
  for (const problem of problems) {
    if (problem.message.endsWith(".")) say(`a message with a final period: ${problem.message}`);
    const place = placeIn(example.files.get(problem.file) ?? "", problem.span);
    const index = left.findIndex((expected) => announces(expected, problem, place));
    if (index === -1) {
      const { line, column, width } = place;
      say(`not announced: ${problem.file}:${line}:${column} (${width}) ${problem.rule}: ${problem.message}`);
    } else left.splice(index, 1);
  }
  for (const { file, line, column, width, rule, text } of left)
    say(`announced, not found: ${file}:${line}:${column} (${width ?? "any"}) ${rule}: ${text}`);
}

function announces(expected: Expected, problem: Problem, place: ReturnType<typeof placeIn>): boolean {
  return (
    expected.file === problem.file &&
    expected.line === place.line &&
    expected.column === place.column &&
    (expected.width ?? place.width) === place.width &&
    expected.rule === problem.rule &&
    (problem.message.includes(expected.text) || problem.message.startsWith(sentence(expected.text)))
  );
}

/** Fixes lead to exactly the fixed text, in which nothing is left to fix. */
function checkFixes(
  example: Example,
  problems: readonly Problem[],
  rule: Rule,
  say: (text: string) => void,
): void {
  const fixable = problems.some((problem) => problem.rule === rule.id && problem.fixes.length > 0);
  if (example.fixed.size === 0) {
    if (fixable) say("has fixes, but no fixed= block shows them");
    return;
  }
  const texts = new Map<string, string>();
  for (const [file, text] of example.files) {
    const after = withoutMarks(applyFixes(file, text, problems));
    const wanted = example.fixed.get(file) ?? withoutMarks(text);
    if (after !== wanted) say(`${file} after the fixes:\n${after}--- instead of\n${wanted}---`);
    texts.set(file, after);
  }
  for (const { rule: id, message } of problemsOf(example, texts, rule))
    if (id === rule.id) say(`the fixed text still has: ${message}`);
}

/** Applies the first fix of each problem; one that overlaps an earlier edit is left out. */
function applyFixes(file: string, text: string, problems: readonly Problem[]): string {
  const edits = problems
    .flatMap((problem) => problem.fixes[0]?.edits ?? [])
    .filter((edit) => edit.file === file)
    .sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  let result = "";
  let at = 0;
  for (const { span, text: inserted } of edits) {
    if (span.start < at) continue;
    result += text.slice(at, span.start) + inserted;
    at = span.end;
  }
  return result + text.slice(at);
}

function facts(rule: Rule, page: Page): string[] {
  const strict = rule.profile === "strict" ? ["profile strict"] : [];
  return [severityOf[rule.effect], rule.effect.replace("-", " "), ...strict, fixKind(rule, page)];
}

function fixKind(rule: Rule, page: Page): string {
  const fixes = page.examples
    .flatMap((example) => problemsOf(example, example.files, rule))
    .filter((problem) => problem.rule === rule.id)
    .flatMap((problem) => problem.fixes);
  if (fixes.length === 0) return "no fix";
  return fixes.every(({ safe }) => safe)
    ? "safe fix"
    : fixes.some(({ safe }) => safe)
      ? "safe or suggested fix"
      : "suggested fix";
}

function withGenerated(text: string, line: string): string {
  return generatedLine.test(text)
    ? text.replace(generatedLine, line)
    : text.replace(/^(# .*)\n+/, `$1\n\n${line}\n`);
}

function pagesModule(): string {
  const imports = pages.map(({ id }) => `import ${camelCase(id)} from "./${id}.md";`);
  const entries = pages.map(({ id }) => `  ["${id}", ${camelCase(id)}],`);
  return `// The page of every rule, by its id. Generated by test/rules.test.ts with UPDATE=1: do not edit.

${imports.join("\n")}

export const pages: ReadonlyMap<string, string> = new Map([
${entries.join("\n")}
]);
`;
}

/** "configNoEquals" for "config/no-equals": a name that stays when pages come and go. */
function camelCase(id: string): string {
  return id.replace(/[/-](.)/g, (_, letter: string) => letter.toUpperCase());
}

function indexPage(): string {
  const groups = new Map<string, string[]>();
  for (const rule of rules) {
    const page = pages.find(({ id }) => id === rule.id);
    const [group = ""] = rule.id.split("/");
    const [severity = "", effect = "", fix = ""] = page === undefined ? [] : facts(rule, page);
    const row = `| [${rule.id}](${rule.id}.md) | ${effect} | ${severity} | ${rule.summary} | ${fix} |`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const tables = [...groups].map(
    ([group, rows]) =>
      `## ${group}\n\n| rule | effect | severity | what | fix |\n|---|---|---|---|---|\n${rows.join("\n")}\n`,
  );
  return `# Rules\n\nGenerated by test/rules.test.ts with UPDATE=1: do not edit.\n\n${tables.join("\n")}`;
}

/** A mark may begin in the middle of a message, so it need not begin with a capital. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
