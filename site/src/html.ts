// Text as HTML. Everything that is not markup of ours goes through `escapeHtml`.

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text for the content of an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? "");
}

/** A name for an address: lower case, words with hyphens between them. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}

/** A table; the cells are HTML. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("\n");
  return `<div class="table" tabindex="0" role="group" aria-label="Table: ${plain(heads.join(", "))}"><table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}

/** A text in the letters of code; what is short is not broken at its hyphens. */
export function code(text: string): string {
  return `<code${text.length <= 24 ? ' class="nowrap"' : ""}>${escapeHtml(text)}</code>`;
}

/** HTML without its tags. */
export function plain(html: string): string {
  return html.replace(/<[^>]*>/g, "");
}
