// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";

export const features: readonly Feature[] = [codeActionFeature, hoverFeature, inlayHintFeature];
