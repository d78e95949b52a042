// Where a dialplan names devices: in dial strings, as members of queues, in functions and in hints.

import type { StepLine } from "../../dialplan/lines.ts";
import type { Dialplan } from "../../dialplan/model.ts";
import { type DialString, readDialString } from "../../dialplan/step/dial-string.ts";
import { asciiLower } from "../../text/ascii.ts";
import type { Installation } from "../../workspace/installation.ts";
import { type Given, linesOf, type PerContext, perContext } from "../../workspace/per-context.ts";
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
const deviceUses: PerDialplan<readonly DeviceUse[]> = perDialplan((dialplan, installation) => {
  const { naming, hints } = installation.steps(dialplan);
  return [...usesNamed(naming), ...usesInHints(hints)];
});

/** The same of one context. */
const usesIn: PerContext<[], DeviceUse> = perContext((context, steps) => {
  const lines = linesOf(context, steps);
  return [...usesNamed(lines), ...usesInHints(lines)];
});

/** The devices of a dialplan that a test picks, which nothing but a line and what is given decides; those of hints last. */
export type Devices<From extends Given> = (
  dialplan: Dialplan,
  installation: Installation,
  ...given: From
) => readonly DeviceUse[];

export function devicesThat<From extends Given>(
  test: (use: DeviceUse, ...given: From) => boolean,
): Devices<From> {
  const picked = perContext<From, DeviceUse>((context, steps, given) =>
    usesIn.in(context, steps, []).filter((use) => test(use, ...given)),
  );
  return (dialplan, installation, ...given) => {
    const steps = installation.steps(dialplan);
    // Who reads a dialplan once has no use for what is remembered of its contexts.
    if (steps.isLater) {
      const found = picked.all(steps, given);
      return [...found.filter(({ role }) => role !== "hint"), ...found.filter(({ role }) => role === "hint")];
    }
    return deviceUses(dialplan, installation).filter((use) => test(use, ...given));
  };
}

function usesNamed(lines: readonly StepLine[]): DeviceUse[] {
  const uses: DeviceUse[] = [];
  for (const line of lines) {
    for (const { kind, known: text, of, dial } of line.names) {
      const role = roles.get(kind);
      if (role === "state") uses.push({ line, role, of: asciiLower(of), dial: readDialString(text) });
      else if (role !== undefined && dial !== undefined) uses.push({ line, role, of: asciiLower(of), dial });
    }
  }
  return uses;
}

function usesInHints(lines: readonly StepLine[]): DeviceUse[] {
  const uses: DeviceUse[] = [];
  for (const line of lines) {
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
