// The values of options as they may be shown. Heirs share the options of their templates: each is looked at once.

import type { ConfigOption } from "../config/section.ts";
import { asciiLower } from "../text/ascii.ts";
import { maskValue } from "../text/secrets.ts";

const known = new WeakMap<ConfigOption, string>();

export function maskedOption(option: ConfigOption): string {
  const before = known.get(option);
  if (before !== undefined) return before;
  const masked = maskValue(asciiLower(option.name), option.value);
  known.set(option, masked);
  return masked;
}
