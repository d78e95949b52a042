// What became of the options of sip.conf, which chan_sip read (tables/chan-sip.json).

import { asciiLower } from "../text/ascii.ts";
import table from "./tables/chan-sip.json" with { type: "json" };

export interface ChanSipOption {
  /** The options that do its work now. */
  readonly forms: readonly { readonly object: string; readonly option: string }[];
  /** One sentence: what to do instead. */
  readonly how: string;
  readonly fix?: ChanSipFix;
  /** Types in which the same name is an option of PJSIP. */
  readonly validIn?: readonly string[];
  /** The same name means something else in PJSIP. */
  readonly differs?: boolean;
  /** Whole lines to write for a value. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
}

/** How to rewrite the line itself. */
export interface ChanSipFix {
  readonly option: string;
  /** The value stays. */
  readonly same?: boolean;
  /** A regular expression that the value must match. */
  readonly when?: string;
  /** New values by old value, in lower case. */
  readonly values?: Readonly<Record<string, string>>;
}

// The table is JSON: its shape is promised here and held by a test.
const options: ReadonlyMap<string, ChanSipOption> = new Map(
  Object.entries((table as unknown as { options: Record<string, ChanSipOption> }).options),
);

/** What sip.conf knew under this name. */
export function chanSipOption(name: string): ChanSipOption | undefined {
  return options.get(asciiLower(name));
}

/** The line that does the same in an object of type `object`; undefined where no single line does. */
export function chanSipLine(
  old: ChanSipOption,
  object: string,
  value: string,
): { readonly option: string; readonly value: string } | undefined {
  const fix = old.fix;
  if (fix === undefined || !old.forms.some((form) => form.object === object && form.option === fix.option))
    return undefined;
  if (fix.when !== undefined && !new RegExp(fix.when).test(value)) return undefined;
  if (fix.same === true) return { option: fix.option, value };
  const lower = asciiLower(value);
  const found = Object.entries(fix.values ?? {}).find(([written]) => written === lower);
  return found === undefined ? undefined : { option: fix.option, value: found[1] };
}
