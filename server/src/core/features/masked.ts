// The values of options as they may be shown. Heirs share the options of their templates: each is looked at once.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { maskLine, maskValue } from "../text/secrets.ts";

const known = new WeakMap<ConfigOption, string>();

export function maskedOption(option: ConfigOption): string {
  const before = known.get(option);
  if (before !== undefined) return before;
  const masked = maskValue(asciiLower(option.name), option.value);
  known.set(option, masked);
  return masked;
}

/** "name = value" as it may be shown. A name with blanks in it may be a secret as well. */
export function maskedLine(option: ConfigOption, value: string = maskedOption(option)): string {
  const line = `${option.name} = ${value}`;
  return /\s/.test(option.name) ? maskLine(line) : line;
}
