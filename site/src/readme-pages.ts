// The pages that are made of the README: home, reports and editors; those of docs/, and the changelog.

import { readdirSync, readFileSync } from "node:fs";
import { formatNames, formats } from "../../server/src/cli/lint-formats.ts";
import { rules } from "../../server/src/core/api.ts";
import { code, escapeHtml, plain, slug, table } from "./html.ts";
import { renderInline, renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";
import type { Readme } from "./readme.ts";
import { type Schema, typeText } from "./schema.ts";

interface Manifest {
  readonly description: string;
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly category: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
}

/** The home page. */
export function homePage(readme: Readme): Page {
  const { description } = manifest();
  const { html, headings } = readme.part("");
  const [, lead = "", rest = html] = /^<h1[^>]*>.*?<\/h1>\s*<p>(.*?)<\/p>([\s\S]*)$/.exec(html) ?? [];
  return {
    path: "",
    title: "Asterisk Analyzer",
    description,
    body: `<div class="hero"><h1>Asterisk Analyzer</h1>
<p class="summary">${lead}</p>
<p class="actions"><a class="button" href="/#try-it">Try it</a> <a class="button quiet" href="/rules/">All ${rules.length} rules</a></p></div>
${rest}`,
    headings: headings.filter(({ level }) => level > 1),
    search: headings
      .filter(({ level }) => level > 1)
      .map(({ id, html: title }) => entry(`#${id}`, plain(title), "page", description)),
  };
}

/** The formats of `lint`, and what the JSON report holds. */
export function reportsPage(readme: Readme): Page {
  const path = "reports/";
  const { html, headings } = readme.part(path);
  const schema = JSON.parse(readFileSync("server/schemas/lint-report.schema.json", "utf8")) as Schema;
  const objects = Object.entries(schema.definitions ?? {}).filter(
    ([, { properties }]) => properties !== undefined,
  );
  const ours = [
    { level: 2, id: "formats", html: "Formats" },
    { level: 2, id: "the-json-report", html: "The JSON report" },
  ];
  return {
    path,
    title: "Reports",
    description: "The reports of asterisk-analyzer lint, for people, programs and build services.",
    section: "reports",
    body: `<h1>Reports</h1>
${html}
<h2 id="formats">Formats</h2>
${table(
  ["Format", "What it is"],
  formatNames.map((name) => [
    code(name),
    escapeHtml(`${formats[name].charAt(0).toUpperCase()}${formats[name].slice(1)}.`),
  ]),
)}
<h2 id="the-json-report">The JSON report</h2>
<p>${renderInline(schema.description ?? "")} Its <a href="/schemas/lint-report.schema.json">schema</a> says it to programs.</p>
${schemaTable(schema, schema)}
${objects.map(([name, object]) => `<h3 id="json-${slug(name)}">${code(name)}</h3>\n<p>${renderInline(object.description ?? "")}</p>\n${schemaTable(object, schema)}`).join("\n")}`,
    headings: [...headings, ...ours],
    search: [
      entry(path, "Reports", "page", "JSON, SARIF, GitHub, GitLab, JUnit, Checkstyle"),
      ...formatNames.map((name) => entry(`${path}#formats`, `--format ${name}`, "report", formats[name])),
    ],
  };
}

/** VS Code and other editors. */
export function editorsPage(readme: Readme): Page {
  const path = "editors/";
  const { html, headings } = readme.part(path);
  const { commands, snippets } = manifest().contributes;
  const written = snippets.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file.path, "utf8")) as Record<string, Snippet>),
  );
  const ours = [
    { level: 2, id: "commands", html: "Commands" },
    { level: 2, id: "snippets", html: "Snippets" },
  ];
  return {
    path,
    title: "Editors",
    description: "Asterisk Analyzer in VS Code, Neovim, Helix and Emacs.",
    section: "editors",
    body: `<h1>Editors</h1>
${html}
<h2 id="commands">Commands</h2>
<ul>${commands.map(({ title, category }) => `<li><em>${escapeHtml(`${category}: ${title}`)}</em></li>`).join("\n")}</ul>
<p>The <a href="/settings/">settings</a> are the same as those of the command line.</p>
<h2 id="snippets">Snippets</h2>
${table(
  ["Type", "For"],
  written.map(([name, { prefix, description }]) => [
    [prefix].flat().map(code).join(", "),
    `<b>${escapeHtml(name)}</b>: ${escapeHtml(description)}`,
  ]),
)}`,
    headings: [...headings, ...ours],
    search: [
      ...headings.map(({ id, html: title }) => entry(`${path}#${id}`, plain(title), "page", "Editors")),
      ...commands.map(({ title, category }) =>
        entry(`${path}#commands`, `${category}: ${title}`, "editor command", "In VS Code"),
      ),
      ...written.map(([name, { description }]) => entry(`${path}#snippets`, name, "snippet", description)),
    ],
  };
}

/** The files in docs/, but the one about the settings, which has a page of its own. */
export function guidePages(readme: Readme): Page[] {
  const names = readdirSync("docs").filter((name) => name.endsWith(".md") && name !== "settings.md");
  return names.map((name) => {
    const path = `guides/${name.slice(0, -3)}/`;
    const { html, headings } = renderMarkdown(readFileSync(`docs/${name}`, "utf8"), {
      link: (target) => readme.link(target, "docs"),
    });
    const title = plain(headings[0]?.html ?? name);
    return {
      path,
      title,
      description: `${title}, in Asterisk Analyzer.`,
      body: html,
      headings: headings.filter(({ level }) => level > 1),
      search: headings.map(({ id, html: heading }) => entry(`${path}#${id}`, plain(heading), "guide", title)),
    };
  });
}

/** CHANGELOG.md. */
export function changelogPage(readme: Readme): Page {
  const path = "changelog/";
  const { html, headings } = renderMarkdown(readFileSync("CHANGELOG.md", "utf8"), {
    link: (target) => readme.link(target),
  });
  return {
    path,
    title: "Changelog",
    description: "What changed in Asterisk Analyzer.",
    section: "changelog",
    body: html,
    headings: headings.filter(({ level }) => level === 2),
    search: [entry(path, "Changelog", "page", "What changed")],
  };
}

function schemaTable({ properties = {}, required = [] }: Schema, root: Schema): string {
  return table(
    ["Key", "Value", "Meaning"],
    Object.entries(properties).map(([key, value]) => [
      `${code(key)}${required.includes(key) ? "" : " <small>optional</small>"}`,
      typeText(value, root),
      renderInline(value.description ?? ""),
    ]),
  );
}

function entry(path: string, title: string, kind: string, summary: string): Page["search"][number] {
  return { path, title, kind, summary, log: "", text: "" };
}

function manifest(): Manifest {
  return JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
}
