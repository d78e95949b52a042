// What the rules about chan_sip in the dialplan share: whether it is still there, and one report for dialplans that
// were never moved to PJSIP.

import type { Place } from "../../config/option-span.ts";
import type { Effect, Finding, Fix, RuleContext } from "../rule.ts";

/** "gone": it works no more; "deprecated": it still works. */
export type ChanSip = "gone" | "deprecated";

export function chanSip({ catalog, environment }: RuleContext): ChanSip {
  return catalog.version.major >= 21 || !environment.moduleLoaded("chan_sip") ? "gone" : "deprecated";
}

/** Why it works no more. */
export function reason({ catalog }: RuleContext): string {
  const { major } = catalog.version;
  return major >= 21 ? `Asterisk ${major} has no chan_sip` : "modules.conf does not load chan_sip.so";
}

/** A place of the dialplan that counts on chan_sip. */
export interface LeftBehind {
  readonly place: Place;
  /** What stands there, in quotes. */
  readonly what: string;
  readonly outcome: string;
  /** " (in PJSIP ...)", or nothing. */
  readonly instead: string;
  readonly effect?: Effect;
  readonly runtimeLog?: readonly string[];
  readonly fixes: readonly Fix[];
}

/**
 * Each place by itself where the installation has endpoints of PJSIP. Where it has none, nobody has moved it yet:
 * then all places are one report, as they are where chan_sip still works.
 */
export function* reports(
  places: readonly LeftBehind[],
  thing: string,
  context: RuleContext,
): Generator<Finding> {
  const [first, ...others] = places;
  if (first === undefined) return;
  if (chanSip(context) === "gone" && isMoved(context)) {
    for (const { place, what, outcome, instead, effect, runtimeLog = [], fixes } of places) {
      yield {
        ...place,
        message: `${reason(context)}, which ${what} belongs to: ${outcome}${instead}`,
        ...(effect === undefined ? {} : { effect }),
        runtimeLog,
        fixes,
      };
    }
    return;
  }
  const { major } = context.catalog.version;
  const count = `${first.what}${further(others.length, thing)}`;
  const belong = others.length === 0 ? "belongs" : "belong";
  const why =
    chanSip(context) === "gone"
      ? `${reason(context)}, so ${others.length === 0 ? "this does not work until it is" : "none of them works until they are"} moved to PJSIP`
      : `Asterisk ${major} still has it, but Asterisk 21 does not, where PJSIP takes its place`;
  yield {
    ...first.place,
    message: `${count} ${belong} to chan_sip: ${why}`,
    effect: "legacy",
    related: others.slice(0, 10).map(({ place, what }) => ({ ...place, message: `${what}, too` })),
  };
}

/** Whether somebody set up endpoints of PJSIP. */
function isMoved({ installation, load }: RuleContext): boolean {
  return load.root === "extensions.conf" && installation.objects().ofType("endpoint").length > 0;
}

function further(count: number, thing: string): string {
  if (count === 0) return "";
  return count === 1
    ? ` and another ${thing} of this dialplan`
    : ` and ${count} other ${thing}s of this dialplan`;
}
