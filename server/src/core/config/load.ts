// What Asterisk holds of one configuration file after includes, templates and appends, and what it said.

import type { ConfigFault } from "./fault.ts";
import type { ConfigSection, LoadedFile } from "./section.ts";

/** How the load ended. "hang": Asterisk never finishes reading it. */
export type Outcome = "loaded" | "rejected" | "missing" | "hang";

export interface ConfigLoad {
  /** The root file, as named by whoever loads it. */
  readonly root: string;
  readonly outcome: Outcome;
  /**
   * In Asterisk's order, templates included. Of a rejected file: what was read before the fault, or, where reading
   * went on, what it would hold once that is mended.
   */
  readonly sections: readonly ConfigSection[];
  readonly faults: readonly ConfigFault[];
  /** Every file that was read, in order. */
  readonly files: readonly LoadedFile[];
  /** Something could not be read here (#exec, a file outside): names may exist that we cannot see. */
  readonly partial: boolean;
}
