// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { completionFeature } from "./features/completion.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";
import { signatureFeature } from "./features/signature.ts";

export const features: readonly Feature[] = [
  codeActionFeature,
  completionFeature,
  hoverFeature,
  inlayHintFeature,
  signatureFeature,
];
