// Another door of the core: the texts of the rule pages. Behind its own door because most runs need not load them.

export { pages } from "./rules/pages.ts";
