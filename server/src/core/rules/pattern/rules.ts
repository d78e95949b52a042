// The rules about names and patterns of extensions, and times, in the order of the index page.

import type { Rule } from "../rule.ts";
import { classInSet } from "./class-in-set.ts";
import { emptySet } from "./empty-set.ts";
import { hiddenInclude } from "./hidden-include.ts";
import { letterWildcard } from "./letter-wildcard.ts";
import { missingUnderscore } from "./missing-underscore.ts";
import { reversedRange } from "./reversed-range.ts";
import { shadowedExtension } from "./shadowed-extension.ts";
import { strayInSet } from "./stray-in-set.ts";
import { textAfterWildcard } from "./text-after-wildcard.ts";
import { tooLong } from "./too-long.ts";
import { unclosedSet } from "./unclosed-set.ts";

export const patternRules: readonly Rule[] = [
  missingUnderscore,
  unclosedSet,
  reversedRange,
  emptySet,
  classInSet,
  letterWildcard,
  textAfterWildcard,
  shadowedExtension,
  hiddenInclude,
  tooLong,
  strayInSet,
];
