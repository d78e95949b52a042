// The search of the site: an index that is loaded when it is first needed, as a script, because a page on disk may not
// read anything else.

import { Finder, type Found, type SearchData } from "./finder.ts";

declare global {
  interface Window {
    /** What the script of the index calls. */
    takeSearchIndex?: (data: SearchData) => void;
  }
}

const maximumResults = 12;

/** `root` leads from the page to the top of the site. */
export function setUpSearch(root: string): void {
  const form = document.querySelector<HTMLFormElement>("#search");
  const input = form?.querySelector("input") ?? null;
  const panel = document.querySelector<HTMLElement>("#search-results");
  if (form === null || input === null || panel === null) return;
  const status = panel.querySelector<HTMLElement>("[role=status]");
  const list = panel.querySelector("ul");
  if (status === null || list === null) return;
  let finder: Finder | undefined;
  form.hidden = false;

  const close = (): void => {
    panel.hidden = true;
  };
  const show = (): void => {
    const query = input.value.trim();
    if (query === "") {
      close();
      return;
    }
    panel.hidden = false;
    if (finder === undefined) {
      status.textContent = "Loading the index ...";
      return;
    }
    const found = finder.find(query);
    const shown = found.slice(0, maximumResults);
    status.textContent = resultsText(found.length, shown.length, query);
    list.replaceChildren(...shown.map((result) => resultItem(root, result)));
  };
  const load = (): void => {
    if (window.takeSearchIndex !== undefined) return;
    window.takeSearchIndex = (data) => {
      finder = new Finder(data);
      show();
    };
    const script = document.createElement("script");
    script.src = `${root}assets/search-index.js`;
    script.addEventListener("error", () => {
      status.textContent = "The index of the search could not be loaded.";
    });
    document.head.append(script);
  };

  input.addEventListener("focus", load);
  input.addEventListener("input", () => {
    load();
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  document.addEventListener("keydown", (event) => onKey(event, input, list, close));
  document.addEventListener("focusin", ({ target }) => {
    if (target === input) show();
    else if (target instanceof Node && !panel.contains(target)) close();
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && !form.contains(target)) close();
  });
}

/** "/" begins a search, the arrows walk through results, Escape ends it. */
function onKey(event: KeyboardEvent, input: HTMLInputElement, list: Element, close: () => void): void {
  const { key, target } = event;
  const links = [...list.querySelectorAll("a")];
  const at = target instanceof HTMLAnchorElement ? links.indexOf(target) : -1;
  if (key === "/" && !isField(target)) input.focus();
  else if (target !== input && at === -1) return;
  else if (key === "Escape") {
    close();
    if (at !== -1) input.focus();
    close();
  } else if (key === "ArrowDown") links[at + 1]?.focus();
  else if (key === "ArrowUp") (links[at - 1] ?? input).focus();
  else return;
  event.preventDefault();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

function resultsText(all: number, shown: number, query: string): string {
  if (all === 0) return `Nothing found for "${query}"`;
  return all > shown ? `The best ${shown} of ${all} results` : all === 1 ? "1 result" : `${all} results`;
}

function resultItem(root: string, { path, title, kind, summary }: Found): HTMLElement {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${root}${path}` || "./";
  link.append(element("b", title), element("i", kind), element("span", summary));
  item.append(link);
  return item;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
