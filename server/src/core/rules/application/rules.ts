// The rules about applications and their arguments, in the order of the index page.

import type { Rule } from "../rule.ts";
import { unknownApplication } from "./unknown-application.ts";

export const applicationRules: readonly Rule[] = [unknownApplication];
