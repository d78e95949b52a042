import type { Checked } from "./checked.ts";
import type { Summary } from "./summary.ts";

/** An output format. Installations are handed in one after the other; the pieces are printed as they come. */
export interface Report {
  readonly add: (checked: Checked) => Iterable<string>;
  readonly finish: (summary: Summary) => Iterable<string>;
}
