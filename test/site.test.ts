// The documentation site, as `npm run site` writes it: nothing is missing, every link leads somewhere, and nothing
// comes from anywhere else. What only a browser can tell is in vscode/site.mjs.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize, relative } from "node:path";
import test, { after } from "node:test";
import { homepage, pagePath, pageUrl, rules } from "../server/src/core/api.ts";
import { Finder } from "../site/client/finder.ts";
import { renderMarkdown } from "../site/src/markdown.ts";
import { Readme } from "../site/src/readme.ts";
import { readPages, showsMessage } from "./support/pages.ts";

const temporary = mkdtempSync(join(tmpdir(), "asterisk-analyzer-site-"));
after(() => rmSync(temporary, { recursive: true, force: true }));

const site = join(temporary, "site");
execFileSync(process.execPath, ["site/build.mjs", site, "--base", "/docs/"]);

const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) =>
  statSync(join(site, path)).isFile(),
);
/** HTML by path. */
const pages = new Map(
  files
    .filter((path) => path.endsWith(".html"))
    .map((path) => [path, readFileSync(join(site, path), "utf8")]),
);

test("every rule has a page where its problems link to", () => {
  for (const { id, summary } of rules) {
    const html = pages.get(`${pagePath(id)}index.html`) ?? "";
    assert.equal(pageUrl(id), `${homepage}/rules/${id}/`);
    assert.equal(textOf(/<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? ""), id);
    assert.ok(textOf(html).includes(summary), `${id} without its summary`);
    for (const word of ["Effect", "Severity", "Fix", "Profile"])
      assert.ok(html.includes(`<dt>${word}</dt>`), `${id} without ${word}`);
    assert.ok(pages.get("rules/index.html")?.includes(`href="../rules/${id}/"`), `${id} is not in the index`);
  }
});

test("a rule's page shows its examples, and the problems in them in full", () => {
  const html = pages.get("rules/codec/unknown-codec/index.html") ?? "";
  assert.ok(html.includes('<mark class="error">'));
  const text = textOf(html);
  assert.ok(
    text.includes('error The name of this codec is "alaw", not "PCMA": Asterisk drops endpoint "6001"'),
  );
  assert.ok(text.includes("pjsip.conf after the fixes"));
  assert.ok(!text.includes("^^^^"), "the marks are replaced");
  const upgrade = textOf(pages.get("rules/upgrade/other-default/index.html") ?? "");
  assert.ok(upgrade.includes("Checked for an upgrade from Asterisk 20.17 to 23."));
});

test("every announced problem of every page is shown", () => {
  for (const page of readPages()) {
    const html = pages.get(`${pagePath(page.id)}index.html`) ?? "";
    const announced = page.examples.reduce((sum, { expected }) => sum + expected.length, 0);
    assert.equal(html.split('<span class="problem ').length - 1, announced, page.id);
  }
});

test("commands, flags, settings, formats and versions have their places", () => {
  const has = (path: string, anchor: string): void =>
    assert.ok(pages.get(path)?.includes(` id="${anchor}"`), `${path}#${anchor}`);
  for (const command of [
    "lint",
    "effective",
    "identify",
    "match",
    "eval",
    "upgrade",
    "test",
    "explain",
    "lsp",
  ])
    has("command-line/index.html", command);
  has("command-line/index.html", "lint--fix");
  const schema = JSON.parse(readFileSync("server/schemas/settings.schema.json", "utf8"));
  for (const key of Object.keys(schema.properties).filter((name) => name !== "$schema"))
    has("settings/index.html", key);
  has("reports/index.html", "formats");
  has("editors/index.html", "commands");
  has("changelog/index.html", "unreleased");
});

test("every link and every anchor leads somewhere inside the site", () => {
  const wrong: string[] = [];
  for (const [path, html] of pages) {
    for (const [, target = ""] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^https:\/\//.test(target)) continue;
      const [address = "", anchor = ""] = target.replaceAll("&amp;", "&").split("#");
      const inside = path === "404.html" ? address.replace(/^\/docs\//, "") : join(dirname(path), address);
      let file = address === "" ? path : normalize(inside);
      if (existsSync(join(site, file)) && statSync(join(site, file)).isDirectory()) {
        if (!address.endsWith("/")) wrong.push(`${path}: ${target} does not end in "/"`);
        file = join(file, "index.html");
      }
      if (relative(site, join(site, file)).startsWith("..") || !existsSync(join(site, file)))
        wrong.push(`${path}: ${target}`);
      else if (anchor !== "" && !pages.get(file)?.includes(` id="${anchor}"`))
        wrong.push(`${path}: ${target}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test("addresses are relative, but on the page for missing ones, which is shown anywhere", () => {
  for (const [path, html] of pages) {
    const absolute = [...html.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, target]) => target);
    if (path === "404.html")
      assert.ok(absolute.length > 5 && absolute.every((one) => one?.startsWith("/docs/")));
    else assert.deepEqual(absolute, [], path);
  }
});

test("no page holds a script, a style, or anything of another host", () => {
  for (const [path, html] of pages) {
    const outside = [...html.matchAll(/<(?!a )[a-z]+[^>]* (?:href|src)="([a-z]+:[^"]*)"/g)];
    assert.deepEqual(outside, [], path);
    assert.doesNotMatch(
      html,
      /<script(?![^>]* src=)|<style|<iframe|<object|<[^>]+ (?:style|on[a-z]+)=/i,
      path,
    );
    assert.match(
      html,
      /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'/,
      path,
    );
  }
  for (const path of files.filter((name) => /\.(?:css|js)$/.test(name) && !name.endsWith("search-index.js")))
    assert.doesNotMatch(readFileSync(join(site, path), "utf8"), /https?:\/\/|@import|\burl\(/, path);
});

test("every page has a title, a language, one main heading, and each id once", () => {
  const titles = new Map<string, string>();
  for (const [path, html] of pages) {
    const title = /<title>(.+?)<\/title>/.exec(html)?.[1] ?? "";
    assert.equal(titles.get(title), undefined, `${path} has the title of another page`);
    titles.set(title, path);
    assert.match(html, /<html lang="en"/);
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, path);
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    for (const [index, level] of levels.entries())
      assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${path}: a level of headings is left out`);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, `${path}: an id is there twice`);
  }
});

test("no Markdown is left over", () => {
  for (const [path, html] of pages) {
    const prose = textOf(html.replace(/<(pre|code|figure)[ >][\s\S]*?<\/\1>/g, ""));
    assert.deepEqual(
      prose.match(/.{0,20}(?:```|\]\(|\*\*\w|`|<!--|generated:|^#+ |^\|).{0,20}/gm),
      null,
      path,
    );
  }
});

test("links of texts lead to the pages that were made of what they name", () => {
  const readme = new Readme(
    "# Title\n\n## Try it\n\n## In CI\n\n```sh\n## no heading\n```\n\n### More of it\n",
  );
  for (const [target, place, folder] of [
    ["#try-it", "/#try-it"],
    ["#in-ci", "/reports/#in-ci"],
    ["#more-of-it", "/reports/#more-of-it"],
    ["server/src/core/rules/README.md", "/rules/"],
    ["server/src/core/rules/codec/unknown-codec.md#good", "/rules/codec/unknown-codec/#good"],
    ["server/schemas/settings.schema.json", "/schemas/settings.schema.json"],
    ["docs/settings.md#rules", "/settings/#rules"],
    ["CHANGELOG.md", "/changelog/"],
    ["../README.md", "/", "docs"],
    ["settings.md", "/settings/", "docs"],
    ["#here", "#here", "docs"],
    ["client/images/lint.png", "/assets/images/lint.png"],
    ["examples", "https://github.com/asterisk-analyzer/asterisk-analyzer/blob/main/examples"],
    ["https://example.net/x.md", "https://example.net/x.md"],
  ] as const)
    assert.equal(readme.link(target, folder), place);
  assert.deepEqual([...readme.images], ["client/images/lint.png"]);
  assert.throws(() => readme.link("nowhere.md"), /nowhere\.md, which is not there/);
});

test("text of a page never becomes HTML", () => {
  const { html } = renderMarkdown(
    '<script>alert(1)</script> [link](javascript:alert(1)) `<b onclick="x">` <img src=x>\n\n```\n</code><i>\n```\n',
  );
  assert.doesNotMatch(html, /<(?:script|img|b|i)\b|href="javascript/);
  assert.ok(html.includes("&lt;/code&gt;&lt;i&gt;"));
});

test("the search finds a rule by its name, and by a line of the log", () => {
  const script = readFileSync(join(site, "assets/search-index.js"), "utf8");
  const json = JSON.parse(script.slice(script.indexOf("(") + 1, script.lastIndexOf(")")));
  const finder = new Finder(json);
  const find = (query: string): string[] => finder.find(query).map(({ path }) => path);
  assert.equal(find("codec/unknown-codec")[0], "rules/codec/unknown-codec/");
  assert.equal(find("Cannot allow unknown format 'g711u'")[0], "rules/codec/unknown-codec/");
  const line =
    "[Nov  2 10:00:01] WARNING[4711]: config.c:2106 process_text_line: No '=' (equal sign) in line 7 of /etc/asterisk/pjsip.conf";
  assert.equal(find(line)[0], "rules/config/no-equals/");
  assert.ok(find("--baseline").includes("command-line/#lint--baseline"));
  assert.ok(find("astetcdir").includes("settings/#astetcdir"));
  assert.ok(
    find("unknwon codec").includes("rules/codec/unknown-codec/"),
    "one slip of the fingers is forgiven",
  );
  assert.deepEqual(find("zzzzqqqq"), []);
  for (const { id } of rules) assert.ok(find(id).slice(0, 3).includes(pagePath(id)), id);

  const described = readPages();
  const missed = described.flatMap((page) =>
    page.log
      .map((message) => message.replace(/<[a-z][a-z0-9 -]*>/g, "xyzzy"))
      // A page that stands for whatever Asterisk may say has nothing to look for.
      .filter((message) => message !== "xyzzy")
      // Others say what any rule may be the reason of: "Error parsing ...".
      .filter((message) => described.filter((other) => showsMessage(other, message)).length === 1)
      .filter((message) => find(message)[0] !== pagePath(page.id)),
  );
  assert.deepEqual(missed, []);
});

test("a folder that holds something else is left alone, wrong flags are refused", () => {
  const notes = join(temporary, "notes.txt");
  writeFileSync(notes, "mine");
  for (const [words, message] of [
    [[temporary], /holds something else than a site/],
    [[site, "--base", "docs"], /expected a path such as \/docs\//],
    [["--nonsense"], /nonsense/],
    [["one", "two"], /one folder is enough/],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, ["site/build.mjs", ...words], {
      encoding: "utf8",
    });
    assert.equal(status, 2, stderr);
    assert.match(stderr, message);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  assert.equal(readFileSync(notes, "utf8"), "mine");
});

function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
