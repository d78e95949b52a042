// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { completionFeature } from "./features/completion.ts";
import { effectiveFeature } from "./features/effective.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";
import { questionsFeature } from "./features/questions.ts";
import { signatureFeature } from "./features/signature.ts";

export const features: readonly Feature[] = [
  codeActionFeature,
  completionFeature,
  hoverFeature,
  inlayHintFeature,
  effectiveFeature,
  questionsFeature,
  signatureFeature,
];
