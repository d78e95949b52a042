// Another door of the core: expectation files. Behind its own door because it reads YAML, which most runs need not load.

export type { ExpectationFault, Outcome } from "./expectations/expectation.ts";
export { type Expectation, runExpectation } from "./expectations/kinds.ts";
export { type ExpectationFile, readExpectations } from "./expectations/read-expectations.ts";
