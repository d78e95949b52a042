// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { callHierarchyFeature } from "./features/call-hierarchy.ts";
import { checkWorkspaceFeature } from "./features/check-workspace.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { codeLensFeature } from "./features/code-lenses.ts";
import { completionFeature } from "./features/completion.ts";
import { documentLinkFeature } from "./features/document-links.ts";
import { documentSymbolFeature } from "./features/document-symbols.ts";
import { effectiveFeature } from "./features/effective.ts";
import { foldingFeature } from "./features/folding.ts";
import { formattingFeature } from "./features/formatting.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hints.ts";
import { navigationFeature } from "./features/navigation.ts";
import { pullDiagnosticsFeature } from "./features/pull-diagnostics.ts";
import { questionsFeature } from "./features/questions.ts";
import { renameFeature } from "./features/rename.ts";
import { selectionRangeFeature } from "./features/selection-ranges.ts";
import { semanticTokensFeature } from "./features/semantic-tokens.ts";
import { signatureFeature } from "./features/signature.ts";
import { workspaceSymbolFeature } from "./features/workspace-symbols.ts";

export const features: readonly Feature[] = [
  callHierarchyFeature,
  checkWorkspaceFeature,
  codeActionFeature,
  codeLensFeature,
  completionFeature,
  documentLinkFeature,
  documentSymbolFeature,
  effectiveFeature,
  foldingFeature,
  formattingFeature,
  hoverFeature,
  inlayHintFeature,
  navigationFeature,
  pullDiagnosticsFeature,
  questionsFeature,
  renameFeature,
  selectionRangeFeature,
  semanticTokensFeature,
  signatureFeature,
  workspaceSymbolFeature,
];
