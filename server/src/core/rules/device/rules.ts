// The rules about dial strings, devices and hints, in the order of the index page.

import type { Rule } from "../rule.ts";
import { unknownDevice } from "./unknown-endpoint.ts";

export const deviceRules: readonly Rule[] = [unknownDevice];
