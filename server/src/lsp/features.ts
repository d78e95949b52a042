// All that the server can do for an editor besides telling problems.

import type { Feature } from "./feature.ts";
import { codeActionFeature } from "./features/code-actions.ts";
import { documentLinkFeature } from "./features/document-links.ts";
import { documentSymbolFeature } from "./features/document-symbols.ts";
import { foldingFeature } from "./features/folding.ts";
import { formattingFeature } from "./features/formatting.ts";
import { selectionRangeFeature } from "./features/selection-ranges.ts";
import { semanticTokensFeature } from "./features/semantic-tokens.ts";

export const features: readonly Feature[] = [
  codeActionFeature,
  documentLinkFeature,
  documentSymbolFeature,
  foldingFeature,
  formattingFeature,
  selectionRangeFeature,
  semanticTokensFeature,
];
