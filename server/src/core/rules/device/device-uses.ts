// Where a dialplan names devices: in dial strings, as members of queues, in functions and in hints.

import { type DialString, readDialString } from "../../dialplan/step/dial-string.ts";
import type { DialplanSteps, StepLine } from "../../dialplan/steps.ts";
import { asciiLower } from "../../text/ascii.ts";
import { type PerDialplan, perDialplan } from "../../workspace/per-dialplan.ts";

/** "call": it is called; "member": a queue gets or loses it; "state": only its state is asked for. */
export type DeviceRole = "call" | "member" | "state" | "hint";

export interface DeviceUse {
  readonly line: StepLine;
  readonly role: DeviceRole;
  /** The application or function in lower case; "hint". */
  readonly of: string;
  readonly dial: DialString;
}

/** All devices that the steps of a dialplan name, those of hints last. */
export const deviceUses: PerDialplan<readonly DeviceUse[]> = perDialplan((dialplan, installation) =>
  usesIn(installation.steps(dialplan)),
);

function usesIn({ naming, hints }: DialplanSteps): DeviceUse[] {
  const uses: DeviceUse[] = [];
  for (const line of naming) {
    for (const { kind, known: text, of, dial } of line.names) {
      const role = roles.get(kind);
      if (role === "state") uses.push({ line, role, of: asciiLower(of), dial: readDialString(text) });
      else if (role !== undefined && dial !== undefined) uses.push({ line, role, of: asciiLower(of), dial });
    }
  }
  for (const line of hints) {
    for (const dial of line.hint?.dials ?? []) uses.push({ line, role: "hint", of: "hint", dial });
  }
  return uses;
}

/** What a name of a kind is used for. */
const roles: ReadonlyMap<string, DeviceRole> = new Map([
  ["dialstring", "call"],
  ["queue-interface", "member"],
  ["device-state", "state"],
]);
