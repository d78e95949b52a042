// Writes the site: pages, the index of the search, pictures and schemas. build.mjs adds scripts and styles.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MiniSearch from "minisearch";
import { homepage } from "../../server/src/core/api.ts";
import { readPages } from "../../test/support/pages.ts";
import { type SearchData, type SearchEntry, searchOptions } from "../client/finder.ts";
import { loadColours } from "./colours.ts";
import { commandPage } from "./command-page.ts";
import { framed } from "./frame.ts";
import type { Page } from "./page.ts";
import { Readme } from "./readme.ts";
import { changelogPage, editorsPage, guidePages, homePage, reportsPage } from "./readme-pages.ts";
import { rulePages } from "./rule-pages.ts";
import { settingsPage } from "./settings-page.ts";

/**
 * Fills `folder` with the site; what was in it is gone. `base` is the path of the site on its host, which only the
 * page for missing addresses needs. Answers how many pages there are.
 */
export async function buildSite(
  folder: string,
  base: string = `${new URL(homepage).pathname}/`,
): Promise<number> {
  if (!/^\/(?:[^"<>\s]*\/)?$/.test(base)) throw new Error(`--base ${base}: expected a path such as /docs/`);
  clear(folder);
  await loadColours();
  const readme = new Readme(readFileSync("README.md", "utf8"));
  const pages: readonly Page[] = [
    homePage(readme),
    ...rulePages(),
    commandPage(),
    settingsPage(readme),
    reportsPage(readme),
    editorsPage(readme),
    ...guidePages(readme),
    changelogPage(readme),
  ];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const page of pages) write(`${page.path}index.html`, framed(page));
  write("404.html", framed(missingPage(), base));
  write("assets/search-index.js", searchIndex(pages));
  for (const path of readme.images) cpSync(path, join(folder, path.replace(/^client/, "assets")));
  cpSync("client/images/icon.svg", join(folder, "assets/icon.svg"));
  cpSync("server/schemas", join(folder, "schemas"), { recursive: true });
  return pages.length + 1;
}

/** Only a folder that is empty, or holds an earlier site, is emptied. */
function clear(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, ".nojekyll")))
    throw new Error(`${folder} holds something else than a site: nothing was written`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Tells GitHub Pages to publish the files as they are, and us that the folder is ours.
  writeFileSync(join(folder, ".nojekyll"), "");
}

/** JSON in a call, since a page on disk may load scripts and nothing else. */
function searchIndex(pages: readonly Page[]): string {
  const index = new MiniSearch<SearchEntry>(searchOptions);
  const entries = pages.flatMap(({ search }) => search);
  index.addAll(entries.map((entry, at) => ({ id: String(at), ...entry })));
  const logs = readPages().map(({ id, log }) => [id, `\`\`\`log\n${log.join("\n")}\n\`\`\`\n`]);
  const data: SearchData = { index: index.toJSON(), logs: Object.fromEntries(logs) };
  return `takeSearchIndex(${JSON.stringify(data)});\n`;
}

function missingPage(): Page {
  return {
    path: "404.html",
    title: "Not found",
    description: "There is no page at this address.",
    body: `<h1>There is no page here</h1>
<p class="summary">The address may be of a rule that has another name now. The search above knows all of them, and so does the <a href="/rules/">list of rules</a>.</p>`,
    headings: [],
    search: [],
  };
}
