// Where the documentation lies: the site that `npm run site` makes. Every link to the page of a rule is made here.

/** The address of the site; package.json names the same. */
export const homepage = "https://asterisk-analyzer.github.io/asterisk-analyzer";

/** The address of a rule's page. */
export function pageUrl(rule: string): string {
  return `${homepage}/${pagePath(rule)}`;
}

/** Where the page of a rule lies on the site. */
export function pagePath(rule: string): string {
  return `rules/${rule}/`;
}
