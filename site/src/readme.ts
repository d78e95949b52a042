// The README, whose sections are spread over pages of the site, and where its links lead from there.

import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { slug } from "./html.ts";
import { type Rendered, renderMarkdown } from "./markdown.ts";

interface Manifest {
  readonly repository: { readonly url: string };
}

/** Sections that have a page of their own; the others make the home page. */
const places: Readonly<Record<string, string>> = {
  "in-ci": "reports/",
  "settings-of-a-project": "settings/",
  "in-vs-code": "editors/",
  "in-other-editors": "editors/",
};

/** The address of the source code. */
export const repository: string = (
  JSON.parse(readFileSync("package.json", "utf8")) as Manifest
).repository.url.replace(/^git\+|\.git$/g, "");

interface Part {
  readonly path: string;
  readonly text: string;
}

export class Readme {
  readonly #parts: readonly Part[];
  /** The page of every anchor. */
  readonly #anchors = new Map<string, string>();
  /** Pictures that pages show. */
  readonly images: Set<string> = new Set();

  constructor(text: string) {
    this.#parts = sectionsOf(text).map((section) => {
      const heading = /^## (.*)$/m.exec(section)?.[1];
      const path = places[slug(heading ?? "")] ?? "";
      for (const { id } of renderMarkdown(section).headings) this.#anchors.set(id, path);
      return { path, text: section };
    });
  }

  /** What belongs on a page: "" for the home page. */
  part(path: string): Rendered {
    const text = this.#parts
      .filter((part) => part.path === path)
      .map((part) => part.text)
      .join("\n");
    return renderMarkdown(text, { link: (target) => this.link(target) });
  }

  /** Where a link leads that stands in the README, or in a text of another folder. */
  link(target: string, folder = "."): string {
    if (/^[a-z]+:/.test(target) || (folder !== "." && target.startsWith("#"))) return target;
    const [name = "", anchor] = decodeURI(target).split("#");
    if (name === "") return `/${this.#anchors.get(anchor ?? "") ?? ""}#${anchor ?? ""}`;
    const path = posix.join(folder, name);
    if (!existsSync(path)) throw new Error(`a link to ${path}, which is not there`);
    return this.#place(path) + (anchor === undefined ? "" : `#${anchor}`);
  }

  #place(path: string): string {
    const [, rule] = /^server\/src\/core\/rules\/(.+)\.md$/.exec(path) ?? [];
    if (rule === "README") return "/rules/";
    if (rule !== undefined) return `/rules/${rule}/`;
    if (path === "CHANGELOG.md") return "/changelog/";
    if (path === "README.md") return "/";
    if (path === "docs/settings.md") return "/settings/";
    const [, guide] = /^docs\/([^/]+)\.md$/.exec(path) ?? [];
    if (guide !== undefined) return `/guides/${guide}/`;
    if (path.startsWith("server/schemas/")) return path.replace(/^server/, "");
    if (path.startsWith("client/images/")) {
      this.images.add(path);
      return path.replace(/^client/, "/assets");
    }
    return `${repository}/blob/main/${path}`;
  }
}

/** Cut before each heading of the second level that stands outside of fences. */
function sectionsOf(text: string): string[] {
  const sections: string[][] = [[]];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    if (!fenced && line.startsWith("## ")) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections.map((lines) => lines.join("\n"));
}
