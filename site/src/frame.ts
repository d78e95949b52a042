// What every page has around its body: head, menu, search, lists beside it. Nothing comes from another host, and no
// script or style stands in the page itself: the policy in its head would refuse both.

import { escapeHtml } from "./html.ts";
import type { Heading, Page, Section, SideLink } from "./page.ts";
import { repository } from "./readme.ts";

const menu: readonly (readonly [Section, string, string])[] = [
  ["rules", "rules/", "Rules"],
  ["command-line", "command-line/", "Command line"],
  ["settings", "settings/", "Settings"],
  ["reports", "reports/", "Reports"],
  ["editors", "editors/", "Editors"],
  ["changelog", "changelog/", "Changelog"],
];

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** The file of a page. `root` leads to the top of the site where that is not above the page. */
export function framed(page: Page, root: string = "../".repeat(page.path.split("/").length - 1)): string {
  const html = `<!doctype html>
<html lang="en" data-root="${root}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escapeHtml(page.description)}">
<title>${page.path === "" ? "" : `${escapeHtml(page.title)} · `}Asterisk Analyzer</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg">
<script src="/assets/theme.js"></script>
<link rel="stylesheet" href="/assets/style.css">
<script src="/assets/site.js" defer></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<div class="bar">
<a class="home" href="/"><img src="/assets/icon.svg" alt="" width="28" height="28">Asterisk Analyzer</a>
<form id="search" role="search" hidden><input type="search" aria-label="Search rules, log messages and settings" placeholder="Search, or paste a line of the log" autocomplete="off" spellcheck="false"><kbd aria-hidden="true">/</kbd></form>
<button id="theme-switch" type="button" aria-label="Dark colours" aria-pressed="false" hidden><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/></svg></button>
</div>
<nav aria-label="Main">${menu.map(([section, path, text]) => menuItem(path, text, page, section)).join("")}</nav>
<section id="search-results" aria-label="Search results" hidden><p role="status"></p><ul></ul></section>
</header>
<div class="columns${page.siblings === undefined && page.headings.length < 2 ? " narrow" : ""}">
<main id="content" tabindex="-1">
${trail(page.trail)}${page.body}
</main>
${aside(page)}
</div>
<footer><p>MIT licence · <a href="${repository}">Source code</a> · No cookies, no tracking, nothing from other hosts.</p></footer>
</body>
</html>
`;
  return withoutTopSlash(html, root);
}

/** Addresses from the top of the site as seen from the page. In texts quotes are escaped, so that none is touched. */
function withoutTopSlash(html: string, root: string): string {
  return html.replace(/ (href|src)="\/([^"]*)"/g, (_, name: string, path: string) => {
    const address = root + path;
    return ` ${name}="${address === "" ? "./" : address.startsWith("#") ? `./${address}` : address}"`;
  });
}

function menuItem(path: string, text: string, page: Page, section: Section): string {
  const current =
    page.path === path ? ' aria-current="page"' : page.section === section ? ' class="within"' : "";
  return `<a href="/${path}"${current}>${text}</a>`;
}

function trail(links: readonly SideLink[] | undefined): string {
  if (links === undefined) return "";
  return `<nav class="trail" aria-label="Above this page">${links.map(({ path, text }) => `<a href="/${path}">${escapeHtml(text)}</a> / `).join("")}</nav>\n`;
}

function aside({ path, headings, siblings }: Page): string {
  const lists: string[] = [];
  if (headings.length > 1) lists.push(contents(headings));
  if (siblings !== undefined) {
    const links = siblings.links.map(
      (link) =>
        `<li><a href="/${link.path}"${link.path === path ? ' aria-current="page"' : ""}>${escapeHtml(link.text)}</a></li>`,
    );
    lists.push(
      `<nav aria-label="Rules of this group"><p><a href="/${siblings.title.path}">${escapeHtml(siblings.title.text)}</a></p><ul>${links.join("\n")}</ul></nav>`,
    );
  }
  return lists.length === 0 ? "" : `<div class="aside">${lists.join("\n")}</div>`;
}

function contents(headings: readonly Heading[]): string {
  const links = headings.map(
    ({ level, id, html }) => `<li class="level-${level}"><a href="#${escapeHtml(id)}">${html}</a></li>`,
  );
  return `<nav aria-label="On this page"><p>On this page</p><ul>${links.join("\n")}</ul></nav>`;
}
