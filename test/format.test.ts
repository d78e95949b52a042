// Formatting changes nothing that Asterisk reads, and nothing at all the second time: over random configurations and,
// where they are here, over real ones. `FORMAT=100000` makes as many.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  applyEdits,
  type ConfigLoad,
  defaultSettings,
  memoryFiles,
  openInstallation,
} from "../server/src/core/api.ts";
import { stepPieces } from "../server/src/core/dialplan/step-line.ts";
import {
  equalsChoices,
  type FormatSettings,
  formatEdits,
  formatRangeEdits,
  formatted,
  formattedFile,
} from "../server/src/core/editor-api.ts";
import { decodeBytes } from "../server/src/core/text/bytes.ts";
import { largeDialplan } from "./support/large-dialplan.ts";
import { below, mulberry32, pick, type Random } from "./support/random.ts";
import { randomConfig } from "./support/random-config.ts";
import { randomDialplan } from "./support/random-dialplan.ts";
import { sharedFolder, skipWithoutShared } from "./support/shared.ts";

/** The habits of the file, and what a team may settle instead. */
const settled: readonly FormatSettings[] = [
  {},
  ...equalsChoices.map((equals) => ({ equals })),
  { equals: "align", blankLines: 1 },
];

const { FORMAT } = process.env;
const count = Number(FORMAT ?? 3000);

test("random configurations mean the same when they are formatted", () => {
  for (let seed = 1; seed <= count; seed++) {
    const random = mulberry32(seed);
    const dialplan = random() < 0.5;
    const text = respaced(random, dialplan ? randomDialplan(random) : randomConfig(random));
    same(text, dialplan, `seed ${seed}`, pick(random, settled));
  }
});

test("a file on a command line ends in one line break", () => {
  const texts = [
    ["[a]\r\nb=1\r\n \r\n\r\n", "[a]\r\nb=1\r\n"],
    ["[a]\nb = 1", "[a]\nb = 1\n"],
    ["[a]\nb = 1\n;-- open \n\n", "[a]\nb = 1\n;-- open \n\n"],
    ["", ""],
    ["\n\n\n", "\n"],
  ];
  for (const [text = "", after = ""] of texts) {
    assert.equal(formattedFile("pjsip.conf", text), after);
    assert.equal(formattedFile("pjsip.conf", after), after);
  }
  assert.equal(formattedFile("extensions.conf", "[a]\nexten=>1, 1,B"), "[a]\nexten => 1,1,B\n");
});

test("what an editor wishes is done", () => {
  const text = "[a]  \nb = 1  \n\n\n";
  const dialplan = false;
  assert.equal(formatted(text, { dialplan, trimTrailingWhitespace: false }), text);
  assert.equal(formatted(text, { dialplan, trimFinalNewlines: true }), "[a]\nb = 1\n");
  assert.equal(formatted("[a]", { dialplan, insertFinalNewline: true }), "[a]\n");
  assert.equal(formatted("[a]", { dialplan }), "[a]");
});

test("a range is formatted as the whole file is", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = mulberry32(seed);
    const text = respaced(random, randomDialplan(random));
    const options = { dialplan: true };
    const start = below(random, text.length + 1);
    const range = { start, end: start + below(random, text.length - start + 1) };
    const all = formatEdits(text, options).map((edit) => JSON.stringify(edit));
    for (const edit of formatRangeEdits(text, range, options)) assert.ok(all.includes(JSON.stringify(edit)));
    const whole = formatRangeEdits(text, { start: 0, end: text.length }, options);
    assert.equal(whole.length, all.length);
  }
});

test("real configurations mean the same when they are formatted", { skip: skipWithoutShared }, (context) => {
  const corpus = join(sharedFolder ?? "", "corpus");
  let files = 0;
  let changed = 0;
  for (const entry of readdirSync(corpus, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:conf|sample|template|j2|inc)/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = decodeBytes(readFileSync(path));
    const dialplan = /^extensions|dialplan/.test(entry.name);
    files++;
    if (same(text, dialplan, path)) changed++;
    same(text, dialplan, path, settled[files % settled.length]);
  }
  assert.ok(files > 100);
  context.diagnostic(`${files} files, of which ${changed} are written in another way`);
});

test("a large dialplan is formatted at once", (context) => {
  const text = largeDialplan(500).replaceAll(" => ", "=>");
  formatEdits(text, { dialplan: true });
  const start = performance.now();
  const edits = formatEdits(text, { dialplan: true });
  const time = performance.now() - start;
  context.diagnostic(`${edits.length} edits in ${Math.round(time)} ms`);
  assert.ok(edits.length > 40_000 && time < 2000);
});

test("a line with very many tags is formatted in the time that its length takes", () => {
  const text = `[a]\ntype=aor\nmailboxes = ${"{{ x }} ".repeat(100_000)}\ncontact=sip:a\n`;
  const started = process.cpuUsage().user;
  const after = formattedFile("pjsip.conf.j2", text, { equals: "spaced" });
  assert.ok(process.cpuUsage().user - started < 3_000_000, "formatting grows faster than the line");
  assert.equal(after, text.replace("type=", "type = ").replace("contact=", "contact = "));
  const broken = "[a]\nb  = {{ x }} {{\n  y }}{{ z }} \nc  = 1 \n{{ z }} \nd  = 1\n";
  assert.equal(
    formattedFile("pjsip.conf.j2", broken),
    broken.replace("c  = 1 ", "c = 1").replace("d  =", "d ="),
  );
});

/** Whether formatting changes a text; its meaning stays, and so does what is formatted. */
function same(text: string, dialplan: boolean, what: string, settings: FormatSettings = {}): boolean {
  const options = { dialplan, ...settings };
  const edits = formatEdits(text, options);
  const after = applyEdits(text, edits);
  assert.equal(after, formatted(text, options), `${what}: the edits`);
  assert.deepEqual(formatEdits(after, options), [], `${what}: the second time`);
  const root = dialplan ? "extensions.conf" : "pjsip.conf";
  assert.deepEqual(meaning(root, after), meaning(root, text), `${what}: the meaning`);
  assert.equal(after.charCodeAt(0) === 0xfeff, text.charCodeAt(0) === 0xfeff, `${what}: the mark`);
  assert.ok(lineBreaks(text).includes(lineBreaks(after)), `${what}: the line breaks`);
  for (const { span, text: written } of edits) {
    assert.match(text.slice(span.start, span.end) + written, /^\s+$/, `${what}: more than blanks`);
    assert.notEqual(text.slice(span.start, span.end), written, `${what}: an edit for nothing`);
  }
  return edits.length > 0;
}

/** The kinds of line breaks of a text. */
function lineBreaks(text: string): string {
  return [...new Set(text.match(/\r?\n/g))].sort().join("");
}

function meaning(root: string, text: string): object {
  const load = openInstallation(memoryFiles(new Map([[root, text]])), defaultSettings).load(root);
  return {
    outcome: load.outcome,
    sections: load.sections.map((section) => sectionMeaning(section, root === "extensions.conf")),
    faults: load.faults.map(({ kind }) => kind),
  };
}

function sectionMeaning(section: ConfigLoad["sections"][number], dialplan: boolean): object {
  const context = dialplan && !/^(?:general|globals)$/i.test(section.name);
  return {
    name: section.name,
    template: section.template,
    bases: section.bases.map((base) => base.section.name),
    options: section.options.map(({ name, value, line, appends }) => [
      name,
      line.operator,
      appends.length,
      context && /^(?:exten$|same)/i.test(name) ? step(value, !/^exten$/i.test(name)) : value,
    ]),
  };
}

/** What pbx_config takes out of a line: it skips blanks around the priority and before the application. */
function step(value: string, continued: boolean): readonly unknown[] {
  const { name, priority, label, application, data, parentheses, restStart } = stepPieces(value, continued);
  const rest = value.slice(restStart);
  return [name, priority, label, application, data].map((piece) => piece?.text).concat(parentheses, rest);
}

/** Other blanks around operators and at the ends of lines, columns, and more or fewer blank lines. */
function respaced(random: Random, text: string): string {
  const habit = pick(random, [" = ", "=", "   = ", " =", "=  "]);
  const column = random() < 0.3 ? 4 + below(random, 16) : 0;
  return text
    .split("\n")
    .map((line) => {
      if (random() < 0.5) {
        const [whole = "", name = ""] = /^([\w-]+)[ ]*=(?![>])[ ]*/.exec(line) ?? [];
        if (whole !== "") return name.padEnd(column) + habit + line.slice(whole.length);
      }
      if (random() < 0.2)
        return `${pick(random, [" ", "\t", "    "])}${line}${pick(random, ["", " ", "\t \t"])}`;
      if (random() < 0.2) return line.replace(/,/g, pick(random, [", ", " ,", ",\t"]));
      if (random() < 0.1) return line + pick(random, ["\n", "\n\n\n\n", "\r", " ; why", "    ; {{ x }}"]);
      return random() < 0.2 ? line.replace(/ ?=> ?/, pick(random, ["=>", "  =>  ", " =>"])) : line;
    })
    .join(random() < 0.1 ? "\r\n" : "\n");
}
