// What a page does besides being read: the search, the switch between light and dark, and links without a web server.

import { setUpSearch } from "./search.ts";

const root = document.documentElement;

setUpThemeSwitch();
setUpSearch(root.getAttribute("data-root") ?? "");
if (location.protocol === "file:") nameIndexFiles();

function setUpThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>("#theme-switch");
  if (button === null) return;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = (): boolean =>
    (root.getAttribute("data-theme") ?? (dark.matches ? "dark" : "light")) === "dark";
  const show = (): void => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  dark.addEventListener("change", show);
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    root.setAttribute("data-theme", theme);
    show();
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // Storage is forbidden: the choice holds for this page.
    }
  });
}

/** On disk nobody finds the index.html of a folder by itself. */
function nameIndexFiles(): void {
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
      if (link === null || link.protocol !== "file:" || !link.pathname.endsWith("/")) return;
      link.pathname += "index.html";
    },
    { capture: true },
  );
}
