// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { checkWorkspaceFeature } from "./features/check-workspace.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { effectiveFeature } from "./features/effective.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";
import { questionsFeature } from "./features/questions.ts";

export const features: readonly Feature[] = [
  codeActionFeature,
  hoverFeature,
  inlayHintFeature,
  effectiveFeature,
  questionsFeature,
  checkWorkspaceFeature,
];
