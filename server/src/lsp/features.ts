// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { checkWorkspaceFeature } from "./features/check-workspace.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { pullDiagnosticsFeature } from "./features/pull-diagnostics.ts";

export const features: readonly Feature[] = [
  codeActionFeature,
  checkWorkspaceFeature,
  pullDiagnosticsFeature,
];
