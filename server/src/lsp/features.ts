// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { callHierarchyFeature } from "./features/call-hierarchy.ts";
import { checkWorkspaceFeature } from "./features/check-workspace.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { codeLensFeature } from "./features/code-lenses.ts";
import { completionFeature } from "./features/completion.ts";
import { effectiveFeature } from "./features/effective.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";
import { navigationFeature } from "./features/navigation.ts";
import { questionsFeature } from "./features/questions.ts";
import { renameFeature } from "./features/rename.ts";
import { signatureFeature } from "./features/signature.ts";
import { workspaceSymbolFeature } from "./features/workspace-symbols.ts";

export const features: readonly Feature[] = [
  callHierarchyFeature,
  checkWorkspaceFeature,
  codeActionFeature,
  codeLensFeature,
  completionFeature,
  effectiveFeature,
  hoverFeature,
  inlayHintFeature,
  navigationFeature,
  questionsFeature,
  renameFeature,
  signatureFeature,
  workspaceSymbolFeature,
];
