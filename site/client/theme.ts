// Light or dark as it was chosen last, before the page is drawn. Without a choice the system decides.

/** "light", "dark", or nothing: as the system. */
function chosen(): string | null {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null; // Storage is forbidden: nothing was remembered.
  }
}

const theme: string | null = chosen();
if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
