// The rules about what chan_sip left behind in the dialplan, in the order of the index page.

import type { Rule } from "../rule.ts";
import { sipDevice } from "./sip-device.ts";
import { sipFunction } from "./sip-function.ts";
import { sipVariable } from "./sip-variable.ts";

export const chanSipDialplanRules: readonly Rule[] = [sipDevice, sipFunction, sipVariable];
