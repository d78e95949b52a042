// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { callHierarchyFeature } from "./features/call-hierarchy.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { codeLensFeature } from "./features/code-lenses.ts";
import { navigationFeature } from "./features/navigation.ts";
import { renameFeature } from "./features/rename.ts";
import { workspaceSymbolFeature } from "./features/workspace-symbols.ts";

export const features: readonly Feature[] = [
  callHierarchyFeature,
  codeActionFeature,
  codeLensFeature,
  navigationFeature,
  renameFeature,
  workspaceSymbolFeature,
];
