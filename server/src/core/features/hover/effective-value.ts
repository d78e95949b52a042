// What an option of a section comes to after templates, "+=" lines and repeated lines.

import type { OptionSpec } from "../../catalog/option-spec.ts";
import type { ConfigOption, ConfigSection } from "../../config/section.ts";
import { codecSet } from "../../pjsip/codec-set.ts";
import { asciiLower, equalsIgnoringCase } from "../../text/ascii.ts";
import { isSecretName } from "../../text/secret-names.ts";
import { mask, maskValue } from "../../text/secrets.ts";

export interface EffectiveValue {
  /** As it may be shown. */
  readonly text: string;
  /** The lines that make it, in order; never empty. */
  readonly options: readonly ConfigOption[];
}

/** Undefined where the section has no such option. */
export function effectiveValue(
  section: ConfigSection,
  name: string,
  spec: OptionSpec | undefined,
): EffectiveValue | undefined {
  const lines = section.options.filter((option) => equalsIgnoringCase(option.name, name));
  const [first] = lines;
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return undefined;
  if (isSecretName(name) || spec?.secret === true) return { text: mask, options: [last] };
  if (spec?.kind === "codecList")
    return codecs(section, asciiLower(name.slice(0, name.lastIndexOf("/") + 1)));
  if (spec?.occurrence === "accumulate") {
    const text = lines.map(({ value }) => maskValue(name, value)).join(", ");
    return { text, options: lines };
  }
  const counts = spec?.occurrence === "first" ? first : last;
  return { text: maskValue(name, counts.value), options: [counts] };
}

/** `allow` and `disallow` together make one list; `prefix`: "endpoint/" where a wizard holds them. */
function codecs({ options }: ConfigSection, prefix: string): EffectiveValue | undefined {
  const lines = options.filter(
    ({ name }) => equalsIgnoringCase(name, `${prefix}allow`) || equalsIgnoringCase(name, `${prefix}disallow`),
  );
  const { names } = codecSet(lines.map((line) => ({ ...line, name: line.name.slice(prefix.length) })));
  // What stands before "disallow=all" has no part in it.
  const emptied = lines.findLastIndex(
    ({ name, value }) => equalsIgnoringCase(name, `${prefix}disallow`) && /^\s*all\s*$/i.test(value),
  );
  const counting = lines.slice(emptied + 1);
  return {
    text: names.size === 0 ? "none" : [...names].join(","),
    options: counting.length === 0 ? lines.slice(-1) : counting,
  };
}
