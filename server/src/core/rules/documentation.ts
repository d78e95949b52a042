// Where the documentation lies. Every link to the page of a rule is made here.

/** The home of the project; package.json names the same address. */
export const homepage = "https://github.com/asterisk-analyzer/asterisk-analyzer";

/** The address of a rule's page. */
export function pageUrl(rule: string): string {
  return `${homepage}/blob/main/server/src/core/rules/${rule}.md`;
}
