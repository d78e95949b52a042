// The page of every rule, of every group, and the list of all.

import { posix } from "node:path";
import {
  groupOf,
  pagePath,
  profileOf,
  profiles,
  type Rule,
  rules,
  severityOf,
} from "../../server/src/core/api.ts";
import { type Page as RulePage, readPages } from "../../test/support/pages.ts";
import { ruleKey } from "../client/finder.ts";
import { ExampleBlocks } from "./example.ts";
import { code, escapeHtml, plain, slug, table } from "./html.ts";
import { renderInline, renderMarkdown } from "./markdown.ts";
import type { Page, SideLink } from "./page.ts";
import { beginTexts, effectTexts, fixTexts, groupTexts } from "./rule-facts.ts";

const allRules: SideLink = { path: "rules/", text: "Rules" };

/** All pages below rules/. */
export function rulePages(): Page[] {
  const texts = new Map(readPages().map((page) => [page.id, page]));
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) groups.set(groupOf(rule.id), [...(groups.get(groupOf(rule.id)) ?? []), rule]);
  const listed = rules.flatMap((rule) => {
    const page = texts.get(rule.id);
    return page === undefined ? [] : [{ rule, page, fix: fixOf(page) }];
  });
  return [
    indexPage(listed, groups),
    ...[...groups].map(([group]) =>
      groupPage(
        group,
        listed.filter(({ rule }) => groupOf(rule.id) === group),
      ),
    ),
    ...listed.map((item) => rulePage(item, groups.get(groupOf(item.rule.id)) ?? [])),
  ];
}

interface Listed {
  readonly rule: Rule;
  readonly page: RulePage;
  readonly fix: string;
}

/** The last word of the generated line: "no fix", "safe fix" ... */
function fixOf({ generated = "" }: RulePage): string {
  return /· ([a-z ]+ fix) -->/.exec(generated)?.[1] ?? "no fix";
}

function rulePage({ rule, page, fix }: Listed, group: readonly Rule[]): Page {
  const blocks = new ExampleBlocks(page, rule);
  // Lines keep their numbers: by them a block finds its example.
  const text = page.text.replace(/^(?:# .*|<!--.*-->)$/gm, "");
  const { html, headings } = renderMarkdown(text, {
    fence: (fence) => blocks.render(fence),
    link: (target) => linkFrom(groupOf(rule.id), target),
  });
  const name = rule.id.slice(groupOf(rule.id).length + 1);
  const prose = plain(html.split(/<figure|<h2/)[0] ?? "").trim();
  const silence = silenceSection(rule);
  return {
    path: pagePath(rule.id),
    title: rule.id,
    description: `${rule.summary}. ${effectTexts[rule.effect]}`,
    section: "rules",
    body: `<h1>${groupOf(rule.id)}/<wbr>${name}</h1>
<p class="summary">${escapeHtml(rule.summary)}</p>
${facts(rule, fix)}
${html}
${silence.html}`,
    headings: [...headings, ...silence.headings],
    trail: [allRules, { path: `rules/${groupOf(rule.id)}/`, text: groupOf(rule.id) }],
    siblings: {
      title: { path: `rules/${groupOf(rule.id)}/`, text: groupOf(rule.id) },
      links: group.map(({ id }) => ({ path: pagePath(id), text: id.slice(groupOf(id).length + 1) })),
    },
    search: [
      {
        id: ruleKey(rule.id),
        path: pagePath(rule.id),
        title: rule.id,
        kind: "rule",
        summary: rule.summary,
        log: page.log.map((line) => line.replace(/<[a-z][a-z0-9 -]*>/g, " ")).join("\n"),
        text: prose,
      },
    ],
  };
}

/** Where a link of a page in a group leads: pages name each other by their files. */
function linkFrom(group: string, target: string): string {
  const [, path, anchor = ""] = /^([^:#]+)\.md(#.*)?$/.exec(target) ?? [];
  return path === undefined ? target : `/${posix.join("rules", group, path)}/${anchor}`;
}

function facts(rule: Rule, fix: string): string {
  const profile = profileOf(rule);
  const rows: readonly (readonly [string, string, string])[] = [
    ["Effect", rule.effect.replace("-", " "), effectTexts[rule.effect]],
    ["Severity", severityBadge(rule), ""],
    ["Fix", fix.replace(/ fix$/, "").replace(/^no$/, "none"), fixTexts[fix] ?? ""],
    ["Profile", profile, beginTexts[profile]],
  ];
  const items = rows.map(
    ([name, value, meaning]) =>
      `<div><dt>${name}</dt><dd><b>${value}</b>${meaning === "" ? "" : ` <span>${renderInline(meaning)}</span>`}</dd></div>`,
  );
  return `<dl class="facts">${items.join("\n")}</dl>`;
}

function severityBadge(rule: Rule): string {
  const severity = severityOf[rule.effect];
  return `<span class="badge ${severity}">${severity}</span>`;
}

/** How to do without the rule: what nobody should have to search for. */
function silenceSection(rule: Rule): ReturnType<typeof renderMarkdown> {
  const comment =
    groupOf(rule.id) === "suppression" || groupOf(rule.id) === "upgrade"
      ? ""
      : `A comment silences it for a line; \`ignore-section\` and \`ignore-file\` do it for more:

\`\`\`text
; asterisk-analyzer: ignore ${rule.id} -- why this is meant so
\`\`\`
`;
  return renderMarkdown(`## How to silence it

${comment}
In [\`asterisk-analyzer.json\`](/settings/#rules) it gets another level, everywhere or for some files:

\`\`\`json
{ "rules": { "${rule.id}": "off" } }
\`\`\`

Without a browser, \`asterisk-analyzer explain ${rule.id}\` shows this page.
`);
}

function ruleTable(listed: readonly Listed[]): string {
  return table(
    ["Rule", "What", "Effect", "Severity", "Fix"],
    listed.map(({ rule, fix }) => [
      `<a href="/${pagePath(rule.id)}">${escapeHtml(rule.id.slice(groupOf(rule.id).length + 1))}</a>${rule.profile === "strict" ? ' <span class="badge">strict</span>' : ""}`,
      escapeHtml(rule.summary),
      `<span class="nowrap">${rule.effect.replace("-", " ")}</span>`,
      severityBadge(rule),
      fix.replace(/ ?fix$/, "").replace(/^no$/, ""),
    ]),
  );
}

function groupPage(group: string, listed: readonly Listed[]): Page {
  const text = groupTexts[group] ?? "";
  return {
    path: `rules/${group}/`,
    title: `Rules: ${group}`,
    description: text === "" ? `Rules of the group ${group}.` : text,
    section: "rules",
    body: `<h1>${group}</h1><p class="summary">${escapeHtml(text)}</p>\n${ruleTable(listed)}`,
    headings: [],
    trail: [allRules],
    search: [
      { path: `rules/${group}/`, title: group, kind: "group of rules", summary: text, log: "", text: "" },
    ],
  };
}

function indexPage(listed: readonly Listed[], groups: ReadonlyMap<string, readonly Rule[]>): Page {
  const headings = [...groups.keys()].map((group) => ({ level: 2, id: slug(group), html: group }));
  const sections = [...groups].map(
    ([group, members]) =>
      `<h2 id="${slug(group)}"><a href="/rules/${group}/">${group}</a> <span class="count">${members.length}</span></h2>
<p>${escapeHtml(groupTexts[group] ?? "")}</p>
${ruleTable(listed.filter(({ rule }) => groupOf(rule.id) === group))}`,
  );
  const counts = profiles.map((profile) => {
    const begins = rules.filter((rule) => profiles.indexOf(profileOf(rule)) <= profiles.indexOf(profile));
    return `${code(profile)} has ${begins.length}`;
  });
  return {
    path: "rules/",
    title: "Rules",
    description: `All ${listed.length} rules, by group, with what Asterisk does about each mistake.`,
    section: "rules",
    body: `<h1>Rules</h1>
<p class="summary">${listed.length} mistakes, each with what Asterisk does about it and the lines that it logs.</p>
<p>Of the <a href="/settings/#profile">profiles</a>, ${counts.join(", ")}. Paste a line of the log into the search to find its rule.</p>
${sections.join("\n")}`,
    headings,
    search: [
      { path: "rules/", title: "Rules", kind: "page", summary: "All rules, by group", log: "", text: "" },
    ],
  };
}
