// What the server needs of the machine it runs on. Desktop and browser each bring their own.

import type { Files } from "../core/api.ts";

export interface Host {
  /**
   * The files below a folder, given by its place (places.ts), as they are now. What the host cannot see is
   * "unknown". Asked for anew whenever files may have changed, so it may remember what it read.
   */
  readonly files: (folder: string) => Files;
  /** Runs an action after some milliseconds; the function that comes back calls it off. */
  readonly after: (milliseconds: number, action: () => void) => () => void;
  readonly now: () => number;
  /** Whether a folder that is not open in the editor may be looked into; without it, none may. */
  readonly seesAbove?: (folder: string) => boolean;
  /** The pages of the rules, by id: large, and rarely asked for. */
  readonly pages: () => Promise<ReadonlyMap<string, string>>;
  /** Hears of what may be different in files, for a host that does not see that itself. */
  readonly changed?: (place: string) => void;
  /** Says what to call when something that was unknown has come. */
  readonly onArrival?: (arrived: (place: string) => void) => void;
}
