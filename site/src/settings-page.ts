// The page of the settings: those of asterisk-analyzer.json from its schema, those of the editor from the manifest.

import { readFileSync } from "node:fs";
import { profileOf, profiles, rules, settingsTemplate } from "../../server/src/core/api.ts";
import { code, escapeHtml, slug, table } from "./html.ts";
import { plainBlock, renderInline, renderMarkdown } from "./markdown.ts";
import type { Page } from "./page.ts";
import type { Readme } from "./readme.ts";
import { profileTexts } from "./rule-facts.ts";
import { type Schema, typeText } from "./schema.ts";

const path = "settings/";
const prefix = "asterisk-analyzer.";

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Schema>> }[];
  };
}

/** One page for both, since most mean the same. */
export function settingsPage(readme: Readme): Page {
  const schema = JSON.parse(readFileSync("server/schemas/settings.schema.json", "utf8")) as Schema;
  const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
  const inEditor = contributes.configuration.flatMap(({ properties }) => Object.entries(properties));
  const keys = Object.entries(schema.properties ?? {}).filter(([key]) => key !== "$schema");
  const described = new Set(keys.map(([, { markdownDescription }]) => markdownDescription));
  const editorOnly = inEditor.filter(([, { markdownDescription }]) => !described.has(markdownDescription));
  const sections = keys.map(([key, setting]) => {
    const same = inEditor.find(
      ([, { markdownDescription }]) => markdownDescription === setting.markdownDescription,
    );
    return `<h2 id="${key}">${code(key)}</h2>
${settingFacts(setting, schema, same?.[0])}
<p>${renderInline(setting.markdownDescription ?? "")}</p>
${choices(setting)}${key === "profile" ? profileTable() : ""}`;
  });
  const editorSections = editorOnly.map(
    ([key, setting]) => `<h3 id="${slug(key)}">${code(key)}</h3>
<p class="type">${typeText(setting, setting)}${defaultText(setting)}</p>
<p>${renderInline(setting.markdownDescription ?? "")}</p>
${choices(setting)}`,
  );
  const guide = guideBeside(new Set(keys.map(([key]) => key)), readme);
  const introduction = readme.part(path);
  return {
    path,
    title: "Settings",
    description: "The settings of Asterisk Analyzer, in asterisk-analyzer.json and in the editor.",
    section: "settings",
    body: `<h1>Settings</h1>
<p class="summary">${renderInline(schema.markdownDescription ?? "")}</p>
<p>The <a href="/schemas/settings.schema.json">schema</a> helps editors to complete it.</p>
${introduction.html}
${guide.html}
<h2 id="a-new-file">A new file</h2>
<p>This is what ${code("asterisk-analyzer init")} writes:</p>
${plainBlock(settingsTemplate("recommended"), "json")}
${sections.join("\n")}
<h2 id="in-the-editor-only">In the editor only</h2>
${editorSections.join("\n")}`,
    headings: [
      ...introduction.headings,
      ...guide.headings,
      { level: 2, id: "a-new-file", html: "A new file" },
      ...keys.map(([key]) => ({ level: 2, id: key, html: code(key) })),
      { level: 2, id: "in-the-editor-only", html: "In the editor only" },
    ],
    search: [
      { path, title: "Settings", kind: "page", summary: "asterisk-analyzer.json", log: "", text: "" },
      ...[...keys, ...editorOnly].map(([key, { markdownDescription = "" }]) => ({
        path: `${path}#${key.startsWith(prefix) ? slug(key) : key}`,
        title: key,
        kind: "setting",
        summary: firstSentence(markdownDescription),
        log: "",
        text: markdownDescription,
      })),
    ],
  };
}

/** What docs/settings.md tells besides the keys, which are told here in another form. */
function guideBeside(keys: ReadonlySet<string>, readme: Readme): ReturnType<typeof renderMarkdown> {
  const sections = readFileSync("docs/settings.md", "utf8")
    .split(/^(?=## )/m)
    .slice(1);
  const heading = (section: string): string => /^## (.*)$/m.exec(section)?.[1]?.replaceAll("`", "") ?? "";
  const kept = sections.filter((section) => !keys.has(heading(section)));
  return renderMarkdown(kept.join("\n"), {
    link: (target) => readme.link(target, "docs"),
  });
}

function settingFacts(setting: Schema, root: Schema, inEditor: string | undefined): string {
  const editor = inEditor === undefined ? "" : ` · in VS Code ${code(inEditor)}`;
  return `<p class="type">${typeText(setting, root)}${editor}</p>`;
}

function defaultText({ default: value }: Schema): string {
  return value === undefined ? "" : ` · default ${code(JSON.stringify(value))}`;
}

function choices({ enum: words, enumDescriptions }: Schema): string {
  if (words === undefined || enumDescriptions === undefined) return "";
  return table(
    ["Value", "Meaning"],
    words.map((word, index) => [code(String(word)), escapeHtml(enumDescriptions[index] ?? "")]),
  );
}

function profileTable(): string {
  return table(
    ["Profile", "Rules", "Has"],
    profiles.map((profile, index) => [
      code(profile),
      String(rules.filter((rule) => profiles.indexOf(profileOf(rule)) <= index).length),
      escapeHtml(profileTexts[profile]),
    ]),
  );
}

function firstSentence(text: string): string {
  return (/^.*?[.:](?= |$)/.exec(text)?.[0] ?? text).replaceAll("`", "");
}
